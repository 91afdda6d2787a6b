package io.sharewell.broker.domain;

import io.sharewell.events.Grant;
import io.sharewell.events.SealedSession;
import java.time.Duration;
import java.time.Instant;

/**
 * An account's session as it is handed out: one seal and one grant for all its units.
 *
 * @param grant the leave to renew it, made when the session was opened
 */
public record AccountSession(SealedSession session, Grant grant) {

    /** Whoever gets a session can work with it at least so long. */
    static final Duration LEAST_LEFT = Duration.ofMinutes(10);

    boolean isGoodFor(Instant now) {
        return !session.expiresAt().minus(LEAST_LEFT).isBefore(now);
    }
}
