package io.sharewell.simulator.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CallRateTest {

    private static final class HandClock extends Clock {
        private Instant now = Instant.parse("2026-11-21T12:00:00Z");

        private void advance(int seconds) {
            now = now.plus(Duration.ofSeconds(seconds));
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final HandClock clock = new HandClock();
    private final CallRate rate = new CallRate(clock);

    @Test
    void tellsOfWholeSecondsOnly() {
        rate.count(false);
        rate.count(true);
        assertThat(rate.latest().calls()).containsOnly(0L);

        clock.advance(1);

        assertThat(rate.latest().calls()).hasSize(CallRate.SECONDS).endsWith(0L, 2L);
        assertThat(rate.latest().errors()).endsWith(0L, 1L);
    }

    @Test
    void movesOnWithTheTimeAndForgetsWhatIsOld() {
        rate.count(false);
        clock.advance(3);
        rate.count(false);
        clock.advance(1);
        assertThat(rate.latest().calls()).endsWith(1L, 0L, 0L, 1L);

        clock.advance(CallRate.SECONDS - 1);
        assertThat(rate.latest().calls()[0]).isEqualTo(1);
        clock.advance(1);
        assertThat(rate.latest().calls()).containsOnly(0L);
    }

    @Test
    void isEmptyAfterALongSilence() {
        rate.count(false);
        clock.advance(100_000);

        assertThat(rate.latest().calls()).containsOnly(0L);
    }

    @Test
    void standsStillWhileTheWallClockIsSetBack() {
        rate.count(false);
        clock.advance(-30);
        rate.count(false);
        clock.advance(31);

        assertThat(rate.latest().calls()).endsWith(2L);
    }
}
