package io.sharewell.simulator.organization;

/** What else than workloads an account may be invited to. */
public enum InvitationType {
    LENS,
    PROFILE,
    TEMPLATE
}
