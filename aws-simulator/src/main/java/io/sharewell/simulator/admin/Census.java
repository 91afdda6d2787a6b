package io.sharewell.simulator.admin;

import io.sharewell.simulator.admin.Work.Walk;
import io.sharewell.simulator.cloud.SimulatorClock;
import io.sharewell.simulator.organization.ShareStatus;
import io.sharewell.simulator.server.Simulation;
import io.sharewell.simulator.server.World;
import io.sharewell.simulator.wellarchitected.RegionalWorkloads;
import io.sharewell.simulator.wellarchitected.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.Callable;

/**
 * Workloads and shares of every account, counted. Counting goes through everything there is, so it is done anew only
 * when the last count is twenty times as old as it took.
 */
final class Census {

    private static final long AT_LEAST_NANOS = Duration.ofMillis(400).toNanos();
    private static final int TIMES_ITS_COST = 20;
    private static final int INVITATIONS = 25;
    private static final Tally NOTHING = new Tally();

    private final Simulation simulation;
    private Count latest;
    private long goodUntil;
    private int changes;

    Census(Simulation simulation) {
        this.simulation = simulation;
    }

    /** Whether the last count will do. */
    boolean isFresh() {
        return latest != null
                && latest.world == simulation.world()
                && latest.advanced.equals(simulation.clock().advanced())
                && System.nanoTime() - goodUntil < 0;
    }

    /** Counts again. */
    Work recount(Callable<?> end) {
        var count = new Count(simulation.world(), simulation.clock());
        long start = System.nanoTime();
        int before = changes;
        return new Walk<>(count.world.workloads().homesByAccount(), count::add, () -> {
            long now = System.nanoTime();
            latest = count;
            goodUntil = before == changes ? now + Math.max(AT_LEAST_NANOS, TIMES_ITS_COST * (now - start)) : now;
            return end.call();
        });
    }

    /** Makes the last count one that will not do: somebody just changed a thing here and wants to see it. */
    void forget() {
        changes++;
        goodUntil = System.nanoTime();
    }

    /** Everything as it was at one moment, or nearly: calls are answered while it is counted. */
    private static final class Count {
        private final World world;
        private final Duration advanced;
        private final Instant now;
        private final Map<String, Tally> byAccount = new HashMap<>();
        private final PriorityQueue<Share> newest = new PriorityQueue<>(Comparator.comparingLong(Share::sequence));
        private int pending;

        private Count(World world, SimulatorClock clock) {
            this.world = world;
            this.advanced = clock.advanced();
            this.now = clock.instant();
        }

        private void add(List<RegionalWorkloads> homes) {
            var tally = new Tally();
            for (var home : homes) {
                tally.addWorkloads(home.size());
                home.forEachShare(share -> add(share, tally));
            }
            byAccount.put(homes.getFirst().account(), tally);
        }

        private void add(Share share, Tally tally) {
            var status = share.status(now);
            tally.addShare(status);
            if (status == ShareStatus.PENDING && ShareAdmin.isInvitation(share)) {
                pending++;
                newest.add(share);
                if (newest.size() > INVITATIONS) {
                    newest.poll();
                }
            }
        }
    }

    /** Workloads and shares of an account; nothing else in it. */
    Tally of(String accountId) {
        return latest.byAccount.getOrDefault(accountId, NOTHING);
    }

    /** How many invitations wait for an answer. */
    int pending() {
        return latest.pending;
    }

    /** The newest of the invitations that wait for an answer, the newest first; not all of them. */
    List<Share> newestPending() {
        return latest.newest.stream()
                .sorted(Comparator.comparingLong(Share::sequence).reversed())
                .toList();
    }
}
