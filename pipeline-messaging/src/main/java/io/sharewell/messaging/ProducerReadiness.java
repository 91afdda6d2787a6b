package io.sharewell.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** What is said can be said to Kafka: the producer has a connection. */
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
                .status(isConnected(producer.kafka().metrics()))
                .build();
    }

    private static boolean isConnected(Map<MetricName, ? extends Metric> metrics) {
        return metrics.entrySet().stream()
                .filter(metric -> metric.getKey().name().equals("connection-count"))
                .anyMatch(metric -> metric.getValue().metricValue() instanceof Double count && count >= 1);
    }
}
