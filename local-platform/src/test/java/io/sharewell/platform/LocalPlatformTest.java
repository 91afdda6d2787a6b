package io.sharewell.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LocalPlatformTest {

    private static final String KAFKA = "127.0.0.1:9092";
    private static final SimulatorEndpoints SIMULATOR =
            new SimulatorEndpoints(URI.create("http://127.0.0.1:1"), URI.create("http://127.0.0.1:2"));

    @Test
    void tellsWhereItsSimulatorAnswers() {
        LocalPlatform platform = new LocalPlatform(KAFKA, Optional.of(SIMULATOR));

        assertThat(platform.awsEndpoint()).hasPort(1);
        assertThat(platform.adminEndpoint()).hasPort(2);
    }

    @Test
    void hasASimulatorOnlyIfAsked() {
        LocalPlatform platform = new LocalPlatform(KAFKA, Optional.empty());

        assertThatThrownBy(platform::awsEndpoint).hasMessageContaining("without a simulator");
        assertThatThrownBy(platform::adminEndpoint).hasMessageContaining("without a simulator");
    }
}
