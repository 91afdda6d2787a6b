package io.sharewell.broker.domain;

import io.sharewell.events.Problem;
import io.sharewell.seal.SessionCredentials;
import java.time.Instant;

/** What came of asking for a role. */
public sealed interface Assumption {

    /**
     * @param credentials of the account that AWS says the role is in
     * @param expiresAt the session's end, as AWS gave it
     */
    record Assumed(SessionCredentials credentials, Instant expiresAt) implements Assumption {}

    /** AWS said no, and would say so again. */
    record Refused(Problem problem) implements Assumption {}
}
