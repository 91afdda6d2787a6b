package io.sharewell.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bucket4j.BlockingStrategy;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

    /** A clock that waiting moves on. */
    private static final class FakeTime implements TimeMeter, BlockingStrategy {

        private long nanos;

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }

        @Override
        public void park(long nanosToPark) throws InterruptedException {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            nanos += nanosToPark;
        }

        void advance(Duration duration) {
            nanos += duration.toNanos();
        }
    }

    private static final Duration AT_ONCE = Duration.ZERO;

    private final FakeTime time = new FakeTime();
    private final RateLimiter<String> limiter = new RateLimiter<>(10, 2, time, time);

    @Test
    void givesTheBurstAtOnceAndThenNoMore() {
        assertThat(limiter.tryAcquire("a", AT_ONCE)).isTrue();
        assertThat(limiter.tryAcquire("a", AT_ONCE)).isTrue();
        assertThat(limiter.tryAcquire("a", AT_ONCE)).isFalse();
    }

    @Test
    void givesATokenBackAtItsRate() {
        useUp("a");

        time.advance(Duration.ofMillis(99));
        assertThat(limiter.tryAcquire("a", AT_ONCE)).isFalse();
        time.advance(Duration.ofMillis(1));
        assertThat(limiter.tryAcquire("a", AT_ONCE)).isTrue();
    }

    @Test
    void waitsNoLongerThanNeeded() {
        useUp("a");

        assertThat(limiter.tryAcquire("a", Duration.ofSeconds(5))).isTrue();
        assertThat(time.nanos).isEqualTo(Duration.ofMillis(100).toNanos());
    }

    @Test
    void doesNotWaitInVain() {
        useUp("a");

        assertThat(limiter.tryAcquire("a", Duration.ofMillis(99))).isFalse();
        assertThat(time.nanos).isZero();
    }

    @Test
    void tellsThoseWhoDoNotWaitToComeBackOneAfterTheOther() {
        useUp("a");

        assertThat(untilTurn("a")).isEqualTo(100);
        assertThat(untilTurn("a")).isEqualTo(200);
        time.advance(Duration.ofMillis(150));
        assertThat(untilTurn("a")).isEqualTo(150);
        assertThat(untilTurn("b")).as("has a full bucket").isLessThanOrEqualTo(100);
    }

    @Test
    void tellsNobodyToComeBackLaterThanTheyWant() {
        useUp("a");
        for (int i = 0; i < 1_000; i++) {
            assertThat(untilTurn("a")).isLessThanOrEqualTo(5_000);
        }
        assertThat(untilTurn("a")).isEqualTo(5_000);

        time.advance(Duration.ofSeconds(5));

        assertThat(limiter.tryAcquire("a", AT_ONCE)).isTrue();
        useUp("a");
        assertThat(untilTurn("a")).as("those of long ago do not hold up others").isEqualTo(100);
    }

    @Test
    void whoComesBackInTurnFindsAToken() {
        useUp("a");
        List<Long> promised = Stream.generate(() -> untilTurn("a")).limit(40).toList();

        for (long millis : promised) {
            time.nanos = Duration.ofMillis(millis).toNanos();
            assertThat(limiter.tryAcquire("a", AT_ONCE)).isTrue();
        }
    }

    private long untilTurn(String key) {
        return limiter.untilTurn(key, Duration.ofSeconds(5)).toMillis();
    }

    @Test
    void keepsKeysApart() {
        useUp("a");

        assertThat(limiter.tryAcquire("b", AT_ONCE)).isTrue();
    }

    @Test
    void knowsRatesBelowOnePerSecond() {
        RateLimiter<String> slow = new RateLimiter<>(0.5, 1, time, time);
        slow.tryAcquire("a", AT_ONCE);

        time.advance(Duration.ofMillis(1_999));
        assertThat(slow.tryAcquire("a", AT_ONCE)).isFalse();
        time.advance(Duration.ofMillis(1));
        assertThat(slow.tryAcquire("a", AT_ONCE)).isTrue();
    }

    @Test
    void forgetsAKeyOnceItsBucketIsFullAgain() {
        RateLimiter<String> wide = new RateLimiter<>(10, 100, time, time);
        wide.tryAcquire("a", AT_ONCE);
        wide.tryAcquire("b", AT_ONCE);

        time.advance(Duration.ofSeconds(9));
        wide.tryAcquire("b", AT_ONCE);
        time.advance(Duration.ofSeconds(5));

        assertThat(wide.keys()).isEqualTo(1);
    }

    @Test
    void remembersAKeyUntilThoseWhoWaitForItHaveTheirTokens() {
        RateLimiter<String> stopped = new RateLimiter<>(10, 2, time, nanos -> {});
        for (int i = 0; i < 1_000; i++) {
            assertThat(stopped.tryAcquire("a", Duration.ofMinutes(5))).isTrue();
        }

        time.advance(Duration.ofSeconds(99));
        assertThat(stopped.tryAcquire("a", AT_ONCE)).isFalse();

        time.advance(Duration.ofSeconds(5));
        assertThat(stopped.keys()).isZero();
    }

    @Test
    void remembersAKeyUntilThoseWhoWentAwayAreBack() {
        useUp("a");
        Stream.generate(() -> untilTurn("a")).limit(40).forEach(_ -> {});

        time.advance(Duration.ofSeconds(3));

        assertThat(untilTurn("a")).as("after the 40").isEqualTo(1_100);
    }

    @Test
    void remembersAnEmptyBucketUntilItIsFullAgain() {
        RateLimiter<String> slow = new RateLimiter<>(1.0 / 3600, 1, time, time);
        slow.tryAcquire("a", AT_ONCE);

        time.advance(Duration.ofMinutes(59));

        assertThat(slow.tryAcquire("a", AT_ONCE)).isFalse();
    }

    @Test
    void givesNothingToAnInterruptedThread() {
        useUp("a");
        Thread.currentThread().interrupt();

        boolean acquired = limiter.tryAcquire("a", Duration.ofSeconds(1));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(acquired).isFalse();
    }

    @Test
    void limitsSomethingWithoutKeys() {
        RateLimiter.Single single = RateLimiter.single(0.001, 1);

        assertThat(single.tryAcquire(AT_ONCE)).isTrue();
        assertThat(single.tryAcquire(AT_ONCE)).isFalse();
    }

    @Test
    void waitsInRealTimeOnAVirtualThread() throws Exception {
        RateLimiter<String> real = new RateLimiter<>(100, 1);
        boolean[] acquired = new boolean[2];

        Thread.ofVirtual()
                .start(() -> {
                    acquired[0] = real.tryAcquire("a", AT_ONCE);
                    acquired[1] = real.tryAcquire("a", Duration.ofSeconds(5));
                })
                .join();

        assertThat(acquired).containsExactly(true, true);
    }

    @Test
    void refusesARateOfNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RateLimiter<String>(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new RateLimiter<String>(Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new RateLimiter<String>(1, 0));
    }

    private void useUp(String key) {
        while (limiter.tryAcquire(key, AT_ONCE)) {
            // Until it is empty.
        }
    }
}
