package io.sharewell.discovery.messaging;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.sharewell.discovery.domain.SweepConductor;
import io.sharewell.events.ShareResult;
import io.sharewell.messaging.MessagingSettings;
import io.sharewell.messaging.Pipeline;
import io.sharewell.messaging.ShareResultsReader;
import io.sharewell.messaging.TopicNames;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * Feeds the conductor with everything that is on {@code share-results}, and lets it act once it knows as much as the topic.
 * One thread: reading, ending and beginning sweeps never happen at the same time.
 */
@ApplicationScoped
public class LedgerFeed {

    private static final Logger LOG = Logger.getLogger(LedgerFeed.class);
    private static final Duration TURN = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_END = Duration.ofSeconds(3);

    private final SweepConductor conductor;
    private final SweepMetrics metrics;
    private final Instance<EarlierSweeps> earlier;
    private final Map<String, Object> kafka;
    private final TopicNames names;
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean stopping;
    private volatile ShareResultsReader reader;
    private volatile Thread thread;

    LedgerFeed(
            SweepConductor conductor,
            SweepMetrics metrics,
            @Any Instance<EarlierSweeps> earlier,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            MessagingSettings settings) {
        this.conductor = conductor;
        this.metrics = metrics;
        this.earlier = earlier;
        this.kafka = kafka;
        this.names = TopicNames.of(settings);
    }

    void start(@Observes @Priority(Pipeline.STARTED + 1) StartupEvent event) {
        thread = Thread.ofPlatform().daemon().name("ledger-feed").start(this::run);
    }

    private void run() {
        try (ShareResultsReader opened = open()) {
            reader = opened;
            while (!stopping) {
                turn(opened);
            }
        } catch (InterruptedException | InterruptException | WakeupException e) {
            LOG.debug("Ledger feed stops");
        } finally {
            ended.countDown();
        }
    }

    private ShareResultsReader open() throws InterruptedException {
        while (true) {
            try {
                return new ShareResultsReader(kafka, names);
            } catch (InterruptException e) {
                throw e;
            } catch (KafkaException | IllegalStateException e) {
                tryAgain(e);
            }
        }
    }

    private void turn(ShareResultsReader reader) throws InterruptedException {
        try {
            reader.poll(TURN, this::take);
            if (caughtUp.getCount() == 0) {
                conductor.tick();
            } else if (reader.hasCaughtUp()) {
                for (EarlierSweeps someone : earlier) {
                    someone.decide(conductor);
                }
                conductor.resume();
                metrics.caughtUp();
                caughtUp.countDown();
            }
        } catch (InterruptException | WakeupException e) {
            throw e;
        } catch (KafkaException e) {
            tryAgain(e);
        } catch (RuntimeException e) {
            // One statement or sweep that goes wrong must not end the reading
            LOG.errorf(e, "Reading or ending a sweep failed, going on");
            Thread.sleep(PAUSE);
        }
    }

    private void take(ShareResult statement, Instant at) {
        conductor.apply(statement, at);
        metrics.take(statement);
    }

    private static void tryAgain(RuntimeException e) throws InterruptedException {
        LOG.warnf("share-results cannot be read, trying again: %s", e.toString());
        Thread.sleep(PAUSE);
    }

    /** Waits until the ledger has what was on the topic at start. */
    public void awaitCaughtUp() throws InterruptedException {
        caughtUp.await();
    }

    boolean hasCaughtUp() {
        return caughtUp.getCount() == 0;
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        conductor.stop();
        if (reader != null) {
            reader.wakeup();
        }
        if (thread != null && !ended.await(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)) {
            // It publishes to a broker that does not answer. Not at once: Kafka's consumer complains when it is
            // interrupted
            thread.interrupt();
            ended.await();
        }
    }
}
