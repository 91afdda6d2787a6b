package io.sharewell.simulator.admin;

import io.sharewell.simulator.admin.ShareAdmin.InvitationView;
import io.sharewell.simulator.cloud.Account;
import io.sharewell.simulator.cloud.Organization;
import io.sharewell.simulator.cloud.Unit;
import io.sharewell.simulator.record.CallCounters;
import io.sharewell.simulator.record.CallRate;
import io.sharewell.simulator.server.Simulation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Everything the page shows, in one answer whose size does not depend on how many accounts there are: OUs with what is
 * below them rolled up, and accounts only of those OUs that the request names as open.
 */
final class LiveApi {

    /** Stands for an OU's id: the accounts that are in no organization. */
    static final String OUTSIDE = "outside";

    private static final int PAGE = 100;
    private static final int MOST = 2000;
    private static final int FOUND = 50;
    private static final int DETAILS = 20;

    private final Simulation simulation;
    private final Census census;
    private final LiveCalls calls;

    LiveApi(Simulation simulation) {
        this.simulation = simulation;
        this.census = new Census(simulation);
        this.calls = new LiveCalls(simulation.journal());
    }

    /** What the page reads once a second. */
    record Live(
            String organizationId,
            String managementAccountId,
            Instant now,
            Duration advanced,
            CallRate.Latest rate,
            Map<String, CallCounters.Counter> operations,
            UnitView root,
            UnitView outside,
            Map<String, List<AccountView>> open,
            Found found,
            Map<String, AccountDetails.Details> details,
            int pending,
            List<InvitationView> invitations,
            List<LiveCalls.Entry> latest) {}

    /** The root or an OU: {@code accounts} right in it, {@code total} of all below it. */
    record UnitView(String id, String name, int accounts, Tally total, List<UnitView> units) {}

    /** An account; {@code ou} is given where the account does not stand below its OU. */
    record AccountView(String id, String name, String state, String ou, Tally total) {}

    /** Accounts with a text in name or id: how many there are, and the first of them. */
    record Found(int count, List<AccountView> accounts) {}

    /** After a change by hand. */
    void forget() {
        census.forget();
    }

    Live live(AdminRequest request) {
        census.refresh();
        var organization = simulation.world().cloud().organization();
        var outside = organization.accounts().stream()
                .filter(it -> !it.inOrganization())
                .toList();
        return new Live(
                organization.id(),
                organization.management().id(),
                simulation.clock().instant(),
                simulation.clock().advanced(),
                simulation.counters().rate().latest(),
                simulation.counters().all(),
                unit(organization.root()),
                new UnitView(OUTSIDE, "Outside of the organization", outside.size(), total(outside), List.of()),
                open(request, organization, outside),
                found(request.parameter("find"), organization),
                details(request, organization),
                census.pending(),
                census.newestPending().stream()
                        .map(it -> InvitationView.of(it, simulation.clock().instant()))
                        .toList(),
                calls.latest());
    }

    private UnitView unit(Unit unit) {
        var units = unit.units().stream().map(this::unit).toList();
        var total = total(unit.accounts());
        units.forEach(it -> total.add(it.total()));
        return new UnitView(unit.id(), unit.name(), unit.accounts().size(), total, units);
    }

    private Tally total(List<Account> accounts) {
        var total = new Tally();
        accounts.forEach(it -> add(it, total));
        return total;
    }

    private void add(Account account, Tally total) {
        total.addAccount(account.state());
        total.add(census.of(account.id()));
        total.addCalls(simulation.counters().of(account.id()));
    }

    private Map<String, List<AccountView>> open(
            AdminRequest request, Organization organization, List<Account> outside) {
        var open = new LinkedHashMap<String, List<AccountView>>();
        for (var asked : request.parameters().getAll("open")) {
            var parts = asked.split(":");
            var unit = organization.unit(parts[0]);
            if (unit != null || parts[0].equals(OUTSIDE)) {
                var accounts = unit == null ? outside : unit.accounts();
                open.put(
                        parts[0],
                        accounts.stream()
                                .limit(limit(parts))
                                .map(it -> view(it, null))
                                .toList());
            }
        }
        return open;
    }

    private static int limit(String[] parts) {
        return parts.length < 2 ? PAGE : Math.clamp(Integer.parseInt(parts[1]), 1, MOST);
    }

    private AccountView view(Account account, String ou) {
        return new AccountView(account.id(), account.name(), account.state().name(), ou, total(List.of(account)));
    }

    private Found found(String text, Organization organization) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        var all = new ArrayList<Account>();
        for (var account : organization.accounts()) {
            if (account.id().contains(wanted)
                    || account.name().toLowerCase(Locale.ROOT).contains(wanted)) {
                all.add(account);
            }
        }
        return new Found(
                all.size(),
                all.stream().limit(FOUND).map(it -> view(it, path(it))).toList());
    }

    private static String path(Account account) {
        if (!account.inOrganization()) {
            return "outside of the organization";
        }
        return account.unit().isRoot() ? account.unit().name() : account.unit().namePath();
    }

    private Map<String, AccountDetails.Details> details(AdminRequest request, Organization organization) {
        var details = new LinkedHashMap<String, AccountDetails.Details>();
        request.parameters().getAll("account").stream()
                .limit(DETAILS)
                .map(organization::account)
                .filter(Objects::nonNull)
                .forEach(it -> details.put(it.id(), AccountDetails.of(it, simulation, calls)));
        return details;
    }
}
