package io.sharewell.writer.messaging;

import io.sharewell.events.AccountId;
import io.sharewell.events.Region;
import io.sharewell.messaging.MessagingSettings;
import io.sharewell.messaging.ShareResultsReader;
import io.sharewell.messaging.TopicNames;
import io.sharewell.writer.domain.Members;
import io.sharewell.writer.domain.TargetRegions;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * The organization, read along on {@code share-results} from the first question on, in a thread of its own. What is two days
 * old is read only where nobody has listed the accounts since: the topic holds 30 days, and there may be many writers.
 */
@Singleton
class OrganizationFeed implements Members, TargetRegions {

    private static final Logger LOG = Logger.getLogger(OrganizationFeed.class);
    private static final Duration RECENT = Duration.ofDays(2);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Map<String, Object> kafka;
    private final TopicNames names;
    private final Clock clock;
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private Thread thread;
    private volatile KnownOrganization organization = new KnownOrganization();
    private volatile ShareResultsReader reader;

    OrganizationFeed(
            @Identifier("default-kafka-broker") Map<String, Object> kafka, MessagingSettings settings, Clock clock) {
        this.kafka = kafka;
        this.clock = clock;
        this.names = TopicNames.of(settings);
    }

    @Override
    public Membership of(String account) {
        start();
        try {
            return caughtUp.await(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)
                    ? organization.of(account)
                    : Membership.NOT_KNOWN_YET;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Membership.NOT_KNOWN_YET;
        }
    }

    /** Nothing is known until all is read: sharing waits for nothing, and what was once said may be past. */
    @Override
    public boolean isNotEnabled(AccountId account, Region region) {
        start();
        return organization.isNotEnabled(account, region);
    }

    private synchronized void start() {
        if (thread == null) {
            thread = Thread.ofPlatform()
                    .daemon()
                    .name("share-writer-organization")
                    .start(this::readAlong);
        }
    }

    @PreDestroy
    void stop() {
        stopping.countDown();
        ShareResultsReader opened = reader;
        if (opened != null) {
            opened.wakeup();
        }
    }

    private void readAlong() {
        Instant since = clock.instant().minus(RECENT);
        while (stopping.getCount() > 0) {
            try (ShareResultsReader opened = new ShareResultsReader(kafka, names, since, KnownOrganization::wants)) {
                reader = opened;
                if (catchesUp(opened, since)) {
                    read(opened, organization, () -> false);
                } else {
                    since = Instant.EPOCH;
                }
            } catch (WakeupException e) {
                LOG.debug("Reading of share-results ends");
            } catch (KafkaException | IllegalStateException e) {
                LOG.warnf("share-results cannot be read, trying again: %s", e.toString());
                pause();
            }
        }
    }

    /** Reads what there is, and tells whether it names the accounts. It begins with the past: what was known before stands. */
    private boolean catchesUp(ShareResultsReader opened, Instant since) {
        KnownOrganization anew = new KnownOrganization();
        read(opened, anew, opened::hasCaughtUp);
        boolean enough = anew.isKnown() || since.equals(Instant.EPOCH);
        if (enough) {
            organization = anew;
            caughtUp.countDown();
        }
        return enough;
    }

    private void read(ShareResultsReader opened, KnownOrganization learns, BooleanSupplier enough) {
        while (stopping.getCount() > 0 && !enough.getAsBoolean()) {
            opened.poll(POLL, (statement, _) -> learns.add(statement));
        }
    }

    private void pause() {
        try {
            stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stopping.countDown();
        }
    }
}
