package io.sharewell.simulator.server;

import io.sharewell.simulator.cloud.SimulatorClock;
import io.sharewell.simulator.model.ServiceModels;
import io.sharewell.simulator.organization.OrganizationFile;
import io.sharewell.simulator.record.CallCounters;
import io.sharewell.simulator.record.Journal;
import io.sharewell.simulator.trouble.Faults;
import java.time.Clock;
import java.util.function.UnaryOperator;

/** All that there is, for the two servers that look at it. Touched on their event loop only. */
public final class Simulation {

    private final ServiceModels models = ServiceModels.load();
    private final SimulatorClock clock = new SimulatorClock(Clock.systemUTC());
    private final Faults faults = new Faults();
    private final CallCounters counters = new CallCounters(Clock.systemUTC());
    private final UnaryOperator<OrganizationFile> options;
    private final Journal journal;
    private final Snapshots snapshots = new Snapshots(this);
    private World world;

    /**
     * Loads an organization.
     *
     * @param options what the simulator was started with, to be applied to every organization it is given
     * @param journalSize how many calls are remembered
     * @throws io.sharewell.simulator.organization.OrganizationFileException if the file contradicts itself
     */
    public Simulation(OrganizationFile file, UnaryOperator<OrganizationFile> options, int journalSize) {
        this.options = options;
        this.journal = new Journal(journalSize);
        this.world = World.of(options.apply(file), clock);
    }

    /** Builds the world of an organization file, here with its text; in whatever thread. */
    public World read(String organization) {
        return World.of(options.apply(OrganizationFile.parse(organization)), clock);
    }

    /** Puts another world in the place of this one and forgets everything that happened. */
    public void replace(World other) {
        world = other;
        faults.clear();
        counters.clear();
        journal.clear();
    }

    /** Goes back to a world and its time. What happened stays counted and remembered, faults stay set. */
    public void restore(Snapshot snapshot) {
        world = snapshot.restored();
        clock.become(snapshot.clockAdvanced());
    }

    public Snapshots snapshots() {
        return snapshots;
    }

    public ServiceModels models() {
        return models;
    }

    public SimulatorClock clock() {
        return clock;
    }

    public Faults faults() {
        return faults;
    }

    public CallCounters counters() {
        return counters;
    }

    public Journal journal() {
        return journal;
    }

    public World world() {
        return world;
    }
}
