package io.sharewell.simulator.admin;

import io.sharewell.simulator.organization.ShareStatus;
import io.sharewell.simulator.server.Simulation;
import io.sharewell.simulator.server.World;
import io.sharewell.simulator.wellarchitected.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Workloads and shares of every account, counted. Counting goes through everything there is, on the event loop that
 * also answers AWS's clients, so it is done anew only when the last count is twenty times as old as it took.
 */
final class Census {

    private static final long AT_LEAST_NANOS = Duration.ofMillis(400).toNanos();
    private static final int TIMES_ITS_COST = 20;
    private static final int INVITATIONS = 25;
    private static final Tally NOTHING = new Tally();

    private final Simulation simulation;
    private World counted;
    private Duration advanced;
    private long goodUntil;
    private Map<String, Tally> byAccount;
    private PriorityQueue<Share> newest;
    private int pending;

    Census(Simulation simulation) {
        this.simulation = simulation;
    }

    /** Counts again if need be. */
    void refresh() {
        boolean same =
                counted == simulation.world() && simulation.clock().advanced().equals(advanced);
        if (same && System.nanoTime() - goodUntil < 0) {
            return;
        }
        long start = System.nanoTime();
        count();
        long end = System.nanoTime();
        goodUntil = end + Math.max(AT_LEAST_NANOS, TIMES_ITS_COST * (end - start));
    }

    /** Makes the next {@link #refresh} count: somebody just changed a thing here and wants to see it. */
    void forget() {
        counted = null;
    }

    private void count() {
        counted = simulation.world();
        advanced = simulation.clock().advanced();
        byAccount = new HashMap<>();
        newest = new PriorityQueue<>(Comparator.comparingLong(Share::sequence));
        pending = 0;
        var now = simulation.clock().instant();
        counted.workloads().forEachHome(home -> {
            var tally = byAccount.computeIfAbsent(home.account(), _ -> new Tally());
            tally.addWorkloads(home.size());
            home.forEachShare(share -> count(share, tally, now));
        });
    }

    private void count(Share share, Tally tally, Instant now) {
        var status = share.status(now);
        tally.addShare(status);
        if (status == ShareStatus.PENDING && isInvitation(share)) {
            pending++;
            newest.add(share);
            if (newest.size() > INVITATIONS) {
                newest.poll();
            }
        }
    }

    /** Nearly all that are pending name an account, which shows by their length. */
    private static boolean isInvitation(Share share) {
        return share.sharedWith().length() == 12 || ShareAdmin.isInvitation(share);
    }

    /** Workloads and shares of an account; nothing else in it. */
    Tally of(String accountId) {
        return byAccount.getOrDefault(accountId, NOTHING);
    }

    /** How many invitations wait for an answer. */
    int pending() {
        return pending;
    }

    /** The newest of the invitations that wait for an answer, the newest first; not all of them. */
    List<Share> newestPending() {
        return newest.stream()
                .sorted(Comparator.comparingLong(Share::sequence).reversed())
                .toList();
    }
}
