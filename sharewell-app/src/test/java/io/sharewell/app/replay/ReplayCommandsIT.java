package io.sharewell.app.replay;

import static io.sharewell.app.replay.Letters.NOW;
import static io.sharewell.app.replay.Letters.OTHER_ACCOUNT;
import static io.sharewell.app.replay.Letters.deadHeaders;
import static io.sharewell.app.replay.Letters.halfSettled;
import static io.sharewell.app.replay.Letters.headers;
import static io.sharewell.app.replay.Letters.unshare;
import static io.sharewell.app.replay.Letters.withGrantUntil;
import static io.sharewell.app.replay.Letters.withoutSession;
import static io.sharewell.app.replay.Letters.workload;
import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.app.CommandRun;
import io.sharewell.events.Event;
import io.sharewell.events.EventCodec;
import io.sharewell.platform.EmbeddedKafka;
import io.sharewell.platform.EmbeddedKafkaOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Topics of a day ago, replayed and redriven. The steps build on each other: one broker is dear. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplayCommandsIT {

    private static final String WORK = "workloads-found";
    private static final String DEAD = "workloads-found.dlq";

    private static EmbeddedKafka kafka;
    private static String servers;

    @BeforeAll
    static void startKafka() {
        kafka = EmbeddedKafka.start(EmbeddedKafkaOptions.temporary());
        servers = kafka.bootstrapServers();
    }

    @AfterAll
    static void stopKafka() {
        kafka.close();
    }

    private static CommandRun replay(String... more) {
        return ReplayCommands.replay(with(WORK, more));
    }

    private static CommandRun redrive(String... more) {
        return ReplayCommands.redrive(with(DEAD, more));
    }

    private static String[] with(String topic, String... more) {
        List<String> all = new ArrayList<>(List.of("--bootstrap-servers", servers, "--topic", topic));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @Test
    @Order(1)
    void aBrokerWithoutTheTopicIsNoInstallation() {
        CommandRun none = new CommandRun(
                3,
                "",
                "Kafka at " + servers
                        + " has no topic workloads-found: is it the Kafka of the installation, and has it been started once?\n");

        assertThat(replay()).isEqualTo(none);
        assertThat(redrive()).isEqualTo(none);
    }

    @Test
    @Order(2)
    void anEmptyTopicHasNothingToSend() throws Exception {
        createTopics();

        assertThat(replay()).isEqualTo(new CommandRun(4, "workloads-found: 0 records, 0 to send\n", ""));
        assertThat(redrive()).isEqualTo(new CommandRun(4, "workloads-found.dlq: 0 records, 0 to send\n", ""));
    }

    @Test
    @Order(3)
    void aDryRunSaysWhatWouldBeSentAndSendsNothing() {
        put(WORK, workload("sweep-1", 1), headers(workload("sweep-1", 1)));
        put(WORK, halfSettled(workload("sweep-1", 1)), headers(workload("sweep-1", 1)));
        put(WORK, workload("sweep-1", OTHER_ACCOUNT, 2), headers(workload("sweep-1", 2)));
        put(WORK, workload("sweep-2", 1), headers(workload("sweep-2", 1)));
        put(WORK, withGrantUntil(NOW, workload("sweep-1", 3)), headers(workload("sweep-1", 3)));
        put(WORK, "no record".getBytes(StandardCharsets.UTF_8), Map.of());

        CommandRun run = replay("--sweep", "sweep-1", "--dry-run");

        assertThat(run).isEqualTo(new CommandRun(0, """
                        workloads-found: 6 records, 2 to send
                               2 of sweep sweep-1 (SHARE, APPLY)
                        Left: 4
                               1 of another sweep
                               1 older copies of a record that is sent
                               1 this version cannot read
                               1 have a session that is over and no valid grant to renew it (7 days): start a new sweep
                        """, ""));
        assertThat(records(WORK)).hasSize(6);
    }

    @Test
    @Order(4)
    void whatNoFilterIsForIsNoSelection() {
        assertThat(replay("--account", "000000000001").exitStatus()).isEqualTo(4);
        assertThat(replay("--since", "1h").exitStatus())
                .as("all were written a day ago")
                .isEqualTo(4);
        assertThat(records(WORK)).hasSize(6);
    }

    @Test
    @Order(5)
    void aReplaySendsEachRecordOnceAndToItsPartition() {
        CommandRun run = replay("--sweep", "sweep-1", "--since", "2d", "--until", "1h");

        assertThat(run.exitStatus()).isZero();
        assertThat(run.out()).containsPattern("Sent to workloads-found: 2, as replay-[0-9a-f-]{36}\n$");
        List<ConsumerRecord<byte[], byte[]>> sent = new ArrayList<>(records(WORK));
        sent.removeIf(record -> Parsed.of(record).isEmpty()
                || Parsed.of(record).orElseThrow().envelope().replayId() == null);
        assertThat(sent).hasSize(2).allSatisfy(record -> assertThat(record.partition())
                .isEqualTo(partitionOfTheFirst(new String(record.key()))));
    }

    @Test
    @Order(6)
    void aDeadLetterIsRedrivenOnceEachTimeItComesBackAndThreeTimesAtMost() {
        put(WORK, workload("sweep-3", 1), headers(workload("sweep-3", 1)));
        for (int round = 0; round < RedriveRule.MOST; round++) {
            dies(round);
            CommandRun run = redrive();
            assertThat(run.exitStatus()).as(run.out() + run.err()).isZero();
            assertThat(run.out())
                    .contains("1 to send\n", "1 of sweep sweep-3 (SHARE, APPLY)\n")
                    .contains("died of RETRIES_EXHAUSTED, such as\n         workloads-found-0@17: ");
            ConsumerRecord<byte[], byte[]> last = records(WORK).stream()
                    .filter(record -> Parsed.redrives(record) > 0)
                    .toList()
                    .getLast();
            assertThat(Parsed.redrives(last)).isEqualTo(round + 1);
            assertThat(Parsed.of(last).orElseThrow().envelope().replayId()).startsWith("redrive-");

            assertThat(redrive().exitStatus()).as("a second time at once").isEqualTo(4);
        }
        dies(RedriveRule.MOST);
        CommandRun run = redrive();
        assertThat(run.exitStatus()).isEqualTo(4);
        assertThat(run.out())
                .contains("3 were redriven already\n")
                .contains(
                        "1 were redriven three times and came back each time: cure the cause, then start a new sweep\n")
                .containsPattern("workloads-found\\.dlq-\\d@\\d: "
                        + workload("sweep-3", 1).subject());
    }

    @Test
    @Order(7)
    void anUnshareThatIsNotNamedIsToldAndNotSent() {
        put(WORK, unshare("sweep-4"), headers(unshare("sweep-4")));
        int before = records(WORK).size();

        CommandRun run = replay();

        assertThat(run.exitStatus()).isEqualTo(3);
        assertThat(run.out()).contains("1 of sweep sweep-4 (UNSHARE, APPLY)\n").doesNotContain("Sent");
        assertThat(run.err()).startsWith("An UNSHARE is among these").contains("--sweep");
        assertThat(replay("--dry-run").exitStatus()).isEqualTo(3);
        assertThat(records(WORK)).hasSize(before);
        assertThat(replay("--sweep", "sweep-4").out()).contains("Sent to workloads-found: 1");
    }

    @Test
    @Order(8)
    void whatTheBrokerDoesNotTakeIsTold() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, WORK);
            AlterConfigOp small = new AlterConfigOp(
                    new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "100"), AlterConfigOp.OpType.SET);
            admin.incrementalAlterConfigs(Map.of(topic, List.of(small))).all().get();
        }

        CommandRun run = replay("--sweep", "sweep-2");

        assertThat(run.exitStatus()).isEqualTo(3);
        assertThat(run.out()).contains("1 to send\n").doesNotContain("Sent");
        assertThat(run.err())
                .startsWith("Kafka at " + servers + " took only 0 of 1 records for workloads-found: ")
                .endsWith(". To send all again does no harm.\n");
    }

    private static void dies(int redrives) {
        put(DEAD, withoutSession(workload("sweep-3", 1)), deadHeaders(workload("sweep-3", 1), redrives));
    }

    private static int partitionOfTheFirst(String key) {
        return records(WORK).stream()
                .filter(record -> new String(record.key()).equals(key))
                .findFirst()
                .orElseThrow()
                .partition();
    }

    private static void createTopics() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.createTopics(List.of(
                            new NewTopic(WORK, Optional.of(3), Optional.empty()),
                            new NewTopic(DEAD, Optional.of(3), Optional.empty())))
                    .all()
                    .get();
        }
    }

    private static void put(String topic, Event event, Map<String, String> headers) {
        put(topic, event.key(), EventCodec.encode(event), headers);
    }

    private static void put(String topic, byte[] value, Map<String, String> headers) {
        put(topic, "key", value, headers);
    }

    private static void put(String topic, String key, byte[] value, Map<String, String> headers) {
        Map<String, Object> config = Map.of("bootstrap.servers", servers, "acks", "all");
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                    topic, null, Letters.YESTERDAY.toEpochMilli(), key.getBytes(StandardCharsets.UTF_8), value);
            headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
            producer.send(record);
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(all::add);
            }
        }
        return all;
    }
}
