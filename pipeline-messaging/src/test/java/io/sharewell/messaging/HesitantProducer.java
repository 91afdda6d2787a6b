package io.sharewell.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/** Does not pass on what the broker confirms before it may. */
@Alternative
@Priority(1)
@Singleton
class HesitantProducer extends SharedProducer {

    private volatile CompletableFuture<Void> leave = CompletableFuture.completedFuture(null);

    HesitantProducer(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "quarkus.application.name") String application,
            @Any Instance<OpenTelemetry> openTelemetry,
            MeterRegistry registry) {
        super(kafka, application, openTelemetry, registry);
    }

    /** Nothing that is published counts as confirmed until the future is complete. */
    void confirmsWith(CompletableFuture<Void> leave) {
        this.leave = leave;
    }

    @Override
    public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Metadata trace)
            throws InterruptedException {
        Future<RecordMetadata> answer = super.send(record, trace);
        return leave.isDone() ? answer : leave.thenApply(_ -> confirmed(answer));
    }

    private static RecordMetadata confirmed(Future<RecordMetadata> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new CompletionException(e);
        }
    }
}
