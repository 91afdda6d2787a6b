package io.sharewell.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewell.chaos.checker.Records;
import io.sharewell.chaos.world.World;
import io.sharewell.events.AccountSessionOpened;
import io.sharewell.events.CloudEvents;
import io.sharewell.events.EventCodec;
import io.sharewell.events.Topic;
import io.sharewell.messaging.KafkaRecords;
import io.sharewell.messaging.TopicNames;
import io.sharewell.seal.Keysets;
import io.sharewell.seal.SealContext;
import io.sharewell.seal.SessionCredentials;
import io.sharewell.seal.SessionSeal;
import io.sharewell.seal.UnknownSealKeyException;
import io.sharewell.simulator.GeneratedOrganization;
import io.sharewell.simulator.organization.AccountFile;
import io.sharewell.simulator.organization.OrganizationFile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClient;
import software.amazon.awssdk.services.wellarchitected.model.WellArchitectedException;

/** Another automation over all accounts: a second broker, as docs/extending.md has it. */
class SecondBrokerIT {

    private static final OrganizationFile ORGANIZATION = GeneratedOrganization.of(12, 1, 23);
    private static final TopicNames INVENTORY = new TopicNames("inventory.");
    private static final String ROLE =
            "{\"name\":\"Inventory\",\"actions\":[\"wellarchitected:ListWorkloads\",\"wellarchitected:ListWorkloadShares\"]}";
    private static final String POLICY = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
            + "\"Action\":\"wellarchitected:ListWorkloads\",\"Resource\":\"*\"}]}";

    /** Neither gives up before the other has begun. */
    private static final Map<String, String> SLOW_LADDER = Map.of("PIPELINE_MESSAGING_RETRY_DELAYS", "5s,5s,5s");

    @TempDir
    Path folder;

    @Test
    void opensTheSameAccountsWithARolePolicyKeysAndTopicsOfItsOwn() throws Exception {
        try (World world = World.of(ORGANIZATION)) {
            world.admin().addRole(ROLE);
            String late = lateAccount();
            world.admin().fault(troubleWith(late));
            world.service("account-discovery", Map.of());
            world.service("credential-broker", SLOW_LADDER);
            world.service("credential-broker", settings());

            await(world, Topic.ACCOUNTS.retry(1), TopicNames.PLAIN, accounts -> accounts.contains(late));
            await(world, Topic.ACCOUNTS.retry(1), INVENTORY, accounts -> accounts.contains(late));
            world.admin().clearFaults();
            Set<String> opened =
                    await(world, sessions(), TopicNames.PLAIN, accounts -> accounts.contains(late) && all(accounts));
            await(world, sessions(), INVENTORY, opened::equals);

            // What each has tried again came back to itself alone
            assertThat(timesOn(Topic.ACCOUNTS.topicName(), world, TopicNames.PLAIN, late))
                    .isEqualTo(1 + retriesOf(world, TopicNames.PLAIN, late));
            assertThat(timesOn(Topic.ACCOUNTS.topicName(), world, INVENTORY, late))
                    .isEqualTo(retriesOf(world, INVENTORY, late))
                    .isPositive();
            assertThatItsSessionIsItsOwn(world, late);
        }
    }

    private Map<String, String> settings() throws Exception {
        Keysets.createSealKeyset(sealKeyset());
        Keysets.createGrantKeyset(folder.resolve("grant.json"));
        Files.writeString(folder.resolve("policy.json"), POLICY);
        World.mount(folder);
        Map<String, String> settings = new HashMap<>(SLOW_LADDER);
        settings.putAll(Map.of(
                "PIPELINE_MESSAGING_TOPICS_PREFIX", INVENTORY.prefix(),
                "CREDENTIAL_BROKER_ACCOUNTS_TOPIC", Topic.ACCOUNTS.topicName(),
                "CREDENTIAL_BROKER_PURPOSES", "SHARE",
                "CREDENTIAL_BROKER_ROLE_NAME", "Inventory",
                "CREDENTIAL_BROKER_SESSION_POLICY",
                        folder.resolve("policy.json").toString(),
                "CREDENTIAL_BROKER_SEAL_KEYSET", sealKeyset().toString(),
                "CREDENTIAL_BROKER_GRANT_KEYSET", folder.resolve("grant.json").toString()));
        return settings;
    }

