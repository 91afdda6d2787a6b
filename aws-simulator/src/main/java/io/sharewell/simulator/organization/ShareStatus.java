package io.sharewell.simulator.organization;

/** Well-Architected's word for where a share is in its life. */
public enum ShareStatus {
    ACCEPTED,
    REJECTED,
    PENDING,
    REVOKED,
    EXPIRED,
    ASSOCIATING,
    ASSOCIATED,
    FAILED
}
