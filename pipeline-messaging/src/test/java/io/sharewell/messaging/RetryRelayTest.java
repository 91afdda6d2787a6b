package io.sharewell.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sharewell.events.CloudEvents;
import io.smallrye.mutiny.Multi;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.threeten.extra.MutableClock;

@Timeout(10)
class RetryRelayTest {

    private static final String RUNG = "account-sessions.retry.1";
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final TopicPartition P0 = new TopicPartition(RUNG, 0);
    private static final TopicPartition P1 = new TopicPartition(RUNG, 1);

    private final MutableClock clock = MutableClock.of(Instant.parse("2026-11-21T08:00:00Z"), ZoneOffset.UTC);
    private final FlakyConsumer consumer = new FlakyConsumer();
    private final FlakyProducer producer = new FlakyProducer();
    private final FakeProducer ends = new FakeProducer();
    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final RetryRelay relay = new RetryRelay(
            consumer,
            producer,
            RUNG,
            "account-sessions",
            LONGEST,
            clock,
            Duration.ZERO,
            new Unreadable(
                    new TestStage(Multi.createFrom().empty()),
                    new Publisher("stage", TopicNames.PLAIN, ends, clock, Duration.ZERO),
                    new Ladder(List.of(), clock),
                    new InFlight("stage", clock, metrics)));

    @BeforeEach
    void begin() {
        consumer.updateBeginningOffsets(Map.of(P0, 0L, P1, 0L));
        relay.begin();
        consumer.rebalance(List.of(P0, P1));
    }

    @Test
    void aRecordRestsUntilItIsDueAndItsPartitionWithIt() {
        comes(P0, 0, dueIn(Duration.ofSeconds(30)));

        relay.turn();
        clock.add(Duration.ofSeconds(29));
        relay.turn();

        assertThat(producer.history()).isEmpty();
        assertThat(committed(P0)).isEmpty();
        assertThat(consumer.paused()).containsExactly(P0);
    }

    @Test
    void itsDepthIsWhatWaits() {
        comes(P0, 0, dueIn(Duration.ofSeconds(30)));
        comes(P1, 0, dueIn(Duration.ofSeconds(60)));
        relay.turn();
        assertThat(relay.depth()).isEqualTo(2);
        clock.add(Duration.ofSeconds(30));

        relay.turn();

        assertThat(relay.depth()).isEqualTo(1);
    }

    @Test
    void aDueRecordGoesBackAsItWasWithoutTheHeaderOfItsRest() {
        comes(P0, 0, dueIn(Duration.ofSeconds(30)));
        relay.turn();
        clock.add(Duration.ofSeconds(30));

        relay.turn();

        ProducerRecord<byte[], byte[]> back = producer.history().getFirst();
        assertThat(back.topic()).isEqualTo("account-sessions");
        assertThat(back.partition()).isNull();
        assertThat(back.key()).isEqualTo(new byte[] {0, 1});
        assertThat(back.value()).isEqualTo(new byte[] {0, 2});
        assertThat(back.headers().lastHeader("kept").value()).isEqualTo("as it was".getBytes(StandardCharsets.UTF_8));
        assertThat(back.headers().lastHeader(CloudEvents.NOT_BEFORE)).isNull();
        assertThat(committed(P0)).contains(1L);
        assertThat(consumer.paused()).isEmpty();
    }

