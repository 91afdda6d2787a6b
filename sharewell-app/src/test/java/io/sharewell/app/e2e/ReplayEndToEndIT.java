package io.sharewell.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.app.replay.RedriveCommand;
import io.sharewell.app.replay.ReplayCommand;
import io.sharewell.chaos.checker.LedgerChecker;
import io.sharewell.chaos.checker.Records;
import io.sharewell.chaos.world.Feed;
import io.sharewell.chaos.world.SimulatorAdmin;
import io.sharewell.chaos.world.World;
import io.sharewell.events.Action;
import io.sharewell.events.CloudEvents;
import io.sharewell.events.Reason;
import io.sharewell.events.ShareResult.WorkloadResult;
import io.sharewell.events.TargetOutcome;
import io.sharewell.events.Topic;
import io.sharewell.events.ledger.SweepReport;
import io.sharewell.platform.process.JavaProcess;
import io.sharewell.simulator.GeneratedOrganization;
import io.sharewell.simulator.organization.AccountFile;
import io.sharewell.simulator.organization.OrganizationFile;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import picocli.CommandLine;

/**
 * A sweep with poison in it, the redrive after its cure, a replay a day later, and Kafka's own way. The steps build on each
 * other: four processes are dear. Larger by {@code -Dsharewell.replay.accounts=500 -Dsharewell.replay.workloads=20
 * -Dsharewell.patience=30}.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplayEndToEndIT {

    private static final int ACCOUNTS = Integer.getInteger("sharewell.replay.accounts", 12);
    private static final int WORKLOADS_EACH = Integer.getInteger("sharewell.replay.workloads", 3);
    private static final int WORKLOADS = ACCOUNTS * WORKLOADS_EACH;
    private static final OrganizationFile ORGANIZATION = GeneratedOrganization.of(ACCOUNTS, WORKLOADS_EACH, 17);
    private static final String WORK = Topic.WORKLOADS_FOUND.topicName();

    private static World world;
    private static Feed feed;
    private static final Map<String, JavaProcess> SERVICES = new HashMap<>();

    @BeforeAll
    static void startServices() {
        world = World.of(ORGANIZATION);
        feed = new Feed(world);
        poisonOneWorkload();
        World.SERVICES.forEach(service -> SERVICES.put(service, world.service(service, Map.of())));
    }

    @AfterAll
    static void stopServices() {
        world.close();
    }

    /** The only workload of some account and Region: AWS answers no question about its shares. */
    private static void poisonOneWorkload() {
        for (AccountFile account : ORGANIZATION.accounts()) {
            if (account.workloads() == null) {
                continue;
            }
            for (String region : account.workloads().keySet()) {
                if (account.workloads().get(region).generated() == 1) {
                    world.admin()
                            .fault(
                                    ("{\"service\":\"wellarchitected\",\"operation\":\"ListWorkloadShares\",\"accountId\":\"%s\","
                                                    + "\"region\":\"%s\",\"kind\":\"error\",\"code\":\"InternalServerException\",\"status\":500}")
                                            .formatted(account.id(), region));
                    return;
                }
            }
        }
        throw new IllegalStateException("no unit has a single workload");
    }

    @Test
    @Order(1)
    void onePoisonRecordIsOneDeadLetterAndHindersNoOther() {
        feed.await(ledger -> ledger.latest()
                .filter(sweep -> sweep.totals().units().scanned() > 0)
                .isPresent());
        sendGarbage();
        SweepReport report = feed.awaitEnd();

        assertThat(report.complete()).isTrue();
        assertThat(report.results()).hasSize(WORKLOADS);
        assertThat(report.problems()).singleElement().satisfies(problem -> assertThat(problem.reason())
                .isEqualTo(Reason.RETRIES_EXHAUSTED));
        LedgerChecker.assertClosed(world.evidence());
        assertThat(deadLetters())
                .containsExactlyInAnyOrder(Reason.RETRIES_EXHAUSTED.name(), Reason.MALFORMED_RECORD.name());
    }

    private static List<String> deadLetters() {
        List<String> causes = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : Records.all(world.bootstrapServers())) {
            if (record.topic().endsWith(".dlq")) {
                causes.add(new String(
                        record.headers().lastHeader(CloudEvents.DLQ_CAUSE).value(), StandardCharsets.UTF_8));
            }
        }
        return causes;
    }

    private static void sendGarbage() {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", world.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(WORK, "{\"envelope\":".getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    @Order(2)
    void afterTheCureARedriveBringsItInOrder() {
        world.admin().clearFaults();

        Said redrive = Said.by(new RedriveCommand(), "workloads-found.dlq");

        assertThat(redrive.status()).as(redrive.words()).isZero();
        assertThat(redrive.words()).contains("2 records, 1 to send", "1 this version cannot read");
        SweepReport report = feed.await(ledger -> ledger.latest()
                        .filter(sweep -> sweep.ended() && sweep.totals().problems() == 0)
                        .filter(sweep -> sweep.report().results().size() == WORKLOADS)
                        .isPresent())
                .latest()
                .orElseThrow()
                .report();
        assertThat(report.results()).hasSize(WORKLOADS);
        assertThat(world.admin().shares()).hasSize(WORKLOADS);
        assertThat(Said.by(new RedriveCommand(), "workloads-found.dlq").status())
                .as("there is nothing more to redrive")
                .isEqualTo(4);
    }

    @Test
    @Order(3)
    void aReplayADayLaterRenewsEachAccountsSessionOnceAndWritesOnlyWhatIsMissing() {
        SimulatorAdmin aws = world.admin();
        String deleted = aws.shares().getFirst().workloadId();
        aws.deleteShareOf(deleted);
        aws.advanceClock("P1D");
        aws.resetCalls();

        Said replay = Said.by(new ReplayCommand(), WORK);

        assertThat(replay.status()).as(replay.words()).isZero();
        assertThat(replay.words()).contains(WORKLOADS + " to send");
        Map<String, List<WorkloadResult>> results = awaitResults(
                result -> result.envelope().replayId() != null
                        && result.envelope().replayId().startsWith("replay-"),
                Map.of());
        results.forEach((workload, said) -> assertThat(said.getLast().targets())
                .extracting(TargetOutcome::action)
                .containsExactly(workload.equals(deleted) ? Action.CREATED : Action.NONE));
        Set<String> accounts = results.values().stream()
                .map(said -> said.getFirst().accountId().value())
                .collect(Collectors.toSet());
        assertThat(aws.calls("sts.AssumeRole")).isEqualTo(accounts.size());
        assertThat(aws.shareWrites()).isOne();
        assertThat(aws.shares()).as("no second share").hasSize(WORKLOADS);
        LedgerChecker.assertClosed(world.evidence());
    }

    @Test
    @Order(4)
    void kafkasOwnWayWorksToo() throws Exception {
        Predicate<WorkloadResult> ofTheSweepItself = result -> result.envelope().replayId() == null;
        Map<String, List<WorkloadResult>> before = results(ofTheSweepItself);
        world.admin().resetCalls();

        SERVICES.get("share-writer").interrupt();
        SERVICES.get("share-writer").awaitExit();
        resetOffsets();
        world.service("share-writer", Map.of());

        awaitResults(ofTheSweepItself, before);
        LedgerChecker.assertClosed(world.evidence());
        assertThat(world.admin().shareWrites()).isZero();
        assertThat(world.admin().calls("sts.AssumeRole"))
                .as("the sessions of the replay are still good")
                .isZero();
    }

    /** As {@code kafka-consumer-groups --reset-offsets --to-earliest} does. */
    private static void resetOffsets() {
        try (org.apache.kafka.clients.admin.Admin kafka =
                org.apache.kafka.clients.admin.Admin.create(Map.of("bootstrap.servers", world.bootstrapServers()))) {
            Awaitility.await().atMost(Duration.ofSeconds(20)).ignoreExceptions().untilAsserted(() -> {
                Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
                kafka.describeTopics(List.of(WORK))
                        .allTopicNames()
                        .get()
                        .get(WORK)
                        .partitions()
                        .forEach(info ->
                                partitions.put(new TopicPartition(WORK, info.partition()), OffsetSpec.earliest()));
                Map<TopicPartition, OffsetAndMetadata> earliest = new HashMap<>();
                kafka.listOffsets(partitions)
                        .all()
                        .get()
                        .forEach(
                                (partition, offset) -> earliest.put(partition, new OffsetAndMetadata(offset.offset())));
                kafka.alterConsumerGroupOffsets("share-writer", earliest).all().get();
            });
        }
    }

    /** Results by workload, as soon as every workload has more than before. */
    private static Map<String, List<WorkloadResult>> awaitResults(
            Predicate<WorkloadResult> which, Map<String, List<WorkloadResult>> before) {
        return Awaitility.await()
                .atMost(Feed.PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .conditionEvaluationListener(condition -> {
                    if (!condition.isSatisfied() && condition.getRemainingTimeInMS() < 500) {
                        System.err.println(world.lastWords());
                    }
                })
                .until(
                        () -> results(which),
                        now -> now.size() == WORKLOADS
                                && now.entrySet().stream()
                                        .allMatch(it -> it.getValue().size()
                                                > before.getOrDefault(it.getKey(), List.of())
                                                        .size()));
    }

    private static Map<String, List<WorkloadResult>> results(Predicate<WorkloadResult> which) {
        return feed.all().stream()
                .filter(WorkloadResult.class::isInstance)
                .map(WorkloadResult.class::cast)
                .filter(which)
                .collect(Collectors.groupingBy(result -> result.workload().id()));
    }

    /** What a command said, and how it ended. */
    private record Said(int status, String words) {

        static Said by(Object command, String topic) {
            StringWriter words = new StringWriter();
            int status = new CommandLine(command)
                    .setOut(new PrintWriter(words, true))
                    .setErr(new PrintWriter(words, true))
                    .execute("--bootstrap-servers", world.bootstrapServers(), "--topic", topic);
            return new Said(status, words.toString());
        }
    }
}
