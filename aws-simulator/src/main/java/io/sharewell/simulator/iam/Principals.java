package io.sharewell.simulator.iam;

import java.util.List;

/**
 * A statement's {@code Principal} or {@code NotPrincipal}: who is meant. Only AWS's accounts, users,
 * roles and sessions ever call here, so services and identity providers are left out.
 *
 * @param aws account ids, ARNs or {@code *}
 * @param inverted whether everybody else is meant
 */
record Principals(List<String> aws, boolean inverted) {

    /** Whether the caller is meant: by himself, by his role or by his whole account. */
    boolean include(Caller caller) {
        return aws.stream()
                        .anyMatch(it ->
                                isAccount(it, caller) || !grant(it, caller).equals(Grant.NONE))
                != inverted;
    }

    /** How directly the caller is meant. */
    Grant grant(Caller caller) {
        return inverted ? Grant.NONE : aws.stream().map(it -> grant(it, caller)).reduce(Grant.NONE, Grant::or);
    }

    private static Grant grant(String principal, Caller caller) {
        if (principal.equals("*") || principal.equals(caller.arn())) {
            return Grant.TO_CALLER;
        }
        return principal.equals(caller.principalArn()) ? Grant.TO_ROLE : Grant.NONE;
    }

    private static boolean isAccount(String principal, Caller caller) {
        return principal.equals(caller.accountId()) || principal.equals("arn:aws:iam::" + caller.accountId() + ":root");
    }
}
