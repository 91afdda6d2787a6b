package io.sharewell.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewell.events.CloudEvents;
import io.sharewell.events.EventCodec;
import io.sharewell.events.EventType;
import io.sharewell.events.ShareResult;
import io.sharewell.events.Topic;
import io.sharewell.platform.test.KafkaForTests;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ShareResultsReaderTest {

    private static final String TOPIC = Topic.SHARE_RESULTS.topicName();
    // A broker for each test: a topic that is deleted and made anew is another to Kafka, but not to its clients
    private final KafkaForTests kafka = KafkaForTests.start();
    private final KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(config(), new ByteArraySerializer(), new ByteArraySerializer());

    @BeforeEach
    void emptyTopic() throws Exception {
        MessagingSettings settings =
                MessagingSettingsTest.settings(Map.of("pipeline-messaging.topics.partitions", "4"));
        assertThat(new TopicSetup(config(), settings).prepare(Set.of(TOPIC))).isEmpty();
    }

    @AfterEach
    void stop() {
        producer.close();
        kafka.close();
    }

    @Test
    void readsFromTheBeginningInOrderOfTimeAcrossThePartitions() throws Exception {
        // Each sweep has a partition of its own, and the last partition has the oldest
        for (int i = 0; i < 40; i++) {
            write(3 - i % 4, i, Samples.started("sweep-" + i));
        }

        try (ShareResultsReader reader = new ShareResultsReader(config(), TopicNames.PLAIN)) {
            assertThat(reader.hasCaughtUp()).isFalse();
            assertThat(sweeps(reader))
                    .containsExactlyElementsOf(
                            IntStream.range(0, 40).mapToObj(i -> "sweep-" + i).toList());
            assertThat(reader.hasCaughtUp()).isTrue();
        }
    }

    @Test
    void readsFromSomeTimeOn() throws Exception {
        for (int i = 0; i < 40; i++) {
            write(i % 3, i, Samples.started("sweep-" + i)); // Nothing is on the last partition
        }
        Instant since = Instant.ofEpochMilli(35);

        try (ShareResultsReader reader = new ShareResultsReader(config(), TopicNames.PLAIN, since, (_, _) -> true)) {
            assertThat(sweeps(reader)).containsExactly("sweep-35", "sweep-36", "sweep-37", "sweep-38", "sweep-39");
        }
    }

    @Test
    void whatIsYoungerThanAnythingThereBeginsAtTheEnd() throws Exception {
        write(0, 1, Samples.started("old"));

        try (ShareResultsReader reader =
                new ShareResultsReader(config(), TopicNames.PLAIN, Instant.ofEpochMilli(2), (_, _) -> true)) {
            assertThat(reader.hasCaughtUp()).isTrue();
        }
    }

    @Test
    void tellsWhenEachStatementWasMade() throws Exception {
        write(0, 1_000, Samples.started("sweep"));
        List<Instant> times = new ArrayList<>();

        try (ShareResultsReader reader = new ShareResultsReader(config(), TopicNames.PLAIN)) {
            while (!reader.hasCaughtUp()) {
                reader.poll(Duration.ofMillis(100), (_, at) -> times.add(at));
            }
        }

        assertThat(times).containsExactly(Instant.ofEpochMilli(1_000));
    }

    @Test
    void doesNotParseWhatNobodyWants() throws Exception {
        write(0, 1, Samples.started("sweep"));
        write(1, 2, new byte[] {0, -1, 7}, "io.sharewell.unwanted.v1");
        List<String> asked = new ArrayList<>();

        try (ShareResultsReader reader =
                new ShareResultsReader(config(), TopicNames.PLAIN, Instant.EPOCH, (ceType, purpose) -> {
                    asked.add(ceType + " " + purpose);
                    return false;
                })) {
            assertThat(sweeps(reader)).isEmpty();
            assertThat(reader.hasCaughtUp()).isTrue();
        }

        assertThat(asked).hasSize(2).anyMatch(it -> it.startsWith("io.sharewell.sweep.started.v1"));
    }

    @Test
    void goesOnWithWhatComesLater() throws Exception {
        try (ShareResultsReader reader = new ShareResultsReader(config(), TopicNames.PLAIN)) {
            assertThat(reader.hasCaughtUp()).as("an empty topic").isTrue();
            write(2, 5, Samples.started("later"));
            List<String> sweeps = new ArrayList<>();

            while (sweeps.isEmpty()) {
                reader.poll(Duration.ofMillis(100), (statement, _) -> sweeps.add(sweepOf(statement)));
            }

            assertThat(sweeps).containsExactly("later");
        }
    }

    @Test
    void readsPartitionsThatTheTopicIsGivenLater() throws Exception {
        Map<String, Object> config = Map.of("bootstrap.servers", kafka.bootstrapServers(), "metadata.max.age.ms", 100);
        try (ShareResultsReader reader = new ShareResultsReader(config, TopicNames.PLAIN);
                Admin admin = Admin.create(config())) {
            admin.createPartitions(Map.of(TOPIC, NewPartitions.increaseTo(6)))
                    .all()
                    .get();
            write(5, 1, Samples.started("new"));
            write(0, 2, Samples.started("old"));
            write(4, 3, Samples.started("new, too"));
            Set<String> sweeps = new HashSet<>();

            while (sweeps.size() < 3) {
                reader.poll(Duration.ofMillis(100), (statement, _) -> sweeps.add(sweepOf(statement)));
            }

            assertThat(sweeps).containsExactlyInAnyOrder("new", "old", "new, too");
        }
    }

    @Test
    void passesOverWhatIsNoStatement() throws Exception {
        String type = EventType.SWEEP_STARTED.ceType();
        write(0, 1, new byte[] {0, -1, 7}, type);
        write(0, 2, new byte[] {0, -1, 7}, null);
        write(1, 3, null, type);
        write(1, 4, EventCodec.encode(Samples.account("work")), EventType.ACCOUNT_DISCOVERED.ceType());
        write(2, 5, EventCodec.encode(Samples.started("a later version")), "io.sharewell.sweep.started.v2");
        write(3, 6, Samples.started("good"));
        writeWithEmptyType(7);

        try (ShareResultsReader reader = new ShareResultsReader(config(), TopicNames.PLAIN)) {
            assertThat(sweeps(reader)).containsExactly("good");
        }
    }

    @Test
    void joinsNoGroupThoughTheConfigurationNamesOne() throws Exception {
        write(0, 1, Samples.started("sweep"));

        try (ShareResultsReader reader = new ShareResultsReader(
                        Map.of("bootstrap.servers", kafka.bootstrapServers(), "group.id", "sharewell"),
                        TopicNames.PLAIN);
                Admin admin = Admin.create(config())) {
            sweeps(reader);

            assertThat(admin.listGroups().all().get()).isEmpty();
        }
    }

    @Test
    void readsEverythingEachTime() throws Exception {
        write(0, 1, Samples.started("sweep"));

        for (int i = 0; i < 2; i++) {
            try (ShareResultsReader reader = new ShareResultsReader(config(), TopicNames.PLAIN)) {
                assertThat(sweeps(reader)).containsExactly("sweep");
            }
        }
    }

    @Test
    void aPollCanBeWokenUp() {
        try (ShareResultsReader reader = new ShareResultsReader(config(), TopicNames.PLAIN)) {
            reader.wakeup();

            assertThatThrownBy(() -> reader.poll(Duration.ofMinutes(1), (_, _) -> {}))
                    .isInstanceOf(WakeupException.class);
        }
    }

    @Test
    void saysThatThereIsNoSuchTopic() {
        assertThatThrownBy(() -> new ShareResultsReader(config(), new TopicNames("elsewhere.")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the broker has no topic elsewhere.share-results");
    }

    private static List<String> sweeps(ShareResultsReader reader) {
        List<String> sweeps = new ArrayList<>();
        while (!reader.hasCaughtUp()) {
            reader.poll(Duration.ofMillis(100), (statement, _) -> sweeps.add(sweepOf(statement)));
        }
        return sweeps;
    }

    private static String sweepOf(ShareResult statement) {
        return statement.envelope().sweepId();
    }

    private void write(int partition, long time, ShareResult statement) throws Exception {
        write(
                partition,
                time,
                EventCodec.encode(statement),
                EventType.of(statement).ceType());
    }

    private void write(int partition, long time, byte[] value, String type) throws Exception {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(TOPIC, partition, time, null, value);
        if (type != null) {
            record.headers().add(CloudEvents.TYPE, OutgoingRecord.utf8(type));
        }
        write(record);
    }

    private void writeWithEmptyType(long time) throws Exception {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(TOPIC, 0, time, null, new byte[1]);
        record.headers().add(CloudEvents.TYPE, null);
        write(record);
    }

    private void write(ProducerRecord<byte[], byte[]> record) throws InterruptedException, ExecutionException {
        producer.send(record).get();
    }

    private Map<String, Object> config() {
        return Map.of("bootstrap.servers", kafka.bootstrapServers());
    }
}
