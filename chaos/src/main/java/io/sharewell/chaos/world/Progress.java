package io.sharewell.chaos.world;

import io.sharewell.events.ShareResult;
import io.sharewell.events.ledger.Ledger;
import io.sharewell.events.ledger.SweepLedger;
import io.sharewell.messaging.ShareResultsReader;
import io.sharewell.messaging.TopicNames;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** How far one sweep is, as {@code share-results} tells. Read by a thread of its own, so that others may wait. */
public final class Progress implements AutoCloseable {

    private static final Duration TURN = Duration.ofMillis(50);

    private final String sweepId;
    private final Ledger ledger = new Ledger();
    private final Map<Class<?>, Long> statements = new HashMap<>();
    private final ShareResultsReader reader;
    private final Thread thread;
    private volatile boolean closed;

    public Progress(World world, String sweepId) {
        this.sweepId = sweepId;
        this.reader = new ShareResultsReader(Map.of("bootstrap.servers", world.bootstrapServers()), TopicNames.PLAIN);
        this.thread = Thread.ofPlatform().daemon().name("progress").start(this::read);
    }

    private void read() {
        while (!closed) {
            try {
                reader.poll(TURN, this::take);
            } catch (WakeupException e) {
                return;
            } catch (KafkaException e) {
                // The broker may be away: that is what this is about
            }
        }
    }

    private synchronized void take(ShareResult statement, Instant at) {
        if (statement.envelope().sweepId().equals(sweepId)) {
            ledger.apply(statement, at);
            statements.merge(statement.getClass(), 1L, Long::sum);
        }
    }

    public String sweepId() {
        return sweepId;
    }

    public synchronized long statements() {
        return statements.values().stream().mapToLong(it -> it).sum();
    }

    public synchronized long statements(Class<? extends ShareResult> type) {
        return statements.getOrDefault(type, 0L);
    }

    public synchronized boolean hasEnded() {
        return ledger.sweep(sweepId).filter(SweepLedger::ended).isPresent();
    }

    /** Looks into the sweep; the function must not keep what it sees. */
    public synchronized <T> T sweep(Function<SweepLedger, T> question) {
        return question.apply(ledger.sweep(sweepId).orElseGet(() -> new SweepLedger(sweepId)));
    }

    /** Waits for something, or for the end of the sweep, and tells whether it came. */
    public boolean await(BooleanSupplier condition, Duration atMost) {
        try {
            Awaitility.await()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(2))
                    .atMost(atMost)
                    .until(() -> condition.getAsBoolean() || hasEnded());
        } catch (ConditionTimeoutException e) {
            return false;
        }
        return condition.getAsBoolean();
    }

    @Override
    public void close() {
        closed = true;
        reader.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        reader.close();
    }
}
