package io.sharewell.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sharewell.events.Topic;
import io.sharewell.simulator.AwsSimulator;
import io.sharewell.simulator.GeneratedOrganization;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComposeTest {

    private static String file() throws IOException {
        return Files.readString(Code.ROOT.resolve("docker-compose.yml"));
    }

    @Test
    void theFileKeepsAllRules() throws IOException {
        assertThat(ComposeRules.faults(file())).isEmpty();
    }

    @Test
    void theOnlyKeysInItAreTheSimulatorsExamples() throws IOException {
        assertThat(file())
                .contains("AWS_ACCESS_KEY_ID: " + AwsSimulator.ACCESS_KEY_ID)
                .contains("AWS_SECRET_ACCESS_KEY: " + AwsSimulator.SECRET_ACCESS_KEY)
                .contains("SHARE_WRITER_TARGETS_0__PRINCIPAL: \""
                        + GeneratedOrganization.of(20, 3, 1).reviewsAccountId() + '"');
    }

    @Test
    void keysOfAnAccountComeFromTheEnvironmentAlone() throws IOException {
        assertThat(file().lines().filter(line -> line.matches("\\s*AWS_(ACCESS_KEY|SECRET|SESSION).*")))
                .hasSize(5)
                .allMatch(line -> line.contains("EXAMPLE") || line.matches(".*: \\$\\{AWS_\\w+:-}"));
        assertThat(Files.readString(Code.ROOT.resolve(".env"))).doesNotContain("AWS");
    }

    @Test
    void theTopicsAreThoseOfTheCode() throws IOException {
        String command = file().substring(file().indexOf("  topics:\n"), file().indexOf("  keysets:\n"));
        Set<String> worked = Arrays.stream(Topic.values())
                .filter(topic -> topic.family().size() > 1)
                .map(Topic::topicName)
                .collect(Collectors.toSet());

        assertThat(command)
                .contains("--partitions " + Defaults.partitions())
                .contains("--config segment.ms=86400000")
                .contains("topic share-results " + Defaults.resultsRetention().toMillis())
                .contains("for suffix in \"\" .retry.1 .retry.2 .retry.3 .dlq;")
                .contains("$$name$$suffix\" " + Defaults.retention().toMillis());
        assertThat(command.replaceAll("(?s).*for name in (.*?); do.*", "$1").split(" "))
                .containsExactlyInAnyOrderElementsOf(worked);
    }

    @Test
    void dockerComposeFindsEveryProfileClean() throws Exception {
        assumeTrue(answers("docker", "compose", "version"), "docker compose is not here: only our rules looked");
        assertThat(answers("docker", "compose", "--profile", "simulator", "config", "--quiet"))
                .isTrue();
        assertThat(answers("docker", "compose", "--profile", "aws", "config", "--quiet"))
                .isTrue();
    }

    private static boolean answers(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(Code.ROOT.toFile())
                    .redirectErrorStream(true)
                    .start();
            boolean silent = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .noneMatch(line -> line.contains("level=warning"));
            return process.waitFor() == 0 && silent;
        } catch (IOException e) {
            return false; // No such program
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            read_only: true,                 read_only: false,                  may write to its root file system
            apache/kafka:4.1.1,              apache/kafka:latest,               has no fixed image tag
            REGION_SCANNER_SEAL_KEYSET,      REGION_SCANNER_SEAL_KEY,           REGION_SCANNER_SEAL_KEY
            MESSAGING_TOPICS_CREATE,         MESSAGING_TOPIC_CREATE,             MESSAGING_TOPIC_CREATE
            'profiles: [simulator, aws]',    'profiles: [simulator]',            waits in profile aws
            '{SERVICE: share-writer}',       '{SERVICE: region-scanner}',        is built of another service
            'mem_limit: 512m',               'cpus: 2',                          has no limit of memory
            'grant-keyset:/keysets/grant:ro','grants:/keysets/grant:ro',        mounts what is not there
            """)
    void aMistakeIsCaught(String right, String wrong, String fault) throws IOException {
        String from = right.replace("\\n", "\n");

        assertThat(file()).contains(from);
        assertThat(ComposeRules.faults(file().replace(from, wrong.replace("\\n", "\n"))))
                .anySatisfy(it -> assertThat(it).contains(fault));
    }
}
