package io.sharewell.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.opentelemetry.api.OpenTelemetry;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.tracing.KafkaOpenTelemetryInstrumenter;
import io.smallrye.reactive.messaging.kafka.tracing.KafkaTrace;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/**
 * The one Kafka producer of this process: records of all its modules share batches and requests. It connects when it is used
 * first, which is after the topics have been seen to.
 */
@ApplicationScoped
public class SharedProducer implements Outgoing {

    private static final Duration LONGEST_END = Duration.ofSeconds(5);
    private static final int NOT_KNOWN_YET = -1;

    private final String clientId;
    private final Producer<byte[], byte[]> producer;
    private final KafkaOpenTelemetryInstrumenter traces;
    private final KafkaClientMetrics metrics;

    SharedProducer(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "quarkus.application.name") String application,
            @Any Instance<OpenTelemetry> openTelemetry,
            MeterRegistry registry) {
        Map<String, Object> config = configuration(kafka, application);
        this.clientId = String.valueOf(config.get(ProducerConfig.CLIENT_ID_CONFIG));
        this.producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        this.traces = KafkaOpenTelemetryInstrumenter.createForSink(openTelemetry);
        this.metrics = new KafkaClientMetrics(producer);
        metrics.bindTo(registry);
    }

    /**
     * What keeps the promise of "at least once" cannot be changed from outside; what is a matter of speed can.
     *
     * @param kafka what is set for all clients
     * @param application name under which the broker knows the client
     */
    static Map<String, Object> configuration(Map<String, Object> kafka, String application) {
        Map<String, Object> config = new HashMap<>();
        config.put(ProducerConfig.CLIENT_ID_CONFIG, application);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        // Nobody waits for one record, but all pay for each request: broker, producer and consumer (ADR 8)
        config.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        config.putAll(kafka);
        // Whatever is confirmed is on all replicas that are in step, once
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        return config;
    }

    @Override
    public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Metadata trace)
            throws InterruptedException {
        traces.traceOutgoing(
                Message.of(record.value(), trace),
                new KafkaTrace.Builder()
                        .withTopic(record.topic())
                        .withPartition(NOT_KNOWN_YET)
                        .withOffset(NOT_KNOWN_YET)
                        .withClientId(clientId)
                        .withHeaders(record.headers())
                        .build());
        try {
            return producer.send(record);
        } catch (InterruptException e) {
            Thread.interrupted(); // Kafka sets it beside the exception
            throw (InterruptedException) new InterruptedException(e.getMessage()).initCause(e);
        }
    }

    /** The same producer for those who pass records on as they are. */
    Producer<byte[], byte[]> kafka() {
        return producer;
    }

    @PreDestroy
    void close() {
        metrics.close();
        producer.close(LONGEST_END);
    }
}
