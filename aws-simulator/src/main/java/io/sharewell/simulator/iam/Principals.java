package io.sharewell.simulator.iam;

import java.util.List;

/**
 * A statement's {@code Principal}: who is meant.
 *
 * @param aws account ids, ARNs or {@code *}
 */
record Principals(List<String> aws) {

    /** Whether one of these is the caller himself or his whole account. */
    boolean include(Caller caller) {
        return aws.stream().anyMatch(it -> isAccount(it, caller) || names(it, caller));
    }

    /** Whether one of these is the caller himself. */
    boolean name(Caller caller) {
        return aws.stream().anyMatch(it -> names(it, caller));
    }

    private static boolean isAccount(String principal, Caller caller) {
        return principal.equals("*")
                || principal.equals(caller.accountId())
                || principal.equals("arn:aws:iam::" + caller.accountId() + ":root");
    }

    private static boolean names(String principal, Caller caller) {
        return principal.equals(caller.arn()) || principal.equals(caller.principalArn());
    }
}
