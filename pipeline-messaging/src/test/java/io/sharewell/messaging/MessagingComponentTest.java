package io.sharewell.messaging;

import static io.sharewell.messaging.Kafka.event;
import static io.sharewell.messaging.KafkaRecords.header;
import static io.sharewell.messaging.Samples.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.sharewell.events.AccountId;
import io.sharewell.events.AccountSessionOpened;
import io.sharewell.events.CloudEvents;
import io.sharewell.events.Envelope;
import io.sharewell.events.EventCodec;
import io.sharewell.events.EventType;
import io.sharewell.events.Grant;
import io.sharewell.events.Mode;
import io.sharewell.events.Problem;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.SessionExpired;
import io.sharewell.events.SessionRecord;
import io.sharewell.events.ShareResult.RegionFailed;
import io.sharewell.events.Topic;
import io.sharewell.platform.test.LocalPlatformTestResource;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(
        value = LocalPlatformTestResource.class,
        initArgs = @ResourceArg(name = "simulator", value = "false"))
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class MessagingComponentTest {

    private static final String SOURCE = "account-sessions";
    private static final String TO_RENEW = "to-renew";
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final Map<String, String> TRACED =
            Map.of(CloudEvents.TRACE_PARENT, "00-" + TRACE + "-00f067aa0ba902b7-01");

    @Inject
    TestStage stage;

    @Inject
    HesitantProducer producer;

    @Inject
    MessagingSettings settings;

    @Inject
    MeterRegistry metrics;

    @Inject
    @Any
    Instance<Stage> stages;

    @Inject
    @Any
    Instance<TopicUser> topicUsers;

    @Inject
    @Any
    Instance<SettingsCheck> checks;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private final LogEar log = new LogEar();
    private Kafka kafka;
    private String sweep;

    @BeforeAll
    void watch() throws Exception {
        Set<String> topics = new HashSet<>();
        Stream.of(Topic.values()).map(Topic::family).forEach(topics::addAll);
        new TopicSetup(Map.of("bootstrap.servers", bootstrapServers), settings).prepare(topics);
        kafka = new Kafka(bootstrapServers, topics);
        log.listen();
    }

    @BeforeEach
    void newSweep() {
        sweep = UUID.randomUUID().toString();
    }

    @AfterAll
    void close() {
        log.close();
        kafka.close();
    }

    // Publish, then acknowledge

    @Test
    void acknowledgesARecordWhenWhatFollowsIsConfirmedAndNotBefore() throws Exception {
        kafka.awaitCommitted(TestStage.MODULE, SOURCE);
        Map<?, Long> before = kafka.committed(TestStage.MODULE, SOURCE);
        CompletableFuture<Void> confirmation = new CompletableFuture<>();
        producer.confirmsWith(confirmation);

        kafka.send(unit(sweep));
        kafka.awaitRecords("share-results", sweep, 1);

        await().during(Duration.ofMillis(400))
                .until(() -> kafka.committed(TestStage.MODULE, SOURCE).equals(before));
        confirmation.complete(null);
        kafka.awaitCommitted(TestStage.MODULE, SOURCE);
        assertThat(kafka.committed(TestStage.MODULE, SOURCE)).isNotEqualTo(before);
    }

    @Test
    void howMuchWaitsOnEachRungIsAMetric() {
        kafka.send(unit(sweep));
        kafka.awaitRecords("share-results", sweep, 1);

        assertThat(metrics.find("sharewell.retry.depth").gauges()).hasSize(Topic.RUNGS);
    }

    @Test
    void worksThroughThousandsOfRecordsAndCommitsThem() {
        int count = 2_000;
        IntStream.range(0, count).forEach(i -> kafka.send(unit(sweep, account(i))));

        List<ConsumerRecord<byte[], byte[]>> results = kafka.awaitRecords("share-results", sweep, count);

        kafka.awaitCommitted(TestStage.MODULE, SOURCE);
        assertThat(results).hasSize(count);
        assertThat(results.stream().map(record -> header(record, CloudEvents.SUBJECT)))
                .doesNotHaveDuplicates();
    }

    @Test
    void manyThreadsMayPublishAtOnce() {
        int each = 20;
        stage.on(
                sweep,
                unit -> new Handled.Done(IntStream.range(0, each)
                        .mapToObj(_ -> Samples.scanned(unit))
                        .toList()));
        IntStream.range(0, 300).forEach(i -> kafka.send(unit(sweep, account(i))));

        Map<String, Long> results = kafka.awaitRecords("share-results", sweep, 300 * each).stream()
                .collect(Collectors.groupingBy(record -> header(record, CloudEvents.SUBJECT), Collectors.counting()));

        assertThat(results).hasSize(300);
        assertThat(results.values()).containsOnly((long) each);
    }

    @Test
    void worksOnAsManyRecordsAtOnceAsTheStageSaysOnVirtualThreads() {
        AtomicInteger active = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Set<Boolean> virtual = ConcurrentHashMap.newKeySet();
        CountDownLatch full = new CountDownLatch(TestStage.CONCURRENCY);
        stage.on(sweep, unit -> {
            most.accumulateAndGet(active.incrementAndGet(), Math::max);
            virtual.add(Thread.currentThread().isVirtual());
            full.countDown();
            full.await(10, TimeUnit.SECONDS);
            active.decrementAndGet();
            return Handled.done(Samples.scanned(unit));
        });

        IntStream.range(0, 4 * TestStage.CONCURRENCY).forEach(i -> kafka.send(unit(sweep, account(i))));
        kafka.awaitRecords("share-results", sweep, 4 * TestStage.CONCURRENCY);

        assertThat(full.getCount()).as("reached").isZero();
        assertThat(most).as("not exceeded").hasValue(TestStage.CONCURRENCY);
        assertThat(virtual).containsOnly(true);
    }

    @Test
    void keepsTheKeyOfWhatFollows() {
        AccountSessionOpened unit = unit(sweep, account(7));

        kafka.send(unit);

        assertThat(kafka.awaitRecords("share-results", sweep, 1).getFirst().key())
                .isEqualTo(OutgoingRecord.utf8(unit.key()));
    }

    // The ladder

    @Test
    void aRecordInTroubleClimbsTheLadderAndEndsWithAnOutcomeAndADeadLetter() {
        List<Integer> attempts = new CopyOnWriteArrayList<>();
        stage.on(sweep, unit -> {
            attempts.add(unit.envelope().attempt());
            return new Handled.TryAgain(unit, "ThrottlingException");
        });

        kafka.send(unit(sweep));
        ConsumerRecord<byte[], byte[]> dead =
                kafka.awaitRecords("account-sessions.dlq", sweep, 1).getFirst();

        assertThat(attempts).containsExactly(0, 1, 2, 3);
        for (int rung = 1; rung <= Topic.RUNGS; rung++) {
            ConsumerRecord<byte[], byte[]> waited =
                    kafka.records("account-sessions.retry." + rung, sweep).getFirst();
            assertThat(event(waited).envelope().attempt()).isEqualTo(rung);
            long rest = rung * 100L;
            long notBefore = Long.parseLong(header(waited, CloudEvents.NOT_BEFORE));
            ConsumerRecord<byte[], byte[]> before = kafka.records(SOURCE, sweep).get(rung - 1);
            ConsumerRecord<byte[], byte[]> back = kafka.records(SOURCE, sweep).get(rung);
            assertThat(notBefore).isBetween(before.timestamp() + rest, waited.timestamp() + rest);
            assertThat(back.timestamp()).isGreaterThanOrEqualTo(notBefore);
            assertThat(back.key()).isEqualTo(OutgoingRecord.utf8("123456789012"));
            assertThat(header(back, CloudEvents.NOT_BEFORE)).isNull();
        }
        assertThat(header(dead, CloudEvents.DLQ_CAUSE)).isEqualTo("RETRIES_EXHAUSTED");
        assertThat(header(dead, CloudEvents.DLQ_DETAIL)).isEqualTo("ThrottlingException");
        assertThat(header(dead, CloudEvents.DLQ_ATTEMPTS)).isEqualTo("4");
        assertThat(header(dead, CloudEvents.DLQ_ORIGIN)).matches("account-sessions-\\d@\\d+");
        assertThat(dead.key()).isEqualTo(OutgoingRecord.utf8("123456789012"));
        assertThat(((AccountSessionOpened) event(dead)).session()).isNull();
        assertThat(theOutcome().problem().reason()).isEqualTo(Reason.RETRIES_EXHAUSTED);
        kafka.awaitCommitted(TestStage.MODULE, SOURCE);
    }

    @Test
    void waitingForATurnTakesTheFirstRungAndCountsNoAttempt() {
        List<Integer> attempts = new CopyOnWriteArrayList<>();
        stage.on(sweep, unit -> {
            attempts.add(unit.envelope().attempt());
            return attempts.size() < 3
                    ? new Handled.WaitForTurn(unit, Duration.ofMillis(1))
                    : Handled.done(Samples.scanned(unit));
        });

        kafka.send(unit(sweep));
        kafka.awaitRecords("share-results", sweep, 1);

        assertThat(attempts).containsExactly(0, 0, 0);
        assertThat(kafka.records("account-sessions.retry.1", sweep)).hasSize(2);
        assertThat(kafka.records("account-sessions.retry.2", sweep)).isEmpty();
    }

    @Test
    void aRecordWhoseSessionIsOverGoesWholeToTheRenewals() {
        stage.on(sweep, Handled.Renew::new);
        AccountSessionOpened unit = unit(sweep);

        kafka.send(unit);

        SessionExpired renewal = (SessionExpired)
                event(kafka.awaitRecords("session-renewals", sweep, 1).getFirst());
        assertThat(renewal.topic()).isEqualTo(SOURCE);
        assertThat(renewal.deadSessionId()).isEqualTo("session-1");
        assertThat(renewal.record()).isEqualTo(unit);
        kafka.awaitCommitted(TestStage.MODULE, SOURCE);
    }

    @Test
    void whatNoAttemptCanHelpIsGivenUpAtOnce() {
        stage.on(sweep, unit -> new Handled.GiveUp(unit, Problem.of(Reason.SEAL_BROKEN, "changed on its way")));

        kafka.send(unit(sweep));

        ConsumerRecord<byte[], byte[]> dead =
                kafka.awaitRecords("account-sessions.dlq", sweep, 1).getFirst();
        assertThat(header(dead, CloudEvents.DLQ_CAUSE)).isEqualTo("SEAL_BROKEN");
        assertThat(header(dead, CloudEvents.DLQ_ATTEMPTS)).isEqualTo("1");
        assertThat(theOutcome().problem().detail()).isEqualTo("changed on its way");
        assertThat(kafka.records("account-sessions.retry.1", sweep)).isEmpty();
    }

    @Test
    void anExceptionIsTroubleAndItsTextGoesNowhere() {
        stage.on(sweep, _ -> {
            throw new IllegalStateException("canary-of-the-text");
        });

        kafka.send(unit(sweep));

        ConsumerRecord<byte[], byte[]> dead =
                kafka.awaitRecords("account-sessions.dlq", sweep, 1).getFirst();
        assertThat(header(dead, CloudEvents.DLQ_CAUSE)).isEqualTo("RETRIES_EXHAUSTED");
        assertThat(header(dead, CloudEvents.DLQ_DETAIL)).isEqualTo("java.lang.IllegalStateException");
        assertThat(header(dead, CloudEvents.DLQ_STACK)).contains("at io.sharewell.messaging.");
        assertThat(theOutcome().problem().detail()).isEqualTo("java.lang.IllegalStateException");
        assertThat(kafka.records(sweep))
                .noneMatch(record -> everythingOf(record).contains("canary-of-the-text"));
    }

    // What cannot be read

    static Stream<Arguments> unreadable() {
        byte[] good = EventCodec.encode(unit("in-the-value"));
        String type = EventType.ACCOUNT_SESSION_OPENED.ceType();
        return Stream.of(
                Arguments.of("random bytes", random(300), type),
                Arguments.of("an empty value", new byte[0], type),
                Arguments.of("no value", null, type),
                Arguments.of("truncated JSON", Arrays.copyOf(good, good.length / 2), type),
                Arguments.of("JSON of something else", "[1,2,3]".getBytes(StandardCharsets.UTF_8), type),
                Arguments.of("an empty object", "{}".getBytes(StandardCharsets.UTF_8), type),
                Arguments.of("JSON's null", "null".getBytes(StandardCharsets.UTF_8), type),
                Arguments.of("an unknown type", good, "io.sharewell.account.unheard.v9"),
                Arguments.of("no type", good, null),
                Arguments.of(
                        "a record of another topic",
                        EventCodec.encode(Samples.account("in-the-value")),
                        EventType.ACCOUNT_DISCOVERED.ceType()),
                Arguments.of(
                        "a statement",
                        EventCodec.encode(Samples.started("in-the-value")),
                        EventType.SWEEP_STARTED.ceType()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadable")
    void whatCannotBeReadIsKeptAsItIsAndStopsNobody(String what, byte[] value, String type) {
        byte[] key = random(40);
        Map<String, String> headers = new HashMap<>();
        headers.put(CloudEvents.SWEEP_ID, sweep);
        headers.put("foreign", "kept");
        if (type != null) {
            headers.put(CloudEvents.TYPE, type);
        }

        kafka.send(SOURCE, key, value, headers);
        ConsumerRecord<byte[], byte[]> dead =
                kafka.awaitRecords("account-sessions.dlq", sweep, 1).getFirst();

        assertThat(dead.key()).isEqualTo(key);
        assertThat(dead.value()).isEqualTo(value);
        assertThat(header(dead, CloudEvents.DLQ_CAUSE)).isEqualTo("MALFORMED_RECORD");
        assertThat(header(dead, CloudEvents.DLQ_DETAIL)).isNotEmpty();
        assertThat(header(dead, CloudEvents.DLQ_ORIGIN)).startsWith("account-sessions-");
        assertThat(header(dead, "foreign")).isEqualTo("kept");
        kafka.awaitCommitted(TestStage.MODULE, SOURCE);
        // Nothing is known of its subject
        assertThat(kafka.records("share-results", sweep)).isEmpty();
    }

    @Test
    void aRecordWithoutKeyHeadersAndValueStopsNobody() {
        int before = kafka.strangers("account-sessions.dlq").size();

        kafka.send(SOURCE, null, null, Map.of());
        kafka.flush();

        await().until(() -> kafka.strangers("account-sessions.dlq").size() > before);
        ConsumerRecord<byte[], byte[]> dead =
                kafka.strangers("account-sessions.dlq").getLast();
        assertThat(dead.key()).isNull();
        assertThat(dead.value()).isNull();
        kafka.awaitCommitted(TestStage.MODULE, SOURCE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                CloudEvents.SPEC_VERSION,
                CloudEvents.ID,
                CloudEvents.TYPE,
                CloudEvents.SOURCE,
                CloudEvents.TIME,
                CloudEvents.SUBJECT,
                CloudEvents.SWEEP_ID,
                CloudEvents.CONTENT_TYPE,
                CloudEvents.TRACE_PARENT,
                CloudEvents.REDRIVES
            })
    void aHeaderWithoutAValueStopsNobody(String header) {
        Map<String, String> headers = new HashMap<>();
        headers.put(header, null);

        kafka.send(unit(sweep), headers);

        kafka.flush();
        kafka.send(unit(sweep));
        kafka.awaitRecords("share-results", sweep, 1);
        kafka.awaitCommitted(TestStage.MODULE, SOURCE);
    }

    @Test
    void aRecordAsLargeAsKafkaTakesStopsNobody() {
        kafka.send(SOURCE, null, random(1_048_400), Map.of());
        kafka.flush();

        await().until(() -> kafka.strangers("account-sessions.dlq").stream()
                .anyMatch(dead -> header(dead, CloudEvents.DLQ_DETAIL).endsWith("too large to keep, see its origin")));
        kafka.awaitCommitted(TestStage.MODULE, SOURCE);
    }

    static Stream<Arguments> asLargeAsKafkaTakes() {
        Map<String, String> typed = Map.of(CloudEvents.TYPE, EventType.ACCOUNT_SESSION_OPENED.ceType());
        return Stream.of(
                Arguments.of("a key without a value", random(1_048_450), null, Map.of()),
                Arguments.of("a type", null, null, Map.of(CloudEvents.TYPE, text(1_048_400))),
                Arguments.of("a stack of its own", null, null, Map.of(CloudEvents.DLQ_STACK, text(1_048_400))),
                Arguments.of("a subject", null, null, aWorkloadWithALongId(1_048_000)),
                Arguments.of("a record to renew", null, unitToRenew(1_048_430), typed),
                Arguments.of("a record on the last rung", null, unitOnTheLastRung(1_048_430), typed));
    }

    private static Map<String, String> aWorkloadWithALongId(int length) {
        return Map.of(
                CloudEvents.TYPE, EventType.WORKLOAD_FOUND.ceType(),
                CloudEvents.SWEEP_ID, "sweep",
                CloudEvents.PURPOSE, "SHARE",
                CloudEvents.MODE, "APPLY",
                CloudEvents.SUBJECT, "arn:aws:wellarchitected:eu-west-1:123456789012:workload/" + text(length));
    }

    private static byte[] unitToRenew(int length) {
        int others = EventCodec.encode(unitToRenew("")).length;
        return EventCodec.encode(unitToRenew(text(length - others)));
    }

    private static AccountSessionOpened unitToRenew(String prefix) {
        return new AccountSessionOpened(
                Samples.envelope(TO_RENEW),
                Samples.ACCOUNT,
                Samples.REGION,
                prefix,
                null,
                new Grant("bWFj", Samples.TEN));
    }

    private static byte[] unitOnTheLastRung(int length) {
        int others = EventCodec.encode(unitOnTheLastRung("")).length;
        return EventCodec.encode(unitOnTheLastRung(text(length - others)));
    }

    private static SessionRecord unitOnTheLastRung(String sweepId) {
        return unit(sweepId).withEnvelope(new Envelope(sweepId, Purpose.SHARE, Mode.APPLY, Topic.RUNGS, 0, null, null));
    }

    private static String text(int length) {
        return "x".repeat(length);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("asLargeAsKafkaTakes")
    void whateverIsAsLargeAsKafkaTakesStopsNobody(String what, byte[] key, byte[] value, Map<String, String> headers)
            throws Exception {
        stage.on(TO_RENEW, Handled.Renew::new);
        Map<?, Long> before = kafka.ends(SOURCE);
        double unreadable = counted("unreadable");

        kafka.send(SOURCE, key, value, headers);
        kafka.flush();

        assertThat(kafka.ends(SOURCE)).as("Kafka took it").isNotEqualTo(before);
        kafka.awaitCommitted(TestStage.MODULE, SOURCE);
        assertThat(counted("unreadable")).isEqualTo(unreadable + 1);
    }

    @Test
    void theSubjectOfAnUnreadableRecordHasItsOutcomeIfTheHeadersTellIt() {
        AccountSessionOpened unit = unit(sweep);

        kafka.send(
                SOURCE,
                OutgoingRecord.utf8(unit.key()),
                random(100),
                EventCodec.headers(unit, "test", Clock.systemUTC().instant()));
        kafka.awaitRecords("account-sessions.dlq", sweep, 1);

        RegionFailed outcome = theOutcome();
        assertThat(outcome.subject()).isEqualTo(unit.subject());
        assertThat(outcome.problem().reason()).isEqualTo(Reason.MALFORMED_RECORD);
    }

    @Test
    void damagedRecordsDoNotStopTheStream() {
        byte[] good = EventCodec.encode(unit(sweep));
        Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = good.clone();
            for (int n = 0; n <= i % 4; n++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            kafka.send(SOURCE, null, damaged, Map.of(CloudEvents.TYPE, EventType.ACCOUNT_SESSION_OPENED.ceType()));
        }

        kafka.awaitCommitted(TestStage.MODULE, SOURCE);
    }

    // Traces

    @Test
    void theTraceGoesWithWhatFollowsFromARecord() {
        kafka.send(unit(sweep), TRACED);

        List<String> parents =
                traceParents(kafka.awaitRecords("share-results", sweep, 1).getFirst());
        assertThat(parents).singleElement().asString().matches("00-" + TRACE + "-[0-9a-f]{16}-01");
    }

    @Test
    void theTraceClimbsTheLadderWithTheRecord() {
        stage.on(sweep, unit -> new Handled.TryAgain(unit, "trouble"));

        kafka.send(unit(sweep), TRACED);
        kafka.awaitRecords("account-sessions.dlq", sweep, 1);
        kafka.awaitRecords("share-results", sweep, 1);

        List<ConsumerRecord<byte[], byte[]>> all = kafka.records(sweep);
        assertThat(all).hasSize(4 + 3 + 1 + 1);
        assertThat(all).allSatisfy(record -> assertThat(traceParents(record))
                .singleElement()
                .asString()
                .startsWith("00-" + TRACE + "-"));
    }

    @Test
    void aTraceBeginsWhereARecordComesWithoutOne() {
        kafka.send(unit(sweep));

        assertThat(traceParents(kafka.awaitRecords("share-results", sweep, 1).getFirst()))
                .singleElement()
                .asString()
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    }

    @Test
    void withoutACollectorSpansGoNowhereAndNobodyComplains() {
        kafka.send(unit(sweep));
        kafka.awaitRecords("share-results", sweep, 1);

        await().during(Duration.ofMillis(500))
                .until(() -> log.complaintsOf("opentelemetry").isEmpty());
    }

    // Metrics, topics, start

    @Test
    void countsWhatBecameOfTheRecords() {
        double done = counted("done");
        double unreadable = counted("unreadable");
        double tried = counted("try-again");
        double givenUp = counted("give-up");
        stage.on(sweep, unit -> new Handled.TryAgain(unit, "trouble"));

        kafka.send(unit(sweep));
        kafka.send(unit(sweep + "-good"));
        kafka.send(SOURCE, null, random(10), Map.of(CloudEvents.SWEEP_ID, sweep));
        kafka.awaitRecords("account-sessions.dlq", sweep, 2);
        kafka.awaitRecords("share-results", sweep + "-good", 1);

        await().untilAsserted(() -> {
            assertThat(counted("done")).isEqualTo(done + 1);
            assertThat(counted("unreadable")).isEqualTo(unreadable + 1);
            assertThat(counted("try-again")).isEqualTo(tried + 3);
            assertThat(counted("give-up")).isEqualTo(givenUp + 1);
        });
        assertThat(metrics.get("sharewell.records.in.flight").gauge().value()).isZero();
    }

    @Test
    void createsTheTopicsOfItsStagesWithPartitionsAndRetention() throws Exception {
        var topics =
                kafka.admin().describeTopics(stage.topicNames()).allTopicNames().get();
        var configs = kafka
                .admin()
                .describeConfigs(Stream.of(SOURCE, "share-results")
                        .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                        .toList())
                .all()
                .get()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().name(), entry -> Stream.of("retention.ms", "segment.ms")
                                .map(name -> entry.getValue().get(name).value())
                                .toList()));

        assertThat(topics.keySet())
                .containsExactlyInAnyOrder(
                        "account-sessions",
                        "account-sessions.dlq",
                        "account-sessions.retry.1",
                        "account-sessions.retry.2",
                        "account-sessions.retry.3",
                        "workloads-found",
                        "share-results",
                        "session-renewals");
        assertThat(topics.values())
                .allSatisfy(topic -> assertThat(topic.partitions()).hasSize(3));
        String day = String.valueOf(Duration.ofDays(1).toMillis());
        assertThat(configs)
                .containsEntry(SOURCE, List.of(String.valueOf(Duration.ofDays(7).toMillis()), day))
                .containsEntry(
                        "share-results",
                        List.of(String.valueOf(Duration.ofDays(30).toMillis()), day));
    }

    @Test
    void doesNotStartWithoutABrokerAndSaysWhatToDo() {
        MessagingSettings impatient =
                MessagingSettingsTest.settings(Map.of("pipeline-messaging.start-timeout", "300ms"));

        assertThatThrownBy(() -> pipeline(impatient, "127.0.0.1:1").start(null))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("Kafka is not ready:\n - no Kafka broker answers at 127.0.0.1:1")
                .hasMessageContaining("check kafka.bootstrap.servers");
    }

    private Pipeline pipeline(MessagingSettings settings, String bootstrapServers) {
        return new Pipeline(
                settings,
                Map.of("bootstrap.servers", bootstrapServers),
                stages,
                topicUsers,
                checks,
                producer,
                metrics,
                Clock.systemUTC());
    }

    private RegionFailed theOutcome() {
        return (RegionFailed)
                event(kafka.awaitRecords("share-results", sweep, 1).getFirst());
    }

    private double counted(String outcome) {
        return metrics.find("sharewell.records.handled").tag("outcome", outcome).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private static AccountId account(int number) {
        return AccountId.of(String.format("%012d", number));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static List<String> traceParents(ConsumerRecord<byte[], byte[]> record) {
        List<String> parents = new ArrayList<>();
        record.headers()
                .headers(CloudEvents.TRACE_PARENT)
                .forEach(header -> parents.add(new String(header.value(), StandardCharsets.UTF_8)));
        return parents;
    }

    private static String everythingOf(ConsumerRecord<byte[], byte[]> record) {
        StringBuilder text = new StringBuilder(new String(record.value(), StandardCharsets.UTF_8));
        record.headers().forEach(header -> text.append(new String(header.value(), StandardCharsets.UTF_8)));
        return text.toString();
    }
}
