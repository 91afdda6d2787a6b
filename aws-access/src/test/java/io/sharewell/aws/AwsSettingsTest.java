package io.sharewell.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AwsSettingsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void hasTheDefaultsOfTheDesign() {
        AwsSettings defaults = AwsSettings.defaults();

        assertThat(defaults)
                .isEqualTo(new AwsSettings(Optional.empty(), Duration.ofSeconds(30), Duration.ofSeconds(10), 3, 2_500));
    }

    @Test
    void saysWhichSettingIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AwsSettings.defaults().withEndpointUrl(URI.create("localhost:4566")))
                .withMessageContaining("endpoint-url must be an http:// or https:// URL");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AwsSettings(Optional.empty(), SECOND, SECOND.plusMillis(1), 1, 1))
                .withMessageContaining("attempt-timeout must be at most the call-timeout of PT1S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AwsSettings(Optional.empty(), Duration.ZERO, SECOND, 1, 1))
                .withMessageContaining("call-timeout must be more than 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AwsSettings(Optional.empty(), SECOND, SECOND, 0, 1))
                .withMessageContaining("attempts must be 1 or more, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AwsSettings(Optional.empty(), SECOND, SECOND, 1, 0))
                .withMessageContaining("max-connections must be 1 or more, not 0");
    }

    @Test
    void namesAllFaultsAtOnce() {
        assertThat(AwsSettings.faults(
                        Optional.of(URI.create("ftp://localhost")), Duration.ZERO, Duration.ofSeconds(-1), 0, -1))
                .satisfiesExactly(
                        fault -> assertThat(fault).startsWith("endpoint-url must be "),
                        fault -> assertThat(fault).startsWith("call-timeout must be "),
                        fault -> assertThat(fault).startsWith("attempt-timeout must be "),
                        fault -> assertThat(fault).startsWith("attempts must be "),
                        fault -> assertThat(fault).startsWith("max-connections must be "));
    }
}
