package io.sharewell.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.sharewell.platform.test.LocalPlatformTestResource;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@QuarkusTestResource(
        value = LocalPlatformTestResource.class,
        initArgs = @ResourceArg(name = "simulator", value = "false"))
@Timeout(60)
class SharedProducerTest {

    private static final Map<String, Object> NOBODY_THERE = Map.of("bootstrap.servers", "127.0.0.1:1");

    @Inject
    @Readiness
    ProducerReadiness readiness;

    @Inject
    MeterRegistry registry;

    @Inject
    @Any
    Instance<OpenTelemetry> openTelemetry;

    @Test
    void whatIsConfirmedIsOnAllReplicasOnce() {
        Map<String, Object> careless = Map.of("acks", "0", "enable.idempotence", "false");

        assertThat(SharedProducer.configuration(careless, "share-writer"))
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", true);
    }

    @Test
    void whatIsAMatterOfSpeedIsTheOperators() {
        assertThat(SharedProducer.configuration(Map.of(), "share-writer"))
                .containsEntry("client.id", "share-writer")
                .containsEntry("compression.type", "lz4")
                .containsEntry("linger.ms", 20);
        assertThat(SharedProducer.configuration(
                        Map.of("client.id", "x", "compression.type", "zstd", "linger.ms", "5"), "share-writer"))
                .containsEntry("client.id", "x")
                .containsEntry("compression.type", "zstd")
                .containsEntry("linger.ms", "5");
    }

    @Test
    void isReadyAsLongAsKafkaIsThere() {
        await().until(() -> readiness.call().getStatus() == Status.UP);

        SharedProducer alone = new SharedProducer(NOBODY_THERE, "alone", openTelemetry, new SimpleMeterRegistry());
        try {
            // While it tries to connect, too
            for (int i = 0; i < 200; i++) {
                assertThat(new ProducerReadiness(alone).call().getStatus()).isEqualTo(Status.DOWN);
            }
        } finally {
            alone.close();
        }
    }

    @Test
    void isNotReadyOverAConnectionOnWhichKafkaSaysNothing() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, Object> kafka = Map.of("bootstrap.servers", "127.0.0.1:" + silent.getLocalPort());
            SharedProducer alone = new SharedProducer(kafka, "alone", openTelemetry, new SimpleMeterRegistry());
            try (Socket _ = silent.accept()) {
                for (int i = 0; i < 200; i++) {
                    assertThat(new ProducerReadiness(alone).call().getStatus()).isEqualTo(Status.DOWN);
                }
            } finally {
                alone.close();
            }
        }
    }

    @Test
    void itsMetricsAreAmongTheOthers() {
        assertThat(registry.get("kafka.producer.record.send.total")
                        .tag("client.id", "pipeline-messaging")
                        .functionCounters())
                .isNotEmpty();
    }

    @Test
    void whoWaitsForKafkaDoesNotHoldUpAStoppingService() throws Exception {
        SharedProducer alone = new SharedProducer(NOBODY_THERE, "alone", openTelemetry, new SimpleMeterRegistry());
        try {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> alone.send(new ProducerRecord<>("accounts", new byte[0]), Metadata.empty()))
                    .isInstanceOf(InterruptedException.class);
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        } finally {
            alone.close();
        }
    }
}
