package io.sharewell.simulator.admin;

import io.sharewell.simulator.cloud.Account;
import io.sharewell.simulator.cloud.Role;
import io.sharewell.simulator.server.Simulation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the page shows of one account when it is opened. */
final class AccountDetails {

    private static final int SHARES = 20;

    private AccountDetails() {}

    /** Regions that have workloads; the first of the shares; the latest calls. */
    record Details(
            String email,
            Instant joinedAt,
            List<String> roles,
            List<RegionView> regions,
            List<InvitationView> shares,
            List<LiveCalls.Entry> calls) {}

    record RegionView(String region, Tally total) {}

    static Details of(Account account, Simulation simulation, LiveCalls calls) {
        var now = simulation.clock().instant();
        var regions = new ArrayList<RegionView>();
        var shares = new ArrayList<InvitationView>();
        simulation.world().workloads().homesOf(account.id()).forEach(home -> {
            if (home.size() > 0) {
                var total = new Tally();
                total.addWorkloads(home.size());
                home.forEachShare(share -> {
                    total.addShare(share.status(now));
                    if (shares.size() < SHARES) {
                        shares.add(InvitationView.of(share, now));
                    }
                });
                regions.add(new RegionView(home.region(), total));
            }
        });
        var roles = simulation.world().cloud().roles().of(account).stream()
                .map(Role::name)
                .sorted()
                .toList();
        return new Details(account.email(), account.joinedAt(), roles, regions, shares, calls.of(account.id()));
    }
}
