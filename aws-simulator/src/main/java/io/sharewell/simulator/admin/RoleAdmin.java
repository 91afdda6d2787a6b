package io.sharewell.simulator.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sharewell.simulator.admin.Work.Apart;
import io.sharewell.simulator.admin.Work.Walk;
import io.sharewell.simulator.cloud.Account;
import io.sharewell.simulator.cloud.Role;
import io.sharewell.simulator.cloud.Roles;
import io.sharewell.simulator.organization.RoleFile;
import io.sharewell.simulator.server.Simulation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Roles, as somebody makes and takes them away who may do so in every account. */
final class RoleAdmin {

    private final Simulation simulation;

    RoleAdmin(Simulation simulation) {
        this.simulation = simulation;
    }

    /** A role; {@code createdAt} is null if it has been there for long. */
    record RoleView(String accountId, String name, String arn, Instant createdAt) {

        private static RoleView of(Account account, Role role) {
            return new RoleView(account.id(), role.name(), role.arn(account.id()), role.createdAt());
        }
    }

    /**
     * A role that is to be.
     *
     * @param accountId null: every account of the organization
     * @param role as in the organization file
     */
    record NewRole(String accountId, RoleFile role) {}

    Work all(AdminRequest request) {
        var all = new ArrayList<RoleView>();
        return new Walk<>(
                accounts(request.parameter("accountId")),
                account -> roles().of(account).forEach(it -> all.add(RoleView.of(account, it))),
                () -> Apart.json(all));
    }

    /** Creates it, by the simulator's clock, now. */
    Work add(AdminRequest request) throws JsonProcessingException {
        var wanted = request.read(NewRole.class);
        if (wanted.role() == null || wanted.role().name() == null) {
            throw new AdminException(
                    400,
                    "A new role needs a name: {\"accountId\": \"444444444444\", \"role\":"
                            + " {\"name\": \"WellArchitectedShares\", \"actions\": [\"wellarchitected:*\"]}}");
        }
        var now = simulation.clock().instant();
        var added = new ArrayList<RoleView>();
        return new Walk<>(
                accounts(wanted.accountId()),
                it -> added.add(RoleView.of(it, roles().add(it, wanted.role(), now))),
                () -> Apart.json(added));
    }

    Work remove(AdminRequest request) {
        var name = request.parameter("name");
        if (name == null) {
            throw new AdminException(400, "Name the role: DELETE /admin/roles?accountId=444444444444&name=…");
        }
        var removed = new LongAdder();
        return new Walk<>(
                accounts(request.parameter("accountId")),
                account -> removed.add(roles().remove(account, name) ? 1 : 0),
                () -> {
                    if (removed.sum() == 0) {
                        throw new AdminException(404, "There is no role " + name);
                    }
                    return Map.of("removed", removed.sum());
                });
    }

    private Collection<Account> accounts(String accountId) {
        var organization = simulation.world().cloud().organization();
        if (accountId == null) {
            return organization.members();
        }
        var account = organization.account(accountId);
        if (account == null) {
            throw new AdminException(404, "There is no account " + accountId);
        }
        return List.of(account);
    }

    private Roles roles() {
        return simulation.world().cloud().roles();
    }
}
