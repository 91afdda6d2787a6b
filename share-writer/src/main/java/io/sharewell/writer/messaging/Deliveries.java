package io.sharewell.writer.messaging;

import io.sharewell.events.Envelope;
import io.sharewell.events.WorkRecord;
import io.sharewell.writer.domain.Delivery;
import java.time.Duration;
import java.time.Instant;

/**
 * Tells whether a record may have been worked on before. A delivery that only Kafka repeats shows in nothing but the
 * record's age.
 */
final class Deliveries {

    static final Duration FRESH = Duration.ofMinutes(10);

    private Deliveries() {}

    /** @param saidAt when the record was said; null if that is not known */
    static Delivery of(WorkRecord record, Instant saidAt, Instant now) {
        Envelope envelope = record.envelope();
        boolean cameBack = envelope.attempt() > 0 || envelope.renewals() > 0;
        boolean old = saidAt == null || saidAt.isBefore(now.minus(FRESH));
        return cameBack || old ? Delivery.REPEATED : Delivery.FIRST;
    }
}
