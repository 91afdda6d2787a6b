package io.sharewell.simulator.server;

import io.sharewell.simulator.cloud.Roles;
import io.sharewell.simulator.services.GlobalSettings;
import io.sharewell.simulator.wellarchitected.Workloads;
import java.time.Duration;
import java.time.Instant;

/**
 * A world at one moment. Only what differs from the organization file takes room.
 *
 * @param takenAt by the simulator's clock
 * @param clockAdvanced how far the clock was ahead of the wall clock
 */
public record Snapshot(
        String name,
        Instant takenAt,
        Duration clockAdvanced,
        World world,
        Workloads.State workloads,
        GlobalSettings.State settings,
        Roles.State roles) {

    static Snapshot of(String name, Simulation simulation) {
        var world = simulation.world();
        return new Snapshot(
                name,
                simulation.clock().instant(),
                simulation.clock().advanced(),
                world,
                world.workloads().state(),
                world.settings().state(),
                world.cloud().roles().state());
    }

    /** The world as it was then. Sessions are the clients' and stay; token buckets are full. */
    World restored() {
        world.workloads().become(workloads);
        world.settings().become(settings);
        world.cloud().roles().become(roles);
        return world.refreshed();
    }
}
