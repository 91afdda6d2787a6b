package io.sharewell.messaging;

import static io.sharewell.messaging.Samples.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sharewell.events.AccountSessionOpened;
import io.sharewell.events.CloudEvents;
import io.sharewell.events.Envelope;
import io.sharewell.events.Event;
import io.sharewell.events.EventCodec;
import io.sharewell.events.Mode;
import io.sharewell.events.Problem;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.SessionExpired;
import io.sharewell.events.Topic;
import io.sharewell.events.WorkRecord;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threeten.extra.MutableClock;

@Timeout(20)
class ReceiverTest {

    private static final Instant SAID = Instant.parse("2026-11-21T07:30:00Z");

    private final MutableClock clock = MutableClock.of(Instant.parse("2026-11-21T08:00:00Z"), ZoneOffset.UTC);
    private final FakeProducer producer = new FakeProducer();
    private final UnicastProcessor<Message<byte[]>> incoming = UnicastProcessor.create();
    private final List<Event> acknowledged = new CopyOnWriteArrayList<>();
    private final List<Throwable> refused = new CopyOnWriteArrayList<>();
    private final ScriptedStage stage = new ScriptedStage();
    private final InFlight inFlight = new InFlight("stage", clock, new SimpleMeterRegistry());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @BeforeEach
    void start() {
        Ladder ladder = new Ladder(List.of(Duration.ZERO, Duration.ZERO, Duration.ZERO), clock);
        Publisher publisher = new Publisher("stage", TopicNames.PLAIN, producer, clock, Duration.ZERO);
        Unreadable unreadable = new Unreadable(stage, publisher, ladder, inFlight);
        new Receiver(stage, publisher, ladder, unreadable, inFlight, threads).start();
    }

    @AfterEach
    void neverRefuses() {
        threads.shutdownNow();
        assertThat(refused).as("a nack closes the consumer for good").isEmpty();
    }

    @Test
    void tellsTheStageWhenTheRecordWasFirstSaid() {
        comes(unit("sweep"));

        await().until(() -> !acknowledged.isEmpty());
        assertThat(stage.saidAt).isEqualTo(SAID);
    }

    @Test
    void recordsThatWaitForLongHoldUpNoOther() {
        CompletableFuture<Void> end = new CompletableFuture<>();
        stage.work = record -> {
            if (record.envelope().sweepId().startsWith("hangs")) {
                end.join();
            }
            return Handled.done(Samples.scanned(record));
        };

        IntStream.range(0, 4).forEach(i -> comes(unit("hangs-" + i)));
        comes(unit("another"));

        await().untilAsserted(() -> assertThat(acknowledged).containsExactly(unit("another")));
        end.complete(null);
        await().untilAsserted(() -> assertThat(acknowledged).hasSize(5));
    }

    @Test
    void aStoppingServiceEndsWhatItWorksOnAndLeavesTheRest() throws InterruptedException {
        CountDownLatch working = new CountDownLatch(1);
        CompletableFuture<Void> end = new CompletableFuture<>();
        stage.work = record -> {
            working.countDown();
            end.join();
            return Handled.done(Samples.scanned(record));
        };
        comes(unit("first"));
        working.await();

        inFlight.stop();
        comes(unit("second"));
        end.complete(null);

        assertThat(inFlight.drain(System.nanoTime() + Duration.ofSeconds(10).toNanos()))
                .isZero();
        assertThat(acknowledged).containsExactly(unit("first"));
        assertThat(stage.handled).containsExactly(unit("first"));
    }

    @Test
    void aStoppingServiceDoesNotFetchAllThatWaits() {
        inFlight.stop();

        IntStream.range(0, 10).forEach(i -> comes(unit("sweep-" + i)));

        assertThat(stage.fetched).hasSize(stage.concurrency());
    }

    @Test
    void whoIsInterruptedWhileTheServiceStopsLeavesItsRecord() throws InterruptedException {
        CountDownLatch working = new CountDownLatch(1);
        stage.work = _ -> {
            working.countDown();
            Thread.sleep(Duration.ofMinutes(1));
            return new Handled.Done(List.of());
        };
        nothingIsSaidIfTheServiceStopsAfter(working);
    }

