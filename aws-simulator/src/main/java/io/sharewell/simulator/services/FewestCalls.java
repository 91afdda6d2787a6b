package io.sharewell.simulator.services;

import io.sharewell.simulator.cloud.Account;
import io.sharewell.simulator.cloud.Cloud;
import io.sharewell.simulator.cloud.Identity;
import io.sharewell.simulator.cloud.Regions;
import io.sharewell.simulator.organization.EventualConsistency;
import io.sharewell.simulator.wellarchitected.HexId;
import io.sharewell.simulator.wellarchitected.RegionalWorkloads;
import io.sharewell.simulator.wellarchitected.Workload;
import io.sharewell.simulator.wellarchitected.Workloads;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The fewest calls by which somebody learns of every share of every workload that he can reach: somebody who knows
 * beforehand what will succeed, makes no call that fails, asks for full pages and is never given an empty one.
 */
public final class FewestCalls {

    private static final int ACCOUNTS_PER_PAGE = 20;
    private static final String LIST_ACCOUNTS = "organizations.ListAccounts";
    private static final String ASSUME_ROLE = "sts.AssumeRole";
    private static final String LIST_WORKLOADS = "wellarchitected.ListWorkloads";
    private static final String LIST_SHARES = "wellarchitected.ListWorkloadShares";

    private final Cloud cloud;
    private final Workloads workloads;
    private final Walker walker;
    private final Instant now;
    private final Propagation propagation;
    private final Reach reach;
    private final WorkloadFinder finder;
    private final Map<String, Long> calls = new TreeMap<>();
    private int reachable;
    private int accountRegions;
    private long owned;

    /** Counts them in the world as it stands, by the simulator's clock. Every member is to be added. */
    public FewestCalls(Cloud cloud, Workloads workloads, EventualConsistency times, Walker walker) {
        this.cloud = cloud;
        this.workloads = workloads;
        this.walker = walker;
        this.now = cloud.clock().instant();
        this.propagation = new Propagation(cloud.roles(), times);
        var authorizer = new Authorizer(cloud.organization(), propagation);
        this.reach = new Reach(cloud, walker.caller(), now, propagation, authorizer);
        this.finder = new WorkloadFinder(cloud.organization(), workloads, authorizer);
        List.of(LIST_ACCOUNTS, ASSUME_ROLE, LIST_WORKLOADS, LIST_SHARES).forEach(it -> calls.put(it, 0L));
        add(LIST_ACCOUNTS, pages(cloud.organization().members().size(), ACCOUNTS_PER_PAGE));
    }

    /** Walks through an account. */
    public void add(Account account) {
        var session = reach.session(account, walker.role(), walker.externalId());
        if (session != null) {
            reachable++;
            add(ASSUME_ROLE, 1);
            regions(account, session);
        }
    }

    /** When all accounts were added. */
    public CallCount count() {
        return new CallCount(
                calls,
                calls.values().stream().mapToLong(it -> it).sum(),
                cloud.organization().members().size(),
                reachable,
                accountRegions,
                owned);
    }

    private void regions(Account account, Identity.Session session) {
        boolean oneByOne = session.policies().nameResources();
        for (var region : walker.regions() == null ? Regions.WELL_ARCHITECTED : walker.regions()) {
            var list = reach.call(session, region, "ListWorkloads");
            if (account.hasEnabled(region) && reach.allows(list, "*")) {
                accountRegions++;
                var home = workloads.find(account.id(), region);
                int own = home == null ? 0 : home.size();
                owned += own;
                add(LIST_WORKLOADS, pages(own + shared(list), WorkloadService.PAGE));
                if (own > 0) {
                    shares(reach.call(session, region, "ListWorkloadShares"), home, oneByOne);
                }
            }
        }
    }

    /** Asks of each workload whether its shares may be listed only where policies tell workloads apart. */
    private void shares(Call list, RegionalWorkloads home, boolean oneByOne) {
        if (!oneByOne) {
            if (reach.allows(list, anyWorkload(home))) {
                add(LIST_SHARES, home.size() + furtherPages(home));
            }
            return;
        }
        home.visit(0, (_, workload) -> {
            if (reach.allows(list, workload.arn())) {
                int listed = home.countShares(workload.id(), share -> propagation.lists(share, now));
                add(LIST_SHARES, pages(listed, WorkloadService.PAGE));
            }
            return true;
        });
    }

    /** Behind the first of each workload. */
    private int furtherPages(RegionalWorkloads home) {
        var listed = new HashMap<HexId, Integer>();
        home.forEachShare(share -> {
            if (propagation.lists(share, now)) {
                listed.merge(share.workloadId(), 1, Integer::sum);
            }
        });
        return listed.values().stream()
                .mapToInt(it -> pages(it, WorkloadService.PAGE) - 1)
                .sum();
    }

    private static String anyWorkload(RegionalWorkloads home) {
        return Workload.arn(home.account(), home.region(), "0".repeat(32));
    }

    /** How many workloads of others are in an account's own list. */
    private int shared(Call list) {
        return finder.openShares(list, 0, Integer.MAX_VALUE).size();
    }

    private void add(String operation, long more) {
        calls.merge(operation, more, Long::sum);
    }

    private static int pages(int items, int size) {
        return Math.max(1, Math.ceilDiv(items, size));
    }
}
