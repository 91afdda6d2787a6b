package io.sharewell.simulator.wellarchitected;

import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The shares of each workload, oldest first: chains of links, and their first links in a table that is
 * searched from the place a workload's id names. A map of lists would take four times the room.
 */
final class ShareChains {

    /** Most accounts have but a few workloads in a Region; always a power of two. */
    private static final int FEW = 4;

    private Share[] first = new Share[FEW];
    private int used;

    void add(Share share) {
        int slot = slot(share.workloadId());
        var last = first[slot];
        if (last == null) {
            first[slot] = share;
            used++;
            if (used * 4 > first.length * 3) {
                rebuild(first.length * 2);
            }
            return;
        }
        while (last.next != null) {
            last = last.next;
        }
        last.next = share;
    }

    /** The place of a workload's first share, or where it would be. */
    private int slot(HexId workload) {
        int slot = workload.hashCode() & first.length - 1;
        while (first[slot] != null && !first[slot].isOf(workload)) {
            slot = slot + 1 & first.length - 1;
        }
        return slot;
    }

    private void rebuild(int size) {
        var chains = first;
        first = new Share[size];
        for (var chain : chains) {
            if (chain != null) {
                first[slot(chain.workloadId())] = chain;
            }
        }
    }

    void remove(Share share) {
        int slot = slot(share.workloadId());
        if (first[slot] == share) {
            first[slot] = share.next;
            if (share.next == null) {
                // The gap would hide those behind it.
                used--;
                rebuild(first.length);
            }
            return;
        }
        var link = first[slot];
        while (link.next != share) {
            link = link.next;
        }
        link.next = share.next;
    }

    /** The oldest of a workload's shares that is as wanted; null if none is. */
    Share find(HexId workload, Predicate<Share> wanted) {
        for (var share = first[slot(workload)]; share != null; share = share.next) {
            if (wanted.test(share)) {
                return share;
            }
        }
        return null;
    }

    void forEach(Consumer<Share> action) {
        for (var start : first) {
            for (var share = start; share != null; share = share.next) {
                action.accept(share);
            }
        }
    }
}
