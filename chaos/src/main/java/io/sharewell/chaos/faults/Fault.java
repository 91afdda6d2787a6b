package io.sharewell.chaos.faults;

import io.sharewell.chaos.world.SimulatorAdmin;
import io.sharewell.simulator.organization.OrganizationFile;

/** Something that goes wrong in a round. Its {@code toString} is what the schedule says of it. */
public interface Fault {

    /** The organization as this fault wants it to be from the beginning. */
    default OrganizationFile alter(OrganizationFile organization) {
        return organization;
    }

    /** What must be set before the sweep begins. */
    default void prepare(SimulatorAdmin aws) {}

    /** Whether it is about what happens in the first moments of a sweep only: accounts are opened soon. */
    default boolean isEarly() {
        return false;
    }

    /**
     * Does it, in the middle of the sweep; returns when it is over.
     *
     * @return what came of it, for the log
     */
    String strike(Scene scene);
}
