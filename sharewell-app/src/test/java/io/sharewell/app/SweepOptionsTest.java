package io.sharewell.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewell.events.Region;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

class SweepOptionsTest {

    @TempDir
    private Path keysets;

    @Command
    private static final class Some {
        @Mixin
        private SweepOptions options;
    }

    private static SweepOptions options(String region) {
        Some command = new Some();
        new CommandLine(command).parseArgs("--reviews-account", "333333333333", "--region", region);
        return command.options;
    }

    @Test
    void theServicesAreToldTheRegionAndItsPartition() {
        Map<String, String> settings = options("us-gov-west-1").settings().byName("localhost:9092", keysets, List.of());

        assertThat(settings)
                .containsEntry("aws.region", "us-gov-west-1")
                .containsEntry("account-discovery.partition", "aws-us-gov");
    }

    @Test
    void aSweepIsNotGoneOnWithInAnotherPartition() {
        assertThat(options("eu-west-1").fingerprint())
                .isEqualTo(options("us-east-1").fingerprint());
        assertThat(options("us-gov-west-1").fingerprint())
                .isNotEqualTo(options("us-east-1").fingerprint());
    }

    @Test
    void withoutARegionTheShellsIsTaken() {
        CommandSpec spec = new CommandLine(new Some()).getCommandSpec();

        assertThat(RegionOption.shellsRegion(spec, "us-gov-east-1")).isEqualTo(Region.of("us-gov-east-1"));
        assertThat(RegionOption.shellsRegion(spec, " ")).isEqualTo(Region.of("us-east-1"));
        assertThat(RegionOption.shellsRegion(spec, null)).isEqualTo(Region.of("us-east-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mars-1", "aws-global"})
    void aShellWithoutARegionOfAwsIsToldSo(String region) {
        CommandSpec spec = new CommandLine(new Some()).getCommandSpec();

        assertThatThrownBy(() -> RegionOption.shellsRegion(spec, region))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("AWS_REGION: AWS has no Region '" + region + "'");
    }
}
