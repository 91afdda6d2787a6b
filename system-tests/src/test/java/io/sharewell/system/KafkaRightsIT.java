package io.sharewell.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewell.chaos.checker.LedgerChecker;
import io.sharewell.chaos.checker.Records;
import io.sharewell.chaos.world.Feed;
import io.sharewell.chaos.world.World;
import io.sharewell.events.Topic;
import io.sharewell.events.ledger.Ledger;
import io.sharewell.events.ledger.SweepLedger;
import io.sharewell.events.ledger.SweepReport;
import io.sharewell.messaging.ShareResultsReader;
import io.sharewell.messaging.TopicNames;
import io.sharewell.simulator.GeneratedOrganization;
import io.sharewell.simulator.organization.AccountFile;
import io.sharewell.simulator.organization.OrganizationFile;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rights and settings of deploy/k8s with a Kafka that insists on them. */
class KafkaRightsIT {

    private static final OrganizationFile ORGANIZATION = GeneratedOrganization.of(12, 2, 31);
    private static final List<String> WITH_WORKLOADS = ORGANIZATION.accounts().stream()
            .filter(it -> it.workloads() != null && !it.workloads().isEmpty())
            .map(AccountFile::id)
            .toList();

    private static final List<Topic> REPLAYED =
            List.of(Topic.ACCOUNTS, Topic.SESSION_RENEWALS, Topic.ACCOUNT_SESSIONS, Topic.WORKLOADS_FOUND);

    @TempDir
    Path folder;

    private Certificates certificates;
    private SecuredKafka kafka;
    private World world;

    @BeforeEach
    void start() throws Exception {
        // The services are other users than this one
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        certificates = Certificates.in(Files.createDirectory(folder.resolve("certificates")));
        kafka = SecuredKafka.start(Files.createDirectory(folder.resolve("kafka")), certificates);
        world = World.around(kafka.inside(), ORGANIZATION);
    }

    @AfterEach
    void stop() {
        world.close();
        kafka.close();
    }

    @Test
    void strimzisUsersMayDoAllThatIsToDoAndNoMore() throws Exception {
        Overlay production = Overlay.render("overlays/production");
        kafka.create(production.topics());
        Map<String, Path> mounted = new HashMap<>();
        for (String user : World.SERVICES) {
            kafka.allow(production.rights(user, "User:CN=" + user));
            mounted.put(user, certificates.mountedFor(user));
        }

        fault("sts", "AssumeRole", 0);
        start(production, mounted, "account-discovery", "credential-broker");
        new Feed(world).await(ledger -> ledger.latest()
                .filter(SweepLedger::listed)
                .map(sweep -> sweep.report().accounts())
                .filter(it -> it.selected() == it.opened() + it.blocked())
                .isPresent());

        fault("wellarchitected", "ListWorkloads", 1);
        fault("wellarchitected", "ListWorkloadShares", 2);
        fault("sts", "AssumeRole", 3);
        world.admin().advanceClock("PT1H");
        start(production, mounted, "region-scanner");
        new Feed(world).await(ledger -> ledger.latest()
                .map(sweep -> sweep.report().units())
                .filter(it -> it.total() == it.scanned() + it.skipped() + it.failed())
                .isPresent());

        world.admin().advanceClock("PT1H");
        start(production, mounted, "share-writer");
        SweepReport report = new Feed(world).awaitEnd();
        LedgerChecker.assertClosed(world.evidence());
        assertThat(report.workloads().found()).isPositive();

        sendWhatNobodyCanRead();
        await(() ->
                assertThat(topicsWithRecords()).as("all of them have been used").containsAll(production.topics()));
        assertThat(kafka.denied()).isEmpty();

        assertThatKedaMayAskForTheLag(production);
        assertThat(kafka.denied()).isEmpty();

        assertThatTheOperatorMayReadAndReplay();
        assertThat(kafka.denied()).isEmpty();

        assertThatTheScannerMayNotTouchAccounts(mounted.get("region-scanner"));
        assertThat(kafka.denied()).as("it would have said so").isNotEmpty();
    }

    @Test
    void usersWithPasswordsThatMayCreateTopicsMakeThem() throws Exception {
        Overlay external = Overlay.render("overlays/external-kafka");
        Overlay production = Overlay.render("overlays/production");
        Path mounted = certificates.mountedForAll("trust");
        for (String user : World.SERVICES) {
            List<AclBinding> rights = production.rights(user, "User:" + user);
            kafka.addUser(user, Certificates.PASSWORD);
            kafka.allow(rights);
            kafka.allow(rights.stream()
                    .map(AclBinding::pattern)
                    .filter(it -> it.resourceType() == ResourceType.TOPIC)
                    .map(it -> new AclBinding(
                            it,
                            new AccessControlEntry("User:" + user, "*", AclOperation.CREATE, AclPermissionType.ALLOW)))
                    .toList());
            Map<String, String> settings = external.kafkaSettings(mounted);
            settings.put("KAFKA_BOOTSTRAP_SERVERS", kafka.scram());
            settings.put("KAFKA_SASL_JAAS_CONFIG", jaas(user));
            // A private authority's, as docs/operations.md has it
            settings.put("KAFKA_SSL_TRUSTSTORE_TYPE", "PEM");
            settings.put(
                    "KAFKA_SSL_TRUSTSTORE_LOCATION",
                    mounted.resolve("cluster/ca.crt").toString());
            world.service(user, settings);
        }

        SweepReport report = new Feed(world).awaitEnd();

        assertThat(report.complete()).isTrue();
        assertThat(report.workloads().found()).isPositive();
        assertThat(kafka.topics()).containsExactlyInAnyOrderElementsOf(production.topics());
        assertThat(kafka.denied()).isEmpty();
    }

