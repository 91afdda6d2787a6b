package io.sharewell.broker.domain;

import io.sharewell.events.Envelope;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How often a record's session may be renewed: something is wrong if it is over again and again. Waiting alone does not
 * count up to that within the length of one session.
 *
 * @param window the length of a session
 */
record RenewalCount(Duration window) {

    static final int MOST = 3;

    /** The envelope with one more renewal counted; empty if that is one too many. */
    Optional<Envelope> oneMore(Envelope envelope, Instant now) {
        Instant since = envelope.renewalsSince();
        if (since == null || !now.isBefore(since.plus(window))) {
            return Optional.of(envelope.renewed(1, now));
        }
        return envelope.renewals() < MOST
                ? Optional.of(envelope.renewed(envelope.renewals() + 1, since))
                : Optional.empty();
    }
}
