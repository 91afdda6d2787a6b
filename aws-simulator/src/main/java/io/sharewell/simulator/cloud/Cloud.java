package io.sharewell.simulator.cloud;

/** The simulated AWS without its services' own state. */
public record Cloud(Organization organization, Credentials credentials, SimulatorClock clock, long seed) {}