    @ParameterizedTest
    @MethodSource("endsOfAnInterruptedCall")
    void whatEndsForThatTheServiceStopsIsNotSaid(TestStage.Work end) throws InterruptedException {
        CountDownLatch working = new CountDownLatch(1);
        stage.work = record -> {
            working.countDown();
            try {
                Thread.sleep(Duration.ofMinutes(1));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return end.on(record);
        };
        nothingIsSaidIfTheServiceStopsAfter(working);
    }

    /** @param working comes to zero when the stage has the record */
    private void nothingIsSaidIfTheServiceStopsAfter(CountDownLatch working) throws InterruptedException {
        comes(unit("sweep"));
        working.await();

        inFlight.stop();
        threads.shutdownNow();
        int left = inFlight.drain(System.nanoTime() + Duration.ofSeconds(10).toNanos());

        assertThat(left).isZero();
        assertThat(acknowledged).isEmpty();
        assertThat(producer.sent()).isEmpty();
    }

    static List<TestStage.Work> endsOfAnInterruptedCall() {
        return List.of(record -> new Handled.TryAgain(record, "aborted"), _ -> {
            throw new IllegalStateException("aborted");
        });
    }

    @Test
    void anInterruptWithoutAStopIsTroubleLikeAnyOther() {
        stage.work = _ -> {
            throw new InterruptedException("a library's time-out");
        };

        comes(unit("sweep"));

        await().until(() -> !acknowledged.isEmpty());
        assertThat(producer.sentTo("account-sessions.retry.1")).hasSize(1);
    }

    @Test
    void anInterruptThatALibraryLeftBehindDoesNotKeepResultsBack() {
        stage.work = record -> {
            Thread.currentThread().interrupt();
            return Handled.done(Samples.scanned(record));
        };

        comes(unit("sweep"));

        await().until(() -> !acknowledged.isEmpty());
        assertThat(producer.sentTo("share-results")).hasSize(1);
    }

    @Test
    void aStageThatSaysNothingAtAllIsInTrouble() {
        stage.work = _ -> null;

        comes(unit("sweep"));

        await().until(() -> !acknowledged.isEmpty());
        assertThat(producer.sentTo("account-sessions.retry.1")).hasSize(1);
    }

    @Test
    void anErrorOfTheClassPathIsTroubleToo() {
        stage.work = _ -> {
            throw new NoClassDefFoundError("left out");
        };

        comes(unit("sweep"));

        await().until(() -> !acknowledged.isEmpty());
        assertThat(producer.sentTo("account-sessions.retry.1")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"share-results", "account-sessions.dlq"})
    void aRecordThatIsGivenUpIsAcknowledgedWhenItsOutcomeAndItsDeadLetterAreConfirmed(String last) {
        CompletableFuture<RecordMetadata> confirmation = new CompletableFuture<>();
        producer.answers(sent -> sent.topic().equals(last) ? confirmation : FakeProducer.CONFIRMED);
        stage.work = unit -> new Handled.GiveUp(unit, Problem.of(Reason.SEAL_BROKEN));

        comes(unit("sweep"));

        await().until(() -> producer.sent().size() == 2);
        await("nothing is acknowledged before the broker has confirmed")
                .during(Duration.ofMillis(200))
                .until(acknowledged::isEmpty);
        confirmation.complete(null);
        await().until(() -> !acknowledged.isEmpty());
        assertThat(producer.sentTo("account-sessions.dlq")).hasSize(1);
    }

    @Test
    void aRecordFromWhichNothingCanFollowIsADeadLetter() {
        stage.work = _ -> {
            throw new IllegalStateException("one bug");
        };
        producer.answers(sent -> {
            if (sent.topic().equals("account-sessions.retry.1")) {
                throw new IllegalStateException("and another");
            }
            return FakeProducer.CONFIRMED;
        });

        comes(unit("sweep"));

        await().until(() -> !acknowledged.isEmpty());
        assertThat(producer.sentTo("account-sessions.dlq")).singleElement().satisfies(letter -> assertThat(
                        letter.headers())
                .containsEntry(CloudEvents.DLQ_CAUSE, "UNEXPECTED")
                .hasEntrySatisfying(CloudEvents.DLQ_STACK, stack -> assertThat(stack)
                        .contains("at io.sharewell.messaging.ReceiverTest")));
        assertThat(producer.sentTo("share-results")).hasSize(1);
    }

    @Test
    void howOftenARecordWasRedrivenGoesWithItToItsRenewalAndBack() {
        stage.work = Handled.Renew::new;
        comes(unit("there"), Map.of("redrives", "2"));
        await().until(() -> !producer.sentTo("session-renewals").isEmpty());

        stage.source = Topic.SESSION_RENEWALS;
        stage.work = Handled::done;
        comes(SessionExpired.of(unit("back")), Map.of("redrives", "2"));
        await().until(() -> !producer.sentTo("account-sessions").isEmpty());

        assertThat(producer.sent()).hasSize(2).allSatisfy(record -> assertThat(record.headers())
                .containsEntry("redrives", "2"));
    }

    @Test
    void aRenewalInTroubleHasAllRungsHoweverHighItsRecordHadClimbed() {
        AccountSessionOpened unit = unit("sweep");
        Envelope onTheLastRung = new Envelope("sweep", Purpose.SHARE, Mode.APPLY, Topic.RUNGS, 0, null, null);
        stage.source = Topic.SESSION_RENEWALS;
        stage.work = _ -> {
            throw new IllegalStateException("STS does not answer");
        };

        comes(SessionExpired.of(unit.withEnvelope(onTheLastRung)));

        await().until(() -> !acknowledged.isEmpty());
        assertThat(producer.sentTo("session-renewals.retry.1")).hasSize(1);
    }

    @Test
    void whatFollowsFromARedrivenRecordIsNewWork() {
        comes(unit("sweep"), Map.of("redrives", "2"));

        await().until(() -> !producer.sent().isEmpty());
        assertThat(producer.sent().getFirst().headers()).doesNotContainKey("redrives");
    }

    private void comes(Event event) {
        comes(event, Map.of());
    }

    private void comes(Event event, Map<String, String> more) {
        RecordHeaders headers = new RecordHeaders();
        more.forEach((name, text) -> headers.add(name, OutgoingRecord.utf8(text)));
        EventCodec.headers(event, "test", SAID).forEach((name, text) -> headers.add(name, OutgoingRecord.utf8(text)));
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(
                "account-sessions",
                0,
                0,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                OutgoingRecord.utf8(event.key()),
                EventCodec.encode(event),
                headers,
                Optional.empty());
        incoming.onNext(Message.of(
                record.value(),
                Metadata.of(new IncomingKafkaRecordMetadata<>(record, "stage-in")),
                () -> {
                    acknowledged.add(event);
                    return CompletableFuture.completedFuture(null);
                },
                failure -> {
                    refused.add(failure);
                    return CompletableFuture.completedFuture(null);
                }));
    }

    private final class ScriptedStage implements Stage {

        private final List<Message<byte[]>> fetched = new CopyOnWriteArrayList<>();
        private final List<WorkRecord> handled = new CopyOnWriteArrayList<>();
        private volatile TestStage.Work work = record -> Handled.done(Samples.scanned(record));
        private volatile Instant saidAt;
        private volatile Topic source = Topic.ACCOUNT_SESSIONS;

        @Override
        public Handled handle(WorkRecord record, Instant saidAt) throws Exception {
            this.saidAt = saidAt;
            handled.add(record);
            return work.on((AccountSessionOpened) (record instanceof SessionExpired it ? it.record() : record));
        }

        @Override
        public String module() {
            return "stage";
        }

        @Override
        public Topic source() {
            return source;
        }

        @Override
        public Set<Topic> sinks() {
            return Set.of();
        }

        @Override
        public int concurrency() {
            return 4;
        }

        @Override
        public Multi<Message<byte[]>> incoming() {
            return incoming.onItem().invoke(fetched::add);
        }
    }
}
