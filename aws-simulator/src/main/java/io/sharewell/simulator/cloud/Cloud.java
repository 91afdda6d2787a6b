package io.sharewell.simulator.cloud;

/** The simulated AWS without its services' own state. */
public record Cloud(Organization organization, Roles roles, Credentials credentials, SimulatorClock clock, long seed) {}
