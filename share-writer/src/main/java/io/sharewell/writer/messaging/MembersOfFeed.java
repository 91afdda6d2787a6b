package io.sharewell.writer.messaging;

import io.sharewell.messaging.ShareResultsReader;
import io.sharewell.writer.domain.Members;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * The accounts of the organization, as {@code share-results} tells them. Reads it from the first question on, in a thread
 * of its own: a sweep that shares has none.
 */
@Singleton
class MembersOfFeed implements Members {

    private static final Logger LOG = Logger.getLogger(MembersOfFeed.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Map<String, Object> kafka;
    private final Listings listings = new Listings();
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private Thread thread;

    MembersOfFeed(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.kafka = kafka;
    }

    @Override
    public Membership of(String account, String sweepId) {
        start();
        try {
            return caughtUp.await(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)
                    ? listings.of(account, sweepId)
                    : Membership.NOT_KNOWN_YET;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Membership.NOT_KNOWN_YET;
        }
    }

    private synchronized void start() {
        if (thread == null) {
            thread = Thread.ofPlatform().daemon().name("share-writer-members").start(this::readAlong);
        }
    }

    @PreDestroy
    synchronized void stop() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void readAlong() {
        while (!Thread.currentThread().isInterrupted()) {
            try (ShareResultsReader reader = new ShareResultsReader(kafka)) {
                while (!Thread.currentThread().isInterrupted()) {
                    reader.poll(POLL, (statement, _) -> listings.add(statement));
                    if (caughtUp.getCount() > 0 && reader.hasCaughtUp()) {
                        caughtUp.countDown();
                    }
                }
            } catch (KafkaException | IllegalStateException e) {
                // Being interrupted is told this way, too
                if (!Thread.currentThread().isInterrupted()) {
                    LOG.warnf("share-results cannot be read, trying again: %s", e.toString());
                    pause();
                }
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
