package io.sharewell.simulator.wellarchitected;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What became of an account's made-up workloads in a Region: some changed, some gone, some added. */
final class Changes {

    private final Map<HexId, Workload> kept;
    private final TreeMap<Long, HexId> added;
    private final BitSet gone;

    Changes() {
        this(new HashMap<>(), new TreeMap<>(), new BitSet());
    }

    private Changes(Map<HexId, Workload> kept, TreeMap<Long, HexId> added, BitSet gone) {
        this.kept = kept;
        this.added = added;
        this.gone = gone;
    }

    Changes copy() {
        return new Changes(new HashMap<>(kept), new TreeMap<>(added), (BitSet) gone.clone());
    }

    Workload kept(HexId id) {
        return kept.get(id);
    }

    void keep(Workload workload) {
        kept.put(workload.id(), workload);
    }

    /** Adds a workload behind all others, of which {@code made} were made up. */
    void add(Workload workload, int made) {
        keep(workload);
        added.put((added.isEmpty() ? made : added.lastKey()) + 1, workload.id());
    }

    /** Forgets a workload; {@code index} is that of a made-up one, or -1. */
    void remove(HexId id, int index) {
        kept.remove(id);
        if (index >= 0) {
            gone.set(index);
        } else {
            added.values().remove(id);
        }
    }

    boolean isGone(int index) {
        return gone.get(index);
    }

    NavigableMap<Long, HexId> addedAfter(long position) {
        return added.tailMap(position, false);
    }

    /** How many workloads more there are than were made up; below zero if there are fewer. */
    int balance() {
        return added.size() - gone.cardinality();
    }
}
