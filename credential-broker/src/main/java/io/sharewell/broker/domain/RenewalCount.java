package io.sharewell.broker.domain;

import io.sharewell.events.Envelope;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How often a record's session may be renewed: something is wrong if it is over again and again. */
final class RenewalCount {

    static final int MOST = 3;
    static final Duration WINDOW = Duration.ofHours(1);

    private RenewalCount() {}

    /** The envelope with one more renewal counted; empty if that is one too many. */
    static Optional<Envelope> oneMore(Envelope envelope, Instant now) {
        Instant since = envelope.renewalsSince();
        if (since == null || !now.isBefore(since.plus(WINDOW))) {
            return Optional.of(envelope.renewed(1, now));
        }
        return envelope.renewals() < MOST
                ? Optional.of(envelope.renewed(envelope.renewals() + 1, since))
                : Optional.empty();
    }
}
