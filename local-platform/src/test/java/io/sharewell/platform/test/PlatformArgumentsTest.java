package io.sharewell.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewell.platform.test.PlatformArguments.Simulated;
import io.sharewell.simulator.organization.RateLimitsFile;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlatformArgumentsTest {

    @Test
    void simulateTwentyAccountsUnlessToldOtherwise() {
        assertThat(PlatformArguments.parse(Map.of()).simulator())
                .contains(new Simulated(20, 3, 1, Duration.ZERO, false, true));
    }

    @Test
    void sayWhatIsSimulated() {
        var arguments = Map.of(
                "accounts",
                "7",
                "workloads",
                "2",
                "seed",
                "9",
                "latency",
                "20ms",
                "demo",
                "false",
                "rate-limits",
                "false");

        var options =
                PlatformArguments.parse(arguments).simulator().orElseThrow().options();

        assertThat(options.organization().accounts()).hasSize(7);
        assertThat(options.latency()).isEqualTo(Duration.ofMillis(20));
        assertThat(options.rateLimits()).isEqualTo(RateLimitsFile.OFF);
    }

    @Test
    void canDoWithoutASimulator() {
        assertThat(PlatformArguments.parse(Map.of("simulator", "false")).simulator())
                .isEmpty();
    }

    @Test
    void areRefusedIfUnknown() {
        assertThatThrownBy(() -> PlatformArguments.parse(Map.of("acounts", "7")))
                .hasMessageContaining("[acounts]")
                .hasMessageContaining("accounts, demo, latency");
    }

    @Test
    void areRefusedIfNeitherTrueNorFalse() {
        assertThatThrownBy(() -> PlatformArguments.parse(Map.of("simulator", "yes")))
                .hasMessage("simulator is yes: say true or false");
    }
}
