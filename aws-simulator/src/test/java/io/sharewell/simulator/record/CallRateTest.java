package io.sharewell.simulator.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.threeten.extra.MutableClock;

class CallRateTest {

    private final MutableClock clock = MutableClock.of(Instant.parse("2026-11-21T08:00:00Z"), ZoneOffset.UTC);
    private final CallRate rate = new CallRate(clock);

    @Test
    void tellsOfWholeSecondsOnly() {
        rate.count(false);
        rate.count(true);
        assertThat(rate.latest().calls()).containsOnly(0L);

        clock.add(Duration.ofSeconds(1));

        assertThat(rate.latest().calls()).hasSize(CallRate.SECONDS).endsWith(0L, 2L);
        assertThat(rate.latest().errors()).endsWith(0L, 1L);
    }

    @Test
    void movesOnWithTheTimeAndForgetsWhatIsOld() {
        rate.count(false);
        clock.add(Duration.ofSeconds(3));
        rate.count(false);
        clock.add(Duration.ofSeconds(1));
        assertThat(rate.latest().calls()).endsWith(1L, 0L, 0L, 1L);

        clock.add(Duration.ofSeconds(CallRate.SECONDS - 1));
        assertThat(rate.latest().calls()[0]).isEqualTo(1);
        clock.add(Duration.ofSeconds(1));
        assertThat(rate.latest().calls()).containsOnly(0L);
    }

    @Test
    void isEmptyAfterALongSilence() {
        rate.count(false);
        clock.add(Duration.ofSeconds(100_000));

        assertThat(rate.latest().calls()).containsOnly(0L);
    }

    @Test
    void standsStillWhileTheWallClockIsSetBack() {
        rate.count(false);
        clock.add(Duration.ofSeconds(-30));
        rate.count(false);
        clock.add(Duration.ofSeconds(31));

        assertThat(rate.latest().calls()).endsWith(2L);
    }
}
