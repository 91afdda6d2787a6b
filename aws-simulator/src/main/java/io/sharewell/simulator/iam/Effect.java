package io.sharewell.simulator.iam;

/** What a policy says to a request it has anything to say to. */
public enum Effect {
    ALLOW,
    DENY
}
