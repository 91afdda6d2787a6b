package io.sharewell.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.simulator.AwsSimulator;
import io.sharewell.simulator.GeneratedOrganization;
import java.io.IOException;
import java.nio.file.Files;
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

    @ParameterizedTest
    @CsvSource(textBlock = """
            read_only: true,                 read_only: false,                  may write to its root file system
            apache/kafka:4.1.1,              apache/kafka:latest,               has no fixed image tag
            REGION_SCANNER_SEAL_KEYSET,      REGION_SCANNER_SEAL_KEY,           REGION_SCANNER_SEAL_KEY
            'REPLICATION_FACTOR: "1"\n  AWS','REPLICATION_FACTOR: "one"\n  AWS',replication-factor
            'grant-keyset:/keysets/grant:ro','grants:/keysets/grant:ro',        mounts what is not there
            """)
    void aMistakeIsCaught(String right, String wrong, String fault) throws IOException {
        String from = right.replace("\\n", "\n");

        assertThat(file()).contains(from);
        assertThat(ComposeRules.faults(file().replace(from, wrong.replace("\\n", "\n"))))
                .anySatisfy(it -> assertThat(it).contains(fault));
    }
}
