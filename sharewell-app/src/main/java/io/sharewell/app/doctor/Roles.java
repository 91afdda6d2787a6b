package io.sharewell.app.doctor;

import io.sharewell.aws.RateLimiter;
import io.sharewell.broker.aws.RoleArn;
import io.sharewell.broker.aws.RoleSettings;
import io.sharewell.broker.aws.StsRoleAssumer;
import io.sharewell.broker.domain.Assumption;
import io.sharewell.broker.domain.SessionRequest;
import io.sharewell.events.Mode;
import io.sharewell.events.Purpose;
import io.sharewell.events.Region;
import io.sharewell.seal.SealContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Assumes roles as the credential-broker does, for sessions that may read only: the session policy is that of a sweep which
 * plans, so nothing that doctor does could write.
 */
final class Roles {

    private static final String SESSION = "doctor";
    private static final Duration AS_A_SWEEP_ASKS = Duration.ofHours(1);

    private final Clients clients;
    private final RateLimiter.Single turns = RateLimiter.single(100, 20);

    Roles(Clients clients) {
        this.clients = clients;
    }

    /** @throws io.sharewell.events.HeldUpException if AWS did not answer */
    Assumption assume(RoleArn role, Optional<String> externalId, Purpose purpose, Region region) {
        RoleSettings settings = new RoleSettings(
                role.name(),
                Optional.of(role),
                role.path(),
                Optional.empty(),
                externalId,
                AS_A_SWEEP_ASKS,
                Optional.empty(),
                Map.of());
        return new StsRoleAssumer(List.of(region), clients::sts, settings, turns)
                .assume(new SessionRequest(
                        new SealContext(SESSION, role.account(), purpose, Mode.PLAN), role.partition()));
    }
}
