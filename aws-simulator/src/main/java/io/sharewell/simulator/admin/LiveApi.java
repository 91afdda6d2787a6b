package io.sharewell.simulator.admin;

import io.sharewell.simulator.admin.LiveAccounts.AccountView;
import io.sharewell.simulator.cloud.Organization;
import io.sharewell.simulator.cloud.Unit;
import io.sharewell.simulator.record.CallCounters;
import io.sharewell.simulator.record.CallRate;
import io.sharewell.simulator.server.Simulation;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Everything the page shows, in one answer whose size does not depend on how many accounts there are: OUs with what is
 * below them rolled up, and accounts only of those OUs that the request names as open.
 */
final class LiveApi {

    /** Stands for an OU's id: the accounts that are in no organization. */
    static final String OUTSIDE = "outside";

    private static final int DETAILS = 20;

    private final Simulation simulation;
    private final Census census;
    private final LiveAccounts accounts;
    private final LiveCalls calls;

    LiveApi(Simulation simulation) {
        this.simulation = simulation;
        this.census = new Census(simulation);
        this.accounts = new LiveAccounts(simulation, census);
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
            LiveAccounts.Found found,
            Map<String, AccountDetails.Details> details,
            int pending,
            List<InvitationView> invitations,
            List<LiveCalls.Entry> latest) {}

    /** The root or an OU: {@code accounts} right in it, {@code total} of all below it. */
    record UnitView(String id, String name, int accounts, Tally total, List<UnitView> units) {}

    /** After a change by hand. */
    void forget() {
        census.forget();
    }

    Object live(AdminRequest request) {
        return census.isFresh() ? view(request) : census.recount(() -> view(request));
    }

    private Live view(AdminRequest request) {
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
                new UnitView(
                        OUTSIDE, "Outside of the organization", outside.size(), accounts.total(outside), List.of()),
                accounts.open(request, outside),
                accounts.found(request.parameter("find")),
                details(request, organization),
                census.pending(),
                census.newestPending().stream()
                        .map(it -> InvitationView.of(it, simulation.clock().instant()))
                        .toList(),
                calls.latest());
    }

    private UnitView unit(Unit unit) {
        var units = unit.units().stream().map(this::unit).toList();
        var total = accounts.total(unit.accounts());
        units.forEach(it -> total.add(it.total()));
        return new UnitView(unit.id(), unit.name(), unit.accounts().size(), total, units);
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
