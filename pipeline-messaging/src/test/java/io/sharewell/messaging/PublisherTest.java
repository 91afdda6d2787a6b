package io.sharewell.messaging;

import static io.sharewell.messaging.Samples.scanned;
import static io.sharewell.messaging.Samples.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sharewell.events.AccountSessionOpened;
import io.sharewell.events.CloudEvents;
import io.sharewell.events.Event;
import io.sharewell.messaging.FakeChannel.Sent;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class PublisherTest {

    private final FakeChannel channel = new FakeChannel();
    private final SettableClock clock = new SettableClock();
    private final Publisher publisher =
            new Publisher("region-scanner", TopicNames.PLAIN, channel, clock, Duration.ZERO);

    @Test
    void publishesACloudEventOnItsTopicUnderItsKey() throws InterruptedException {
        publisher.publish(List.of(unit("sweep")));

        Sent sent = channel.sent().getFirst();
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
        CompletableFuture<Void> broker = new CompletableFuture<>();
        channel.answers(sent -> sent.topic().equals("share-results")
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().completionStage(broker));
        AccountSessionOpened unit = unit("sweep");

        CompletableFuture<Void> published = publish(List.of(scanned(unit), unit));

        await().until(() -> channel.sentTo("account-sessions").size() == 1);
        assertThat(published).isNotDone();
        assertThat(channel.sentTo("share-results")).isEmpty();
        broker.complete(null);
        published.join();
        assertThat(channel.sentTo("share-results")).hasSize(1);
    }

    @Test
    void triesAgainInPlaceWhatTheBrokerDidNotTakeAndOnlyThat() throws InterruptedException {
        AtomicInteger refusals = new AtomicInteger(3);
        channel.answers(sent -> sent.topic().equals("accounts") && refusals.getAndDecrement() > 0
                ? Uni.createFrom().failure(new TimeoutException("the broker is away"))
                : Uni.createFrom().voidItem());

        publisher.publish(List.of(Samples.account("sweep"), unit("sweep")));

        assertThat(channel.sentTo("accounts")).hasSize(4);
        assertThat(channel.sentTo("account-sessions")).hasSize(1);
    }

    @Test
    void aDeadLetterThatIsTooLargeTellsAtLeastWhereItLies() throws InterruptedException {
        channel.answers(sent -> sent.value() == null
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().failure(new RecordTooLargeException("1048576")));
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

        Sent sent = channel.sent().getLast();
        assertThat(sent.key()).isNull();
        assertThat(sent.headers())
                .containsOnly(
                        Map.entry(CloudEvents.DLQ_CAUSE, "MALFORMED_RECORD"),
                        Map.entry(CloudEvents.DLQ_DETAIL, "no JSON; too large to keep, see its origin"),
                        Map.entry(CloudEvents.DLQ_ORIGIN, "accounts-1@2"));
    }

    @Test
    void doesNotHoldUpAStoppingServiceWhenTheBrokerDoesNotAnswer() throws InterruptedException {
        channel.answers(_ -> Uni.createFrom().nothing());
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

        assertThat(channel.sent()).isEmpty();
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
