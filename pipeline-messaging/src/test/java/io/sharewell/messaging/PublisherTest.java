package io.sharewell.messaging;

import static io.sharewell.messaging.Samples.scanned;
import static io.sharewell.messaging.Samples.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.sharewell.events.AccountSessionOpened;
import io.sharewell.events.CloudEvents;
import io.sharewell.events.Event;
import io.sharewell.messaging.FakeProducer.Sent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.threeten.extra.MutableClock;

@Timeout(10)
class PublisherTest {

    private final FakeProducer producer = new FakeProducer();
    private final MutableClock clock = MutableClock.of(Instant.parse("2026-11-21T08:00:00Z"), ZoneOffset.UTC);
    private final Publisher publisher =
            new Publisher("region-scanner", TopicNames.PLAIN, producer, clock, Duration.ZERO);

    @Test
    void publishesACloudEventOnItsTopicUnderItsKey() throws InterruptedException {
        publisher.publish(List.of(unit("sweep")));

        Sent sent = producer.sent().getFirst();
        assertThat(sent.topic()).isEqualTo("account-sessions");
        assertThat(sent.key()).isEqualTo(OutgoingRecord.utf8("123456789012"));
        assertThat(sent.headers())
                .containsEntry(CloudEvents.TYPE, "io.sharewell.account.session.opened.v1")
                .containsEntry(CloudEvents.SOURCE, "/sharewell/region-scanner")
                .containsEntry(CloudEvents.TIME, clock.instant().toString())
                .containsEntry(CloudEvents.SWEEP_ID, "sweep");
    }

    @Test
    void saysWhatCameOfItOnlyWhenTheWorkThatFollowsIsConfirmed() {
        CompletableFuture<RecordMetadata> broker = new CompletableFuture<>();
        producer.answers(sent -> sent.topic().equals("share-results") ? FakeProducer.CONFIRMED : broker);
        AccountSessionOpened unit = unit("sweep");

        CompletableFuture<Void> published = publish(List.of(scanned(unit), unit));

        await().until(() -> producer.sentTo("account-sessions").size() == 1);
        assertThat(published).isNotDone();
        assertThat(producer.sentTo("share-results")).isEmpty();
        broker.complete(null);
        published.join();
        assertThat(producer.sentTo("share-results")).hasSize(1);
    }

    @Test
    void triesAgainInPlaceWhatTheBrokerDidNotTakeAndOnlyThat() throws InterruptedException {
        AtomicInteger refusals = new AtomicInteger(3);
        producer.answers(sent -> sent.topic().equals("accounts") && refusals.getAndDecrement() > 0
                ? CompletableFuture.failedFuture(new TimeoutException("the broker is away"))
                : FakeProducer.CONFIRMED);

        publisher.publish(List.of(Samples.account("sweep"), unit("sweep")));

        assertThat(producer.sentTo("accounts")).hasSize(4);
        assertThat(producer.sentTo("account-sessions")).hasSize(1);
    }

    @Test
    void aDeadLetterThatIsTooLargeTellsAtLeastWhereItLies() throws InterruptedException {
        producer.answers(sent -> sent.value() == null
                ? FakeProducer.CONFIRMED
                : CompletableFuture.failedFuture(new RecordTooLargeException("1048576")));
        OutgoingRecord dead = new OutgoingRecord(
                "accounts.dlq",
                new byte[1],
                new byte[100],
                Map.of(
                        "foreign",
                        "perhaps large too",
                        CloudEvents.DLQ_CAUSE,
                        "MALFORMED_RECORD",
                        CloudEvents.DLQ_DETAIL,
                        "no JSON",
                        CloudEvents.DLQ_ORIGIN,
                        "accounts-1@2"));

        publisher.send(List.of(dead), Metadata.empty());

        Sent sent = producer.sent().getLast();
        assertThat(sent.key()).isNull();
        assertThat(sent.headers())
                .containsOnly(
                        Map.entry(CloudEvents.DLQ_CAUSE, "MALFORMED_RECORD"),
                        Map.entry(CloudEvents.DLQ_DETAIL, "no JSON; too large to keep, see its origin"),
                        Map.entry(CloudEvents.DLQ_ORIGIN, "accounts-1@2"));
    }

    /** To try it again in place would hold up its partition for ever. */
    @Test
    void whatIsTooLargeForKafkaIsTheCallersTrouble() {
        producer.answers(_ -> CompletableFuture.failedFuture(new RecordTooLargeException("1048576")));

        assertThatThrownBy(() -> publisher.publish(List.of(unit("sweep")))).isInstanceOf(RecordTooLargeException.class);

        assertThat(producer.sent()).hasSize(1);
    }

    @Test
    void publishesManyRecordsALimitedNumberAtATime() {
        producer.answers(_ -> FakeProducer.NO_ANSWER);
        AccountSessionOpened unit = unit("sweep");

        publish(Collections.nCopies(2_000, unit));

        await().until(() -> producer.sent().size() >= 500);
        assertThat(producer.sent()).hasSize(500);
    }

    @Test
    void doesNotHoldUpAStoppingServiceWhenTheBrokerDoesNotAnswer() throws InterruptedException {
        producer.answers(_ -> FakeProducer.NO_ANSWER);
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        Thread thread = Thread.ofVirtual().start(() -> {
            try {
                publisher.publish(List.of(unit("sweep")));
                end.complete(null);
            } catch (InterruptedException e) {
                end.complete(e);
            }
        });

        thread.interrupt();

        assertThat(end.join()).isInstanceOf(InterruptedException.class);
    }

    @Test
    void nothingToPublishIsPublishedAtOnce() throws InterruptedException {
        publisher.publish(List.of(), Map.of(), Metadata.empty());

        assertThat(producer.sent()).isEmpty();
    }

    private CompletableFuture<Void> publish(List<Event> events) {
        CompletableFuture<Void> work = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                publisher.publish(events);
                work.complete(null);
            } catch (InterruptedException e) {
                work.completeExceptionally(e);
            }
        });
        return work;
    }
}
