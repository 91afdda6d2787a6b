package io.sharewell.app.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.app.CommandRun;
import io.sharewell.app.view.ASmallSweep;
import io.sharewell.app.view.ASweep;
import io.sharewell.events.EventCodec;
import io.sharewell.events.Problem;
import io.sharewell.events.Reason;
import io.sharewell.events.ShareResult;
import io.sharewell.events.Topic;
import io.sharewell.platform.EmbeddedKafka;
import io.sharewell.platform.EmbeddedKafkaOptions;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** An installation's topic fills, and its reader sees it. The steps build on each other: one broker is dear. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReadCommandsIT {

    private static EmbeddedKafka kafka;
    private static String servers;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startKafka() {
        kafka = EmbeddedKafka.start(EmbeddedKafkaOptions.temporary());
        servers = kafka.bootstrapServers();
    }

    @AfterAll
    static void stopKafka() {
        kafka.close();
    }

    @Test
    @Order(1)
    void aBrokerWithoutTheTopicIsNoInstallation() {
        CommandRun run = ReadCommands.status("--bootstrap-servers", servers);

        assertThat(run)
                .isEqualTo(
                        new CommandRun(
                                3,
                                "",
                                "Kafka at " + servers
                                        + " has no topic share-results: is it the Kafka of the installation, and has it been started once?\n"));
    }

    @Test
    @Order(2)
    void anEmptyTopicHasNoSweep() throws Exception {
        createTopic();

        CommandRun none = new CommandRun(3, "", StatusCommand.NO_SWEEP + "\n");
        assertThat(ReadCommands.status("--bootstrap-servers", servers)).isEqualTo(none);
        assertThat(ReadCommands.report("--bootstrap-servers", servers)).isEqualTo(none);
    }

    @Test
    @Order(3)
    void aSweepThatRunsIsNotComplete() {
        publish(ASmallSweep.open("sweep-1").statements());

        CommandRun status = ReadCommands.status("--bootstrap-servers", servers);
        assertThat(status.exitStatus()).isEqualTo(3);
        assertThat(status.out())
                .contains("Running: sweep sweep-1, for 3 h 7 min, last heard of ")
                .contains("  accounts 3/3   units 5/5   workloads 5/5   3 problems so far\n");
        assertThat(ReadCommands.report("--bootstrap-servers", servers).exitStatus())
                .isEqualTo(3);
    }

    @Test
    @Order(4)
    void theEndOfASweepGivesTheExitStatus() throws IOException {
        publish(ASmallSweep.of("sweep-1").statements().reversed().subList(0, 2).reversed());

        CommandRun status = ReadCommands.status("--bootstrap-servers", servers);
        assertThat(status).isEqualTo(new CommandRun(2, """
                                No sweep is running.

                                Last complete: sweep sweep-1, ended 3 h 0 min ago, 3 problems
                                  1 account newly blocked
                                    222233334444  data-lake  Root/Workloads/Prod  ROLE_NOT_ASSUMABLE
                                  no account reachable again

                                SWEEP    PURPOSE  MODE   STARTED                  STATE      BLOCKED  FOUND  PROBLEMS
                                sweep-1  SHARE    APPLY  2026-11-21 10:00:00 UTC  COMPLETED        1      5         3
                                """, ""));
    }

    @Test
    @Order(5)
    void theReportIsPrintedAndWritten() throws IOException {
        Path file = folder.resolve("report.csv");

        CommandRun report = ReadCommands.report("--bootstrap-servers", servers, "--report", file.toString());

        assertThat(report.exitStatus()).isEqualTo(2);
        assertThat(report.err()).isEmpty();
        assertThat(report.out())
                .startsWith("Sweep sweep-1 · SHARE, APPLY\n")
                .contains("! Complete, with 3 problems\n")
                .contains("✗ data-lake  222233334444  BLOCKED: ROLE_NOT_ASSUMABLE\n")
                .endsWith("The report is in " + file + "\n");
        assertThat(Files.readAllLines(file)).hasSize(1 + 5);
    }

    @Test
    @Order(6)
    void anOlderSweepCanBeAskedForAndAnUnknownOneNamesTheKnown() {
        publish(ASmallSweep.withoutProblems("sweep-2").statements());
        publish(ASweep.named("sweep-3")
                .failed(Problem.of(Reason.NOTHING_SELECTED))
                .statements());

        assertThat(ReadCommands.report("--bootstrap-servers", servers).exitStatus())
                .isEqualTo(4);
        assertThat(ReadCommands.report("--bootstrap-servers", servers, "--sweep", "sweep-2")
                        .exitStatus())
                .isZero();
        assertThat(ReadCommands.report("--bootstrap-servers", servers, "--sweep", "sweep-1")
                        .exitStatus())
                .isEqualTo(2);
        assertThat(ReadCommands.report("--bootstrap-servers", servers, "--sweep", "sweep-9"))
                .isEqualTo(
                        new CommandRun(
                                3,
                                "",
                                "There is no sweep 'sweep-9' in share-results. Known, newest first: sweep-3, sweep-2, sweep-1.\n"));
        assertThat(ReadCommands.status("--bootstrap-servers", servers).exitStatus())
                .isEqualTo(4);
    }

    @Test
    @Order(7)
    void jsonIsForPrograms() {
        assertThat(ReadCommands.status("--bootstrap-servers", servers, "--json").out())
                .startsWith(
                        "{\n  \"at\" : \"2026-11-21T13:07:30Z\",\n  \"sweeps\" : [ {\n    \"sweepId\" : \"sweep-3\",")
                .contains("\"reason\" : \"NOTHING_SELECTED\"", "\"lastComplete\" : {\n    \"sweepId\" : \"sweep-2\",")
                .contains("\"running\" : [ ]");
    }

    @Test
    @Order(8)
    void noGroupIsJoined() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            assertThat(admin.listGroups().all().get()).isEmpty();
        }
    }

    @Test
    @Order(9)
    void aBrokerThatDoesNotAnswerIsToldInOneLineWithinTenSeconds() throws IOException {
        String closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = "127.0.0.1:" + socket.getLocalPort();
        }
        long start = System.nanoTime();

        CommandRun run = ReadCommands.status("--bootstrap-servers", closed);

        assertThat(run)
                .isEqualTo(new CommandRun(
                        3,
                        "",
                        "Kafka at " + closed
                                + " does not answer: check --bootstrap-servers, that the broker runs and can be reached,"
                                + " and --command-config if it wants TLS or SASL.\n"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    @Order(10)
    void aHostThatNobodyKnowsIsToldInOneLine() {
        CommandRun run = ReadCommands.report("--bootstrap-servers", "no-such-host.invalid:9092");

        assertThat(run.exitStatus()).isEqualTo(3);
        assertThat(run.err())
                .startsWith("Kafka at no-such-host.invalid:9092 cannot be read (")
                .endsWith("): check --bootstrap-servers and --command-config.\n")
                .hasLineCount(1);
    }

    @Test
    @Order(11)
    void theCommandConfigIsUsed() throws IOException {
        Path file = Files.writeString(folder.resolve("client.properties"), "security.protocol=NOISE\n");

        CommandRun run = ReadCommands.status("--bootstrap-servers", servers, "--command-config", file.toString());

        assertThat(run.exitStatus()).isEqualTo(3);
        assertThat(run.err()).contains("security.protocol").hasLineCount(1);
    }

    private static void createTopic() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.createTopics(List.of(new NewTopic(Topic.SHARE_RESULTS.topicName(), Optional.of(3), Optional.empty())))
                    .all()
                    .get();
        }
    }

    private static void publish(List<ShareResult> statements) {
        Map<String, Object> config = Map.of("bootstrap.servers", servers, "acks", "all");
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            for (ShareResult statement : statements) {
                ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                        Topic.SHARE_RESULTS.topicName(), statement.key(), EventCodec.encode(statement));
                EventCodec.headers(statement, "test", ASweep.STARTED)
                        .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
                producer.send(record);
            }
        }
    }
}