    private Path sealKeyset() {
        return folder.resolve("seal.json");
    }

    private static String sessions() {
        return Topic.ACCOUNT_SESSIONS.topicName();
    }

    /** One that can be opened: it has workloads. */
    private static String lateAccount() {
        return ORGANIZATION.accounts().stream()
                .filter(account ->
                        account.workloads() != null && !account.workloads().isEmpty())
                .findFirst()
                .map(AccountFile::id)
                .orElseThrow();
    }

    private static String troubleWith(String account) {
        return "{\"service\":\"sts\",\"operation\":\"AssumeRole\",\"accountId\":\"%s\",\"kind\":\"error\",\"code\":\"InternalFailure\",\"status\":500}"
                .formatted(account);
    }

    private static boolean all(Set<String> accounts) {
        return ORGANIZATION.accounts().stream()
                .filter(account ->
                        account.workloads() != null && !account.workloads().isEmpty())
                .allMatch(account -> accounts.contains(account.id()));
    }

    /** The accounts whose records are on a topic, once they are as they should be. */
    private static Set<String> await(World world, String topic, TopicNames names, Predicate<Set<String>> condition) {
        return Awaitility.await()
                .pollInterval(Duration.ofMillis(200))
                .atMost(Duration.ofMinutes(2))
                .ignoreException(KafkaException.class)
                .until(() -> accountsOn(world, names.called(topic), names), condition);
    }

    private static Set<String> accountsOn(World world, String topic, TopicNames names) {
        return records(world, topic, names).stream()
                .map(record -> new String(record.key()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(World world, String topic, TopicNames names) {
        return Records.all(world.bootstrapServers(), names).stream()
                .filter(record -> record.topic().equals(topic))
                .toList();
    }

    private static long retriesOf(World world, TopicNames names, String account) {
        return IntStream.rangeClosed(1, Topic.RUNGS)
                .mapToLong(rung -> timesOn(Topic.ACCOUNTS.retry(rung), world, names, account))
                .sum();
    }

    private static long timesOn(String topic, World world, TopicNames names, String account) {
        return records(world, names.called(topic), names).stream()
                .filter(record -> new String(record.key()).equals(account))
                .count();
    }

    private void assertThatItsSessionIsItsOwn(World world, String account) throws Exception {
        AccountSessionOpened unit = unit(world, account);
        SealContext context = SealContext.of(unit.envelope(), unit.accountId());
        assertThatThrownBy(() -> SessionSeal.from(world.sealKeyset()).open(unit.session(), context))
                .as("Sharewell's workers cannot open it")
                .isInstanceOf(UnknownSealKeyException.class);
        try (WellArchitectedClient aws =
                client(world, SessionSeal.from(sealKeyset()).open(unit.session(), context))) {
            assertThat(aws.listWorkloads(_ -> {}).workloadSummaries()).isNotNull();
            assertThatThrownBy(() -> aws.listWorkloadShares(it -> it.workloadId("0".repeat(32))))
                    .as("the role may, its session policy does not let it")
                    .isInstanceOfSatisfying(WellArchitectedException.class, e -> assertThat(e.statusCode())
                            .isEqualTo(403));
        }
    }

    private static AccountSessionOpened unit(World world, String account) throws Exception {
        ConsumerRecord<byte[], byte[]> record = records(world, INVENTORY.called(sessions()), INVENTORY).stream()
                .filter(it -> new String(it.key()).equals(account))
                .findFirst()
                .orElseThrow();
        return (AccountSessionOpened) EventCodec.decode(KafkaRecords.header(record, CloudEvents.TYPE), record.value());
    }

    private static WellArchitectedClient client(World world, SessionCredentials session) {
        return WellArchitectedClient.builder()
                .endpointOverride(URI.create(world.endpoint()))
                .region(software.amazon.awssdk.regions.Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsSessionCredentials.create(
                        session.accessKeyId(),
                        session.secretAccessKey().value(),
                        session.sessionToken().value())))
                .build();
    }
}
