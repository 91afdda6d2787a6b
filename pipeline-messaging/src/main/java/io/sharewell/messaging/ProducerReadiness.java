package io.sharewell.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * What is said can be said to Kafka: the producer has a connection, and Kafka has answered. An attempt to connect counts as a
 * connection, too, until it fails.
 */
@Readiness
@ApplicationScoped
class ProducerReadiness implements HealthCheck {

    private final SharedProducer producer;

    ProducerReadiness(SharedProducer producer) {
        this.producer = producer;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("kafka-producer")
                .status(isAtLeastOne("connection-count") && isAtLeastOne("response-total"))
                .build();
    }

    private boolean isAtLeastOne(String name) {
        return producer.kafka().metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals(name))
                .anyMatch(metric -> metric.metricValue() instanceof Double count && count >= 1);
    }
}
