package io.sharewell.broker.aws;

import io.sharewell.broker.domain.SessionRequest;
import io.sharewell.events.Purpose;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How roles are assumed.
 *
 * @param name the role's name, the same in every account
 * @param acceptanceName the role for the purpose ACCEPT, if it is another
 * @param path begins and ends with a slash
 * @param externalId what the trust policy asks for, if it does
 * @param duration of a session, 15 minutes to 1 hour
 * @param sourceIdentity sent with every AssumeRole, if at all
 * @param tags session tags, usually none
 */
public record RoleSettings(
        String name,
        Optional<String> acceptanceName,
        String path,
        Optional<String> externalId,
        Duration duration,
        Optional<String> sourceIdentity,
        Map<String, String> tags) {

    public RoleSettings {
        tags = Map.copyOf(tags);
    }

    String arn(SessionRequest request) {
        return "arn:" + request.partition() + ":iam::" + request.context().accountId() + ":role" + path
                + nameFor(request.context().purpose());
    }

    private String nameFor(Purpose purpose) {
        return switch (purpose) {
            case SHARE, UNSHARE -> name;
            case ACCEPT -> acceptanceName.orElse(name);
        };
    }
}
