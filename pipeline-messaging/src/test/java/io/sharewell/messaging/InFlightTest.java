package io.sharewell.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.threeten.extra.MutableClock;

@Timeout(10)
class InFlightTest {

    private final MutableClock clock = MutableClock.of(Instant.parse("2026-11-21T08:00:00Z"), ZoneOffset.UTC);
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final InFlight inFlight = new InFlight("scanner", clock, metrics);
    private final Message<String> first = Message.of("same");
    private final Message<String> second = Message.of("same");

    @Test
    void countsWhatIsInFlightAndTellsTheAgeOfTheOldest() {
        inFlight.enter(first);
        clock.add(Duration.ofSeconds(7));
        inFlight.enter(second);

        assertThat(gauge("sharewell.records.in.flight")).isEqualTo(2);
        assertThat(gauge("sharewell.records.oldest.age")).isEqualTo(7);

        inFlight.leave(first);

        assertThat(gauge("sharewell.records.in.flight")).isEqualTo(1);
        assertThat(gauge("sharewell.records.oldest.age")).isZero();
    }

    @Test
    void drainsAtOnceWhenNothingIsInFlight() throws InterruptedException {
        assertThat(inFlight.drain(System.nanoTime())).isZero();
    }

    @Test
    void waitsUntilTheLastHasLeft() throws InterruptedException {
        inFlight.enter(first);
        inFlight.enter(second);
        inFlight.stop();

        CompletableFuture<Void> leaving = CompletableFuture.runAsync(() -> {
            inFlight.leave(first);
            inFlight.leave(second);
        });

        assertThat(inFlight.drain(in(Duration.ofSeconds(8)))).isZero();
        leaving.join();
    }

    @Test
    void tellsHowManyWereLeftBehindAtTheDeadline() throws InterruptedException {
        inFlight.enter(first);
        inFlight.enter(second);

        assertThat(inFlight.drain(in(Duration.ofMillis(20)))).isEqualTo(2);
    }

    @Test
    void letsNobodyInOnceItStops() {
        assertThat(inFlight.enter(first)).isTrue();

        inFlight.stop();

        assertThat(inFlight.enter(second)).isFalse();
        assertThat(gauge("sharewell.records.in.flight")).isEqualTo(1);
    }

    private static long in(Duration time) {
        return System.nanoTime() + time.toNanos();
    }

    private double gauge(String name) {
        return metrics.get(name).tag("module", "scanner").gauge().value();
    }
}
