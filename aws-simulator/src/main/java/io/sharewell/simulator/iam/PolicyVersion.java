package io.sharewell.simulator.iam;

/** Versions of the policy language. */
enum PolicyVersion {
    V2008,
    V2012
}
