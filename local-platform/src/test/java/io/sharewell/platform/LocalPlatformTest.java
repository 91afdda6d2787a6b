package io.sharewell.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewell.simulator.GeneratedOrganization;
import io.sharewell.simulator.PortInUseException;
import io.sharewell.simulator.SimulatorOptions;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LocalPlatformTest {

    private static final LocalPlatformOptions KAFKA_ONLY = LocalPlatformOptions.of(EmbeddedKafkaOptions.temporary());
    private static final SimulatorOptions SIMULATOR = SimulatorOptions.of(GeneratedOrganization.of(5, 1, 1));

    @Test
    void answersAsKafkaAndAsAws() throws IOException, InterruptedException {
        try (var platform = LocalPlatform.start(KAFKA_ONLY.withSimulator(SIMULATOR));
                var client = new Client(platform.bootstrapServers())) {
            assertThat(client.clusterId()).isNotBlank();
            assertThat(statusOf(platform.adminEndpoint().resolve("/admin/health")))
                    .isEqualTo(200);
            assertThat(platform.awsEndpoint()).hasHost("127.0.0.1");
            assertThat(platform.awsEndpoint().getPort())
                    .isPositive()
                    .isNotEqualTo(platform.adminEndpoint().getPort());
        }
    }

    @Test
    void hasASimulatorOnlyIfAsked() {
        try (var platform = LocalPlatform.start(KAFKA_ONLY)) {
            assertThatThrownBy(platform::awsEndpoint).hasMessageContaining("without a simulator");
            assertThatThrownBy(platform::adminEndpoint).hasMessageContaining("without a simulator");
        }
    }

    @Test
    void endsBoth() {
        var platform = LocalPlatform.start(KAFKA_ONLY.withSimulator(SIMULATOR));
        var kafka = URI.create("kafka://" + platform.bootstrapServers());

        platform.close();

        assertThatThrownBy(() -> connect(kafka)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> connect(platform.awsEndpoint())).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> connect(platform.adminEndpoint())).isInstanceOf(IOException.class);
    }

    @Test
    void leavesNoSimulatorBehindWhenKafkaDoesNotStart() throws IOException {
        var adminPort = Ports.free();
        try (var kafkaPort = Ports.taken()) {
            var options = LocalPlatformOptions.of(
                            EmbeddedKafkaOptions.temporary().onPort(kafkaPort.getLocalPort()))
                    .withSimulator(SIMULATOR.withAdminPort(adminPort));

            assertThatThrownBy(() -> LocalPlatform.start(options)).isInstanceOf(EmbeddedKafkaException.class);

            assertThatThrownBy(() -> connect(URI.create("http://127.0.0.1:" + adminPort)))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void leavesNoBrokerBehindWhenTheSimulatorDoesNotStart() throws IOException {
        try (var port = Ports.taken()) {
            var options = KAFKA_ONLY.withSimulator(SIMULATOR.withPort(port.getLocalPort()));

            assertThatThrownBy(() -> LocalPlatform.start(options)).isInstanceOf(PortInUseException.class);

            assertThat(Thread.getAllStackTraces().keySet())
                    .noneMatch(thread -> thread.getName().contains("BrokerServer"));
        }
    }

    @Test
    void isLeftRunningByThoseWhoDidNotStartIt() {
        try (var platform = LocalPlatform.start(KAFKA_ONLY)) {
            LocalPlatform.startedElsewhere(platform.bootstrapServers(), Optional.empty())
                    .close();

            try (var client = new Client(platform.bootstrapServers())) {
                assertThat(client.clusterId()).isNotBlank();
            }
        }
    }

    private static int statusOf(URI uri) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static void connect(URI address) throws IOException {
        new Socket(address.getHost(), address.getPort()).close();
    }
}
