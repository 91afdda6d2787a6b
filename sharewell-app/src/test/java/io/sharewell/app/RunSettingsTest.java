package io.sharewell.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.aws.config.AwsAccessSettings;
import io.sharewell.broker.BrokerSettings;
import io.sharewell.discovery.DiscoverySettings;
import io.sharewell.events.Permission;
import io.sharewell.events.Purpose;
import io.sharewell.events.Region;
import io.sharewell.messaging.MessagingSettings;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell of a laptop's run may be one from which an installation is looked after, too. */
class RunSettingsTest {

    private static final int ENVIRONMENT = 300;
    private static final int SYSTEM_PROPERTIES = 400;

    @TempDir
    private Path folder;

    private SmallRyeConfig readBeside(Map<String, String> environment) throws Exception {
        return read(folder, environment);
    }

    private static SmallRyeConfig read(Path keysets, Map<String, String> environment) throws Exception {
        RunSettings settings = new RunSettings(
                List.of(new TargetOption("333333333333", Permission.READONLY)),
                new RoleOptions.Role("WellArchitectedShares", "/", Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Region.of("eu-west-1"),
                "WARN");
        Map<String, String> given = settings
                .byName(
                        "localhost:9092",
                        keysets,
                        List.of(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(2)))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, setting -> OneJvm.literally(setting.getValue())));
        URL channels = Path.of("..", "credential-broker", "src/main/resources/META-INF/microprofile-config.properties")
                .toUri()
                .toURL();
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withMapping(MessagingSettings.class)
                .withMapping(BrokerSettings.class)
                .withMapping(DiscoverySettings.class)
                .withMapping(AwsAccessSettings.class)
                .withSources(new PropertiesConfigSource(given, "command line", SYSTEM_PROPERTIES))
                .withSources(new EnvConfigSource(environment, ENVIRONMENT))
                .withSources(new PropertiesConfigSource(channels))
                .build();
    }

    @Test
    void topicsAndGroupsHaveTheNamesByWhichAnEarlierRunsWorkIsDropped() throws Exception {
        SmallRyeConfig read = readBeside(Map.of(
                "PIPELINE_MESSAGING_TOPICS_PREFIX", "prod.", "CREDENTIAL_BROKER_ACCOUNTS_TOPIC", "prod.accounts"));

        assertThat(read.getConfigMapping(MessagingSettings.class).topics().prefix())
                .isEmpty();
        assertThat(read.getValues("mp.messaging.incoming.credential-broker-in.topics", String.class))
                .containsOnly("accounts");
        assertThat(read.getValue("mp.messaging.incoming.credential-broker-in.group.id", String.class))
                .isIn(EarlierRun.groups());
    }

    @Test
    void theBrokerIsItsOwn() throws Exception {
        SmallRyeConfig read = readBeside(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", "kafka:9093",
                "KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
                "PIPELINE_MESSAGING_TOPICS_CREATE", "false",
                "PIPELINE_MESSAGING_TOPICS_REPLICATION_FACTOR", "3"));

        assertThat(read.getValue("kafka.bootstrap.servers", String.class)).isEqualTo("localhost:9092");
        assertThat(read.getValue("kafka.security.protocol", String.class)).isEqualTo("PLAINTEXT");
        assertThat(read.getValue("KAFKA_SECURITY_PROTOCOL", String.class))
                .as("Quarkus reads it by this name, too")
                .isEqualTo("PLAINTEXT");
        assertThat(read.getConfigMapping(MessagingSettings.class).topics())
                .returns(true, MessagingSettings.Topics::create)
                .returns((short) 1, MessagingSettings.Topics::replicationFactor);
    }

    @Test
    void noSweepComesBesideThoseOfTheCommand() throws Exception {
        DiscoverySettings read = readBeside(Map.of(
                        "ACCOUNT_DISCOVERY_SCHEDULE_ENABLED", "true",
                        "ACCOUNT_DISCOVERY_API_TOKEN", "a-token-of-an-installation"))
                .getConfigMapping(DiscoverySettings.class);

        assertThat(read.schedule().enabled()).isFalse();
        assertThat(read.api().token()).isEmpty();
    }

    @Test
    void accountsAreOpenedForEveryPurposeWithTheSessionPolicyOfThatPurpose() throws Exception {
        BrokerSettings read = readBeside(Map.of(
                        "CREDENTIAL_BROKER_PURPOSES", "SHARE",
                        "CREDENTIAL_BROKER_SESSION_POLICY", "/etc/inventory/policy.json"))
                .getConfigMapping(BrokerSettings.class);

        assertThat(read.purposes()).containsExactlyInAnyOrder(Purpose.values());
        assertThat(read.sessionPolicy()).isEmpty();
    }

    @Test
    void anOptionThatIsNotGivenIsNotTakenFromTheEnvironment() throws Exception {
        SmallRyeConfig read = readBeside(Map.of(
                "CREDENTIAL_BROKER_EXTERNAL_ID", "another's",
                "CREDENTIAL_BROKER_ACCEPTANCE_ROLE", "arn:aws:iam::444455556666:role/Acceptor",
                "AWS_ACCESS_ENDPOINT_URL", "http://127.0.0.1:4566"));

        assertThat(read.getConfigMapping(BrokerSettings.class))
                .returns(Optional.empty(), BrokerSettings::externalId)
                .returns(Optional.empty(), BrokerSettings::acceptanceRole);
        assertThat(read.getConfigMapping(AwsAccessSettings.class).endpointUrl()).isEmpty();
    }

    @Test
    void aFolderIsReadAsItIsTyped() throws Exception {
        for (String name : List.of("x${HOME}y", "${", "$", "$$", "a\\$b", "\\${HOME:x}")) {
            Path keysets = folder.resolve(name);

            assertThat(read(keysets, Map.of("HOME", "/root"))
                            .getConfigMapping(BrokerSettings.class)
                            .sealKeyset()
                            .orElseThrow())
                    .hasParent(keysets)
                    .exists();
        }
    }
}
