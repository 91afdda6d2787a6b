package io.sharewell.writer.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.events.AccountDiscovered;
import io.sharewell.events.AccountId;
import io.sharewell.events.Envelope;
import io.sharewell.events.Mode;
import io.sharewell.events.Purpose;
import io.sharewell.events.WorkRecord;
import io.sharewell.writer.domain.Delivery;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveriesTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Envelope FIRST = Envelope.of("sweep-1", Purpose.SHARE, Mode.APPLY);

    @Test
    void aFreshRecordComesForTheFirstTime() {
        assertThat(Deliveries.of(record(FIRST), NOW.minusSeconds(600), NOW)).isEqualTo(Delivery.FIRST);
    }

    @Test
    void anOldRecordMayHaveComeBefore() {
        assertThat(Deliveries.of(record(FIRST), NOW.minusSeconds(601), NOW)).isEqualTo(Delivery.REPEATED);
    }

    @Test
    void aRecordOfUnknownAgeMayHaveComeBefore() {
        assertThat(Deliveries.of(record(FIRST), null, NOW)).isEqualTo(Delivery.REPEATED);
    }

    @Test
    void aRecordThatWasTriedOrRenewedComesAgain() {
        assertThat(Deliveries.of(record(FIRST.nextAttempt()), NOW, NOW)).isEqualTo(Delivery.REPEATED);
        assertThat(Deliveries.of(record(FIRST.renewed(1, NOW)), NOW, NOW)).isEqualTo(Delivery.REPEATED);
    }

    private static WorkRecord record(Envelope envelope) {
        return new AccountDiscovered(
                envelope,
                AccountId.of("123456789012"),
                null,
                null,
                "aws",
                List.of(),
                null,
                null,
                AccountDiscovered.Cause.SCHEDULE);
    }
}
