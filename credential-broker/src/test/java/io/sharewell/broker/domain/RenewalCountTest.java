package io.sharewell.broker.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.events.Envelope;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenewalCountTest {

    private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

    /** A session is handed out with ten minutes left or more, and used until its last minute. */
    @ParameterizedTest
    @CsvSource({"PT15M, PT14M", "PT15M, PT9M", "PT1H, PT59M"})
    void aRecordThatWaitsIsRenewedAgainAndAgain(Duration session, Duration wait) {
        assertThat(renewed(10, wait, session)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"PT15M, PT0S", "PT15M, PT4M", "PT1H, PT19M"})
    void aRecordIsRenewedThreeTimesWithinTheLengthOfASession(Duration session, Duration wait) {
        assertThat(renewed(3, wait, session)).isPresent();
        assertThat(renewed(4, wait, session)).isEmpty();
    }

    private static Optional<Envelope> renewed(int times, Duration wait, Duration session) {
        RenewalCount count = new RenewalCount(session);
        Optional<Envelope> envelope = Optional.of(Broker.ENVELOPE);
        for (int i = 0; i < times; i++) {
            Instant now = START.plus(wait.multipliedBy(i));
            envelope = envelope.flatMap(it -> count.oneMore(it, now));
        }
        return envelope;
    }
}
