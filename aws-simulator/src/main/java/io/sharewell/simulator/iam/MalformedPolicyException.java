package io.sharewell.simulator.iam;

/** A policy document that IAM would not take. */
public final class MalformedPolicyException extends RuntimeException {

    MalformedPolicyException(String message) {
        super(message);
    }
}
