package io.sharewell.simulator.wellarchitected;

import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** One account's workloads in one Region, with their shares. */
public final class RegionalWorkloads {

    private final String account;
    private final String region;
    private final int made;
    private final WorkloadMaker maker;
    private final ClientTokens tokens = new ClientTokens();
    private Map<HexId, Share> firstShares = Map.of();
    private Map<HexId, Workload> kept = Map.of();
    private TreeMap<Long, HexId> keptInOrder = new TreeMap<>();
    private BitSet gone = new BitSet(0);

    RegionalWorkloads(String account, String region, int made, long seed) {
        this.account = account;
        this.region = region;
        this.made = made;
        this.maker = new WorkloadMaker(seed, account, region);
    }

    public String account() {
        return account;
    }

    public String region() {
        return region;
    }

    public ClientTokens tokens() {
        return tokens;
    }

    public int size() {
        return made - gone.cardinality() + keptInOrder.size();
    }

    /** Null if there is none of that id. */
    public Workload find(HexId id) {
        var workload = kept.get(id);
        if (workload != null) {
            return workload;
        }
        int index = maker.indexOf(id);
        return index >= 0 && index < made && !gone.get(index) ? maker.make(index) : null;
    }

    /** Adds a new workload after all others. */
    public void add(Workload workload) {
        keep(workload);
        long last = keptInOrder.isEmpty() ? made : keptInOrder.lastKey();
        keptInOrder.put(last + 1, workload.id());
    }

    /** Puts a changed workload in the place of what it was. */
    public void replace(Workload workload) {
        keep(workload);
    }

    private void keep(Workload workload) {
        if (kept.isEmpty()) {
            kept = new LinkedHashMap<>();
        }
        kept.put(workload.id(), workload);
    }

    /** Removes a workload; its shares must have gone before. */
    public void remove(HexId id) {
        int index = maker.indexOf(id);
        if (index >= 0 && index < made) {
            gone.set(index);
        }
        if (kept.remove(id) != null) {
            keptInOrder.values().remove(id);
        }
    }

    /**
     * Walks through the workloads behind a position, in order, until the visitor has enough.
     *
     * @param after position of the last workload seen; 0 to begin
     * @param visitor gets position and workload; false ends the walk
     */
    public void visit(long after, Visitor visitor) {
        for (int index = (int) Math.min(after, made); index < made; index++) {
            if (!gone.get(index)) {
                var workload = maker.make(index);
                if (!visitor.visit(index + 1, kept.getOrDefault(workload.id(), workload))) {
                    return;
                }
            }
        }
        for (var entry : keptInOrder.tailMap(after, false).entrySet()) {
            if (!visitor.visit(entry.getKey(), kept.get(entry.getValue()))) {
                return;
            }
        }
    }

    /** See {@link #visit}. */
    @FunctionalInterface
    public interface Visitor {
        boolean visit(long position, Workload workload);
    }

    /** A workload's first share, the oldest; null if it has none. */
    Share firstShare(HexId workload) {
        return firstShares.get(workload);
    }

    void attach(Share share) {
        if (firstShares.isEmpty()) {
            firstShares = new HashMap<>();
        }
        var last = firstShares.putIfAbsent(share.workloadId(), share);
        while (last != null && last.next != null) {
            last = last.next;
        }
        if (last != null) {
            last.next = share;
        }
    }

    void detach(Share share) {
        var first = firstShares.get(share.workloadId());
        if (first == share) {
            if (share.next == null) {
                firstShares.remove(share.workloadId());
            } else {
                firstShares.put(share.workloadId(), share.next);
            }
            return;
        }
        while (first.next != share) {
            first = first.next;
        }
        first.next = share.next;
    }

    /** The oldest of a workload's shares that is as wanted; null if none is. */
    public Share findShare(HexId workload, Predicate<Share> wanted) {
        for (var share = firstShare(workload); share != null; share = share.next) {
            if (wanted.test(share)) {
                return share;
            }
        }
        return null;
    }

    public int countShares(HexId workload) {
        int count = 0;
        for (var share = firstShare(workload); share != null; share = share.next) {
            count++;
        }
        return count;
    }

    /** Every share of every workload here, in no particular order. */
    void forEachShare(Consumer<Share> action) {
        for (var first : firstShares.values()) {
            for (var share = first; share != null; share = share.next) {
                action.accept(share);
            }
        }
    }
}
