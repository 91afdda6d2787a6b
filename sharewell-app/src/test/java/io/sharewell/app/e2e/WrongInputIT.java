package io.sharewell.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.chaos.world.World;
import io.sharewell.platform.process.JavaProcess;
import io.sharewell.seal.Keysets;
import io.sharewell.simulator.AwsSimulator;
import io.sharewell.simulator.GeneratedOrganization;
import io.sharewell.simulator.SimulatorOptions;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong: one clear message that names the cure, no stack trace, and the right exit status. */
class WrongInputIT {

    private static final String NOBODY_THERE = "127.0.0.1:1";

    private static final List<String> RUN =
            List.of("run", "--reviews-account", "333333333333", "--endpoint-url", "http://" + NOBODY_THERE);

    @TempDir
    private Path folder;

    private record Ending(int status, String text) {}

    private static Ending end(String module, Map<String, String> environment, List<String> arguments)
            throws InterruptedException {
        try (JavaProcess process = JavaProcess.start(module, environment, arguments)) {
            int status = process.awaitExit();
            Ending ending = new Ending(status, process.output() + process.errors());
            assertThat(ending.text()).doesNotContain("\tat ").doesNotContain("Exception in thread");
            return ending;
        }
    }

    @Test
    void endsWith64AndUsageIfTheCommandLineIsImpossible() throws Exception {
        Ending ending = end("sharewell-app", World.awsKeys(), List.of("run", "--reviews-account", "12345"));
        assertThat(ending.status()).isEqualTo(64);
        assertThat(ending.text()).contains("'12345' is not an AWS account id").contains("Usage: sharewell");
    }

    @Test
    void endsWith3IfTheEndpointDoesNotAnswer() throws Exception {
        Map<String, String> environment = new HashMap<>(World.awsKeys());
        environment.put("ACCOUNT_DISCOVERY_PATIENCE", "2s");
        Ending ending = end("sharewell-app", environment, RUN);
        assertThat(ending.status()).isEqualTo(3);
        assertThat(ending.text()).contains("AWS_UNREACHABLE").contains("endpoint URL");
    }

    @Test
    void endsWith3IfThereAreNoCredentials() throws Exception {
        try (AwsSimulator aws = AwsSimulator.start(SimulatorOptions.of(GeneratedOrganization.of(10, 1, 1)))) {
            Ending ending = end(
                    "sharewell-app",
                    Map.of(
                            "AWS_EC2_METADATA_DISABLED",
                            "true",
                            "AWS_REGION",
                            "eu-west-1",
                            "AWS_CONFIG_FILE",
                            folder.resolve("none").toString(),
                            "AWS_SHARED_CREDENTIALS_FILE",
                            folder.resolve("none").toString()),
                    List.of(
                            "run",
                            "--reviews-account",
                            "333333333333",
                            "--endpoint-url",
                            aws.endpoint().toString()));
            assertThat(ending.status()).isEqualTo(3);
            assertThat(ending.text()).contains("CREDENTIALS_MISSING").contains("AWS_PROFILE");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SHARE_WRITER_TARGETS_1__PRINCIPAL, 444444444444",
        "JDK_JAVA_OPTIONS, -Dshare-writer.targets[1].principal=444444444444"
    })
    void endsWith3IfTheShellNamesTargetsOfItsOwn(String variable, String value) throws Exception {
        Map<String, String> environment = new HashMap<>(World.awsKeys());
        environment.put(variable, value);
        Ending ending = end(
                "sharewell-app",
                environment,
                List.of(
                        "unshare",
                        "--yes",
                        "--reviews-account",
                        "333333333333",
                        "--endpoint-url",
                        "http://" + NOBODY_THERE));
        assertThat(ending.status()).isEqualTo(3);
        assertThat(ending.text())
                .contains("share-writer.targets are 333333333333=READONLY, 444444444444=READONLY,"
                        + " but targets are those of the command line alone");
    }

    @Test
    void endsWith3IfTheShellHasASettingOfTheWrongType() throws Exception {
        Map<String, String> environment = new HashMap<>(World.awsKeys());
        environment.put("ACCOUNT_DISCOVERY_PATIENCE", "soon");
        Ending ending = end("sharewell-app", environment, RUN);
        assertThat(ending.status()).isEqualTo(3);
        assertThat(ending.text())
                .startsWith("sharewell: Wrong settings:\n - SRCFG")
                .contains("account-discovery.patience")
                .contains("soon");
    }

    @Test
    void endsWith3IfTheReportCannotBeWrittenAndDoesNothingBefore() throws Exception {
        Ending ending = end(
                "sharewell-app",
                World.awsKeys(),
                List.of(
                        "run",
                        "--reviews-account",
                        "333333333333",
                        "--endpoint-url",
                        "http://" + NOBODY_THERE,
                        "--report",
                        "/proc/report.json"));
        assertThat(ending.status()).isEqualTo(3);
        assertThat(ending.text()).contains("/proc/report.json");
    }

    @Test
    void aServiceNamesAllItsFaultsAtOnce() throws Exception {
        Map<String, String> wrong = Map.of(
                "SHARE_WRITER_CONCURRENCY", "0",
                "SHARE_WRITER_ON_EXPIRE", "REPORT",
                "PIPELINE_MESSAGING_TOPIC_PREFIX", "inventory.");
        Ending ending = end("share-writer", wrong, List.of());
        assertThat(ending.status()).isNotZero();
        assertThat(ending.text())
                .contains("Wrong settings:")
                .contains("share-writer.targets is empty: set SHARE_WRITER_TARGETS_0__PRINCIPAL")
                .contains("SHARE_WRITER_ON_EXPIRE is no setting: did you mean SHARE_WRITER_ON_EXPIRED?")
                .contains(
                        "PIPELINE_MESSAGING_TOPIC_PREFIX is no setting: did you mean PIPELINE_MESSAGING_TOPICS_PREFIX?")
                .contains("share-writer.seal-keyset is not set")
                .contains("share-writer.concurrency");
    }

    @Test
    void aServiceWithoutABrokerSaysWhereItLooked() throws Exception {
        Path keyset = folder.resolve("seal.json");
        Keysets.createSealKeyset(keyset);
        Ending ending = end(
                "region-scanner",
                Map.of(
                        "REGION_SCANNER_SEAL_KEYSET",
                        keyset.toString(),
                        "KAFKA_BOOTSTRAP_SERVERS",
                        NOBODY_THERE,
                        "PIPELINE_MESSAGING_START_TIMEOUT",
                        "3s",
                        "QUARKUS_HTTP_PORT",
                        "0"),
                List.of());
        assertThat(ending.status()).isNotZero();
        assertThat(ending.text()).contains("no Kafka broker answers at " + NOBODY_THERE);
    }
}
