package io.sharewell.simulator.iam;

import java.util.List;

/**
 * Every policy that has a say in what a caller may do.
 *
 * @param identity the user's or the role's own policies
 * @param boundary the permissions boundary, null if there is none
 * @param session the session's policies, null if the session was given none
 * @param organization SCPs per level from the root down to the account; empty for accounts they do not govern
 */
public record PolicySet(List<Policy> identity, Policy boundary, List<Policy> session, List<Level> organization) {

    /** SCPs attached to the root, to one OU or to the account. */
    public record Level(List<ServiceControlPolicy> policies) {}

    /** An SCP with the ARN that AWS names in its refusals. */
    public record ServiceControlPolicy(String arn, Policy policy) {}
}