    @Test
    void pollingGoesOnButNoLongerThanTheHeadMayRest() {
        comes(P0, 0, dueIn(Duration.ofMillis(400)));
        relay.turn();

        relay.turn();
        assertThat(consumer.lastPollTimeout()).isEqualTo(Duration.ofMillis(400));

        clock.add(Duration.ofMillis(300));
        relay.turn();
        assertThat(consumer.lastPollTimeout()).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void aPartitionThatRestsDoesNotHoldUpAnother() {
        comes(P0, 0, dueIn(Duration.ofMinutes(30)));
        comes(P1, 0, dueIn(Duration.ZERO));

        relay.turn();

        assertThat(sent()).containsExactly("P1@0");
        assertThat(consumer.paused()).containsExactly(P0);
    }

    @Test
    void whatIsDueGoesBackAndTheRestOfThePartitionWaitsOn() {
        comes(P0, 0, dueIn(Duration.ZERO));
        comes(P0, 1, dueIn(Duration.ZERO));
        comes(P0, 2, dueIn(Duration.ofSeconds(5)));

        relay.turn();

        assertThat(sent()).containsExactly("P0@0", "P0@1");
        assertThat(committed(P0)).contains(2L);
        assertThat(consumer.paused()).containsExactly(P0);
    }

    @Test
    void aRecordThatDoesNotTellItsTimeGoesAtOnce() {
        comes(P0, 0, null);
        comes(P0, 1, "soon");
        consumer.addRecord(record(P0, 2, new RecordHeaders().add(CloudEvents.NOT_BEFORE, null)));

        relay.turn();

        assertThat(sent()).containsExactly("P0@0", "P0@1", "P0@2");
        assertThat(committed(P0)).contains(3L);
    }

    @Test
    void noRecordRestsLongerThanItsRungTakes() {
        comes(P0, 0, String.valueOf(Long.MAX_VALUE));
        comes(P0, 1, dueIn(Duration.ZERO));
        relay.turn();
        clock.add(LONGEST.minusMillis(1));
        relay.turn();
        assertThat(sent()).isEmpty();

        clock.add(Duration.ofMillis(1));
        relay.turn();

        assertThat(sent()).containsExactly("P0@0", "P0@1");
    }

    @Test
    void noRecordRestsLongerForAClockThatIsAhead() {
        clock.add(Duration.ofDays(1));
        comes(P0, 0, dueIn(Duration.ofSeconds(30)));
        clock.add(Duration.ofDays(-1));
        relay.turn();
        clock.add(LONGEST);

        relay.turn();

        assertThat(sent()).containsExactly("P0@0");
    }

    @Test
    void commitsNothingThatIsNotConfirmedAndTriesItAgain() {
        comes(P0, 0, dueIn(Duration.ZERO));
        comes(P0, 1, dueIn(Duration.ZERO));
        comes(P0, 2, dueIn(Duration.ZERO));
        producer.refuseOnce("P0@1");

        relay.turn();
        assertThat(committed(P0)).contains(1L);

        relay.turn();
        assertThat(committed(P0)).contains(3L);
        assertThat(sent()).contains("P0@1");
        assertThat(consumer.paused()).isEmpty();
    }

    @Test
    void whatIsBackIsNotSentAgainForOneBeforeItThatIsNot() {
        comes(P0, 0, dueIn(Duration.ZERO));
        comes(P0, 1, dueIn(Duration.ZERO));
        producer.refuseOnce("P0@0");

        relay.turn();
        assertThat(committed(P0)).isEmpty();

        relay.turn();
        assertThat(sent()).containsExactly("P0@0", "P0@1", "P0@0");
        assertThat(committed(P0)).contains(2L);
    }

    @Test
    void aRecordThatKafkaNeverTakesBackIsADeadLetterAndHoldsUpNoOther() {
        producer.neverTake("P0@0");
        comes(P0, 0, dueIn(Duration.ZERO));
        comes(P0, 1, dueIn(Duration.ZERO));

        relay.turn();
        relay.turn();

        assertThat(sent()).containsExactly("P0@0", "P0@1");
        assertThat(committed(P0)).contains(2L);
        assertThat(ends.sentTo("account-sessions.dlq")).singleElement().satisfies(letter -> assertThat(letter.headers())
                .containsEntry(CloudEvents.DLQ_CAUSE, "MALFORMED_RECORD")
                .containsEntry(CloudEvents.DLQ_ORIGIN, RUNG + "-0@0"));
        assertThat(metrics.get("sharewell.records.handled")
                        .tag("outcome", "unreadable")
                        .counter()
                        .count())
                .isOne();
    }

    @Test
    void whatOnePartitionSuffersAnotherDoesNotRepeat() {
        comes(P0, 0, dueIn(Duration.ZERO));
        comes(P1, 0, dueIn(Duration.ZERO));
        producer.refuseOnce("P0@0");

        relay.turn();
        relay.turn();

        assertThat(sent()).containsOnlyOnce("P1@0");
        assertThat(committed(P1)).contains(1L);
        assertThat(committed(P0)).contains(1L);
    }

    @Test
    void goesOnAfterACommitThatFailed() {
        comes(P0, 0, dueIn(Duration.ZERO));
        consumer.failNextCommit(new CommitFailedException());

        relay.turn();
        assertThat(committed(P0)).isEmpty();

        relay.turn();
        assertThat(sent()).containsExactly("P0@0");
        assertThat(committed(P0)).contains(1L);
    }

    @Test
    void goesOnAfterAPollThatFailed() {
        consumer.setPollException(new KafkaException("no coordinator"));
        relay.turn();
        comes(P0, 0, dueIn(Duration.ZERO));

        relay.turn();

        assertThat(sent()).containsExactly("P0@0");
    }

    @Test
    void goesOnAfterAnyOtherFailure() {
        comes(P0, 0, dueIn(Duration.ZERO));
        producer.sendException = new IllegalStateException("surprise");
        relay.turn();
        producer.sendException = null;

        relay.turn();

        assertThat(sent()).containsExactly("P0@0");
        assertThat(committed(P0)).contains(1L);
    }

    @Test
    void forgetsWhatItHoldsOfAPartitionThatIsTakenAway() {
        comes(P0, 0, dueIn(Duration.ofSeconds(1)));
        comes(P1, 0, dueIn(Duration.ofSeconds(1)));
        relay.turn();

        consumer.rebalance(List.of(P1));
        clock.add(Duration.ofSeconds(1));
        relay.turn();

        assertThat(sent()).containsExactly("P1@0");
    }

    @Test
    void endsWhenItIsToldTo() throws InterruptedException {
        Thread thread = Thread.ofVirtual().start(relay);

        relay.stop();
        relay.awaitEnd(Duration.ofSeconds(5));
        thread.join();

        assertThat(consumer.closed()).isTrue();
    }

    private void comes(TopicPartition partition, long offset, String notBefore) {
        RecordHeaders headers = new RecordHeaders();
        headers.add("kept", "as it was".getBytes(StandardCharsets.UTF_8));
        Optional.ofNullable(notBefore)
                .ifPresent(text -> headers.add(CloudEvents.NOT_BEFORE, text.getBytes(StandardCharsets.UTF_8)));
        consumer.addRecord(record(partition, offset, headers));
    }

    private ConsumerRecord<byte[], byte[]> record(TopicPartition partition, long offset, Headers headers) {
        return new ConsumerRecord<>(
                partition.topic(),
                partition.partition(),
                offset,
                clock.millis(),
                TimestampType.CREATE_TIME,
                2,
                2,
                new byte[] {(byte) offset, 1},
                new byte[] {(byte) offset, 2},
                headers.add("name", ("P" + partition.partition() + "@" + offset).getBytes(StandardCharsets.UTF_8)),
                Optional.empty());
    }

    private String dueIn(Duration rest) {
        return String.valueOf(clock.instant().plus(rest).toEpochMilli());
    }

    private List<String> sent() {
        return producer.history().stream().map(FlakyProducer::name).toList();
    }

    private Optional<Long> committed(TopicPartition partition) {
        return Optional.ofNullable(consumer.committed(Set.of(partition)).get(partition))
                .map(OffsetAndMetadata::offset);
    }

    /** A consumer whose commits can fail. */
    private static final class FlakyConsumer extends MockConsumer<byte[], byte[]> {

        private RuntimeException commitFailure;

        FlakyConsumer() {
            super("earliest");
        }

        void failNextCommit(RuntimeException failure) {
            commitFailure = failure;
        }

        @Override
        public synchronized void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets) {
            RuntimeException failure = commitFailure;
            commitFailure = null;
            if (failure != null) {
                throw failure;
            }
            super.commitSync(offsets);
        }
    }

    /** A producer that refuses records by name. */
    private static final class FlakyProducer extends MockProducer<byte[], byte[]> {

        private final Set<String> refused = new HashSet<>();
        private final Set<String> tooLarge = new HashSet<>();

        FlakyProducer() {
            super(false, null, new ByteArraySerializer(), new ByteArraySerializer());
        }

        void refuseOnce(String name) {
            refused.add(name);
        }

        void neverTake(String name) {
            tooLarge.add(name);
        }

        static String name(ProducerRecord<byte[], byte[]> record) {
            return new String(record.headers().lastHeader("name").value(), StandardCharsets.UTF_8);
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
            var answer = super.send(record);
            if (refused.remove(name(record))) {
                errorNext(new TimeoutException("the broker is away"));
            } else if (tooLarge.contains(name(record))) {
                errorNext(new RecordTooLargeException("1048576"));
            } else {
                completeNext();
            }
            return answer;
        }
    }
}
