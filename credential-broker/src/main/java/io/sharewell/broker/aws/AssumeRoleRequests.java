package io.sharewell.broker.aws;

import io.sharewell.broker.domain.RoleSessionName;
import io.sharewell.broker.domain.SessionPolicy;
import io.sharewell.broker.domain.SessionRequest;
import java.util.Map;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.Tag;

/** Writes the requests to STS. */
final class AssumeRoleRequests {

    private final RoleSettings role;

    AssumeRoleRequests(RoleSettings role) {
        this.role = role;
    }

    AssumeRoleRequest of(SessionRequest wanted, String roleArn) {
        AssumeRoleRequest.Builder request = AssumeRoleRequest.builder()
                .roleArn(roleArn)
                .roleSessionName(RoleSessionName.of(wanted.context().sweepId()))
                .policy(role.sessionPolicy().orElseGet(() -> SessionPolicy.of(wanted.context())))
                .durationSeconds(Math.toIntExact(role.duration().toSeconds()));
        role.externalId().ifPresent(request::externalId);
        // These two need an action more in every account's trust policy and in the broker's own: never sent unless
        // asked for
        role.sourceIdentity().ifPresent(request::sourceIdentity);
        if (!role.tags().isEmpty()) {
            request.tags(role.tags().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(tag -> Tag.builder()
                            .key(tag.getKey())
                            .value(tag.getValue())
                            .build())
                    .toList());
        }
        return request.build();
    }
}
