package io.sharewell.simulator.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Worlds to return to, by name. */
public final class Snapshots {

    private final Simulation simulation;
    private final Map<String, Snapshot> byName = new LinkedHashMap<>();
    private int named;

    Snapshots(Simulation simulation) {
        this.simulation = simulation;
    }

    /** Takes one, in place of one of the same name; null: a name is made up. */
    public Snapshot take(String name) {
        var snapshot = Snapshot.of(name == null ? newName() : name, simulation);
        byName.put(snapshot.name(), snapshot);
        return snapshot;
    }

    private String newName() {
        do {
            named++;
        } while (byName.containsKey("snapshot-" + named));
        return "snapshot-" + named;
    }

    /** Oldest name first. */
    public List<Snapshot> all() {
        return new ArrayList<>(byName.values());
    }

    /** Null if there is none of that name. */
    public Snapshot find(String name) {
        return byName.get(name);
    }

    /** False if there was none of that name. */
    public boolean remove(String name) {
        return byName.remove(name) != null;
    }
}