    private void fault(String service, String operation, int account) {
        world.admin()
                .fault(Map.of(
                        "service",
                        service,
                        "operation",
                        operation,
                        "accountId",
                        WITH_WORKLOADS.get(account),
                        "kind",
                        "error",
                        "status",
                        500));
    }

    private void start(Overlay overlay, Map<String, Path> mounted, String... services) {
        for (String service : services) {
            Map<String, String> settings = overlay.kafkaSettings(mounted.get(service));
            settings.put("KAFKA_BOOTSTRAP_SERVERS", kafka.tls());
            settings.put("KAFKA_SSL_KEYSTORE_PASSWORD", Certificates.PASSWORD);
            world.service(service, settings);
        }
    }

    private static String jaas(String user) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                .formatted(user, Certificates.PASSWORD);
    }

    private void sendWhatNobodyCanRead() {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.inside()), new ByteArraySerializer(), new ByteArraySerializer())) {
            REPLAYED.forEach(topic -> producer.send(unreadable(topic)));
        }
    }

    private static ProducerRecord<byte[], byte[]> unreadable(Topic topic) {
        return new ProducerRecord<>(topic.topicName(), "no account".getBytes(), "no JSON".getBytes());
    }

    private Set<String> topicsWithRecords() {
        return Records.all(kafka.inside()).stream().map(ConsumerRecord::topic).collect(Collectors.toSet());
    }

    private static void await(ThrowingRunnable condition) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(condition);
    }

    /** The calls by which its scaler for Kafka comes to a group's lag. */
    private void assertThatKedaMayAskForTheLag(Overlay production) throws Exception {
        kafka.allow(production.rights("keda", "User:CN=keda"));
        Map<String, String> groups = production.scaledBy();
        assertThat(groups).isNotEmpty();
        try (Admin admin = Admin.create(withCertificate(certificates.mountedFor("keda")))) {
            assertThat(admin.describeTopics(groups.values()).allTopicNames().get())
                    .containsOnlyKeys(groups.values());
            for (Map.Entry<String, String> group : groups.entrySet()) {
                assertThat(admin.listConsumerGroupOffsets(group.getKey())
                                .partitionsToOffsetAndMetadata()
                                .get())
                        .isNotNull();
                TopicPartition partition = new TopicPartition(group.getValue(), 0);
                assertThat(admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                                .all()
                                .get())
                        .containsKey(partition);
            }
        }
    }

    /** What status, replay and redrive do, with the settings of the pod of deploy/k8s/operator. */
    private void assertThatTheOperatorMayReadAndReplay() throws Exception {
        Overlay operator = Overlay.render("operator");
        kafka.allow(operator.rights("operator", "User:CN=operator"));
        Properties config = new Properties();
        config.load(new StringReader(operator.file("operator", "client.properties")
                .replace("/kafka/", certificates.mountedFor("operator") + "/")));
        config.put("bootstrap.servers", kafka.tls());

        Ledger ledger = new Ledger();
        try (ShareResultsReader reader = new ShareResultsReader(asMap(config), TopicNames.PLAIN)) {
            while (!reader.hasCaughtUp()) {
                reader.poll(Duration.ofMillis(100), ledger::apply);
            }
        }
        assertThat(ledger.latest().orElseThrow().ended()).isTrue();
        try (KafkaConsumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
                KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (Topic topic : REPLAYED) {
                List<TopicPartition> partitions = consumer.partitionsFor(topic.dlq()).stream()
                        .map(it -> new TopicPartition(it.topic(), it.partition()))
                        .toList();
                consumer.assign(partitions);
                consumer.seekToBeginning(partitions);
                Awaitility.await().atMost(Feed.PATIENCE).until(() -> !consumer.poll(Duration.ofMillis(100))
                        .isEmpty());
                producer.send(unreadable(topic)).get();
            }
        }
    }

    private static Map<String, Object> asMap(Properties properties) {
        return properties.stringPropertyNames().stream().collect(Collectors.toMap(it -> it, properties::get));
    }

    /** It can widen nothing: not add an account, nor see which are there. */
    private void assertThatTheScannerMayNotTouchAccounts(Path mounted) throws Exception {
        Map<String, Object> config = withCertificate(mounted);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            assertThatThrownBy(() -> producer.send(new ProducerRecord<>("accounts", new byte[0]))
                            .get())
                    .hasCauseInstanceOf(TopicAuthorizationException.class);
        }
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            assertThatThrownBy(() -> consumer.partitionsFor("accounts"))
                    .isInstanceOf(TopicAuthorizationException.class);
        }
    }

    private Map<String, Object> withCertificate(Path mounted) {
        return Map.of(
                "bootstrap.servers",
                kafka.tls(),
                "security.protocol",
                "SSL",
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                mounted.resolve("cluster/ca.crt").toString(),
                "ssl.keystore.type",
                "PKCS12",
                "ssl.keystore.location",
                mounted.resolve("user/user.p12").toString(),
                "ssl.keystore.password",
                Certificates.PASSWORD);
    }
}
