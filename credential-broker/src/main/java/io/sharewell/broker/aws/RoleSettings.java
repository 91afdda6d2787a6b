package io.sharewell.broker.aws;

import io.sharewell.broker.domain.SessionRequest;
import io.sharewell.events.AccountId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How roles are assumed.
 *
 * @param name the role's name, the same in every account
 * @param acceptance the role for the purpose ACCEPT; empty if invitations are not accepted
 * @param path begins and ends with a slash
 * @param sessionPolicy JSON that goes with every session; empty for the policy of its purpose and mode
 * @param externalId what the trust policy asks for, if it does
 * @param duration of a session, 15 minutes to 1 hour
 * @param sourceIdentity sent with every AssumeRole, if at all
 * @param tags session tags, usually none
 */
public record RoleSettings(
        String name,
        Optional<RoleArn> acceptance,
        String path,
        Optional<String> sessionPolicy,
        Optional<String> externalId,
        Duration duration,
        Optional<String> sourceIdentity,
        Map<String, String> tags) {

    public RoleSettings {
        tags = Map.copyOf(tags);
    }

    /** The role for a session; empty if there is none for its purpose in its account. */
    Optional<String> arn(SessionRequest request) {
        AccountId account = request.context().accountId();
        return switch (request.context().purpose()) {
            case SHARE, UNSHARE -> Optional.of(new RoleArn(request.partition(), account, path, name).toString());
            case ACCEPT ->
                acceptance.filter(role -> role.account().equals(account)).map(RoleArn::toString);
        };
    }
}
