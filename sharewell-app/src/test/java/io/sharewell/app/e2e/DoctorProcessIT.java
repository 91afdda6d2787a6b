package io.sharewell.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.chaos.world.World;
import io.sharewell.platform.process.JavaProcess;
import io.sharewell.simulator.AwsSimulator;
import io.sharewell.simulator.GeneratedOrganization;
import io.sharewell.simulator.SimulatorOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./sharewell doctor} as it is packaged, with the default credentials chain. */
class DoctorProcessIT {

    @TempDir
    private Path folder;

    private static JavaProcess doctor(AwsSimulator aws, Map<String, String> environment) {
        return JavaProcess.start(
                "sharewell-app",
                environment,
                List.of(
                        "doctor",
                        "--reviews-account",
                        "333333333333",
                        "--endpoint-url",
                        aws.endpoint().toString()));
    }

    @Test
    void endsWith0WhereAllIsWellAnd3WithoutCredentials() throws Exception {
        try (AwsSimulator aws = AwsSimulator.start(SimulatorOptions.of(GeneratedOrganization.of(10, 1, 1)));
                JavaProcess well = doctor(aws, World.awsKeys());
                JavaProcess without = doctor(
                        aws,
                        Map.of(
                                "AWS_EC2_METADATA_DISABLED",
                                "true",
                                "AWS_CONFIG_FILE",
                                folder.resolve("none").toString(),
                                "AWS_SHARED_CREDENTIALS_FILE",
                                folder.resolve("none").toString()))) {
            assertThat(well.awaitExit()).as(well.lastWords()).isZero();
            assertThat(well.errors()).isEmpty();
            assertThat(without.awaitExit()).isEqualTo(3);
            assertThat(without.output()).contains("CREDENTIALS_MISSING", "AWS_PROFILE", "not checked");
            assertThat(without.output() + without.errors())
                    .doesNotContain("\tat ")
                    .doesNotContain("\u001b");
        }
    }
}
