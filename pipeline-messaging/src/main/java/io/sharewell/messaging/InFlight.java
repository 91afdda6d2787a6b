package io.sharewell.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.reactive.messaging.Message;

/** The records a stage works on right now: counts them, tells the age of the oldest, and lets a stopping service drain. */
final class InFlight {

    private final String module;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final Map<Message<?>, Instant> records = new ConcurrentHashMap<>();
    private boolean stopping;

    InFlight(String module, Clock clock, MeterRegistry metrics) {
        this.module = module;
        this.clock = clock;
        this.metrics = metrics;
        Gauge.builder("sharewell.records.in.flight", records, Map::size)
                .description("Records that a stage works on")
                .tag("module", module)
                .register(metrics);
        Gauge.builder("sharewell.records.oldest.age", this, InFlight::oldestAge)
                .description("Age of the record that a stage has worked on the longest")
                .baseUnit("seconds")
                .tag("module", module)
                .register(metrics);
    }

    /** Whether the record may be worked on: not any more once the service stops. */
    synchronized boolean enter(Message<?> message) {
        if (stopping) {
            return false;
        }
        records.put(message, clock.instant());
        return true;
    }

    synchronized void leave(Message<?> message) {
        records.remove(message);
        notifyAll();
    }

    /** Lets nobody in any more. */
    synchronized void stop() {
        stopping = true;
    }

    synchronized boolean isStopping() {
        return stopping;
    }

    /** Waits until all have left, at most until the deadline; tells how many have not. */
    synchronized int drain(long deadlineNanos) throws InterruptedException {
        long left;
        while (!records.isEmpty() && (left = deadlineNanos - System.nanoTime()) > 0) {
            wait(Math.max(1, Duration.ofNanos(left).toMillis()));
        }
        return records.size();
    }

    void count(Handled handled) {
        count(outcome(handled));
    }

    /** A record that went to the dead-letter topic as it came. */
    void countUnreadable() {
        count("unreadable");
    }

    private void count(String outcome) {
        metrics.counter("sharewell.records.handled", "module", module, "outcome", outcome)
                .increment();
    }

    private static String outcome(Handled handled) {
        return switch (handled) {
            case Handled.Done _ -> "done";
            case Handled.Renew _ -> "renew";
            case Handled.TryAgain _ -> "try-again";
            case Handled.WaitForTurn _ -> "wait-for-turn";
            case Handled.GiveUp _ -> "give-up";
        };
    }

    private double oldestAge() {
        return records.values().stream()
                .min(Comparator.naturalOrder())
                .map(since -> Duration.between(since, clock.instant()).toMillis() / 1000.0)
                .orElse(0.0);
    }
}
