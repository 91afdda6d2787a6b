package io.sharewell.simulator.iam;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Every policy that has a say in what a caller may do.
 *
 * @param identity the user's or the role's own policies
 * @param boundary the permissions boundary, null if there is none
 * @param session the session's policies, null if the session was given none
 * @param organization SCPs per level from the root down to the account; empty for accounts they do not govern
 */
public record PolicySet(List<Policy> identity, Policy boundary, List<Policy> session, List<Level> organization) {

    /** Whether what they allow may differ from resource to resource. */
    public boolean nameResources() {
        var own = Stream.concat(identity.stream(), Stream.of(boundary).filter(Objects::nonNull));
        var given = session == null ? Stream.<Policy>of() : session.stream();
        var above = organization.stream().flatMap(it -> it.policies().stream()).map(ServiceControlPolicy::policy);
        return Stream.of(own, given, above).flatMap(it -> it).anyMatch(Policy::namesResources);
    }

    /** SCPs attached to the root, to one OU or to the account. */
    public record Level(List<ServiceControlPolicy> policies) {}

    /** An SCP with the ARN that AWS names in its refusals. */
    public record ServiceControlPolicy(String arn, Policy policy) {}
}
