package io.sharewell.simulator.wellarchitected;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The shares of each workload, oldest first. A chain of links takes less room than a list for each. */
final class ShareChains {

    /** Most accounts have but a few workloads in a Region. */
    private static final int FEW = 4;

    private final Map<HexId, Share> first = new HashMap<>(FEW);

    void add(Share share) {
        var last = first.putIfAbsent(share.workloadId(), share);
        while (last != null && last.next != null) {
            last = last.next;
        }
        if (last != null) {
            last.next = share;
        }
    }

    void remove(Share share) {
        var link = first.get(share.workloadId());
        if (link == share && share.next == null) {
            first.remove(share.workloadId());
        } else if (link == share) {
            first.put(share.workloadId(), share.next);
        } else {
            while (link.next != share) {
                link = link.next;
            }
            link.next = share.next;
        }
    }

    /** The oldest of a workload's shares that is as wanted; null if none is. */
    Share find(HexId workload, Predicate<Share> wanted) {
        for (var share = first.get(workload); share != null; share = share.next) {
            if (wanted.test(share)) {
                return share;
            }
        }
        return null;
    }

    void forEach(Consumer<Share> action) {
        for (var start : first.values()) {
            for (var share = start; share != null; share = share.next) {
                action.accept(share);
            }
        }
    }
}
