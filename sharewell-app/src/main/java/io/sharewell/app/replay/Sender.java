package io.sharewell.app.replay;

import io.sharewell.app.read.BrokerOptions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends records, and knows how many the broker has confirmed. */
final class Sender implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicInteger confirmed = new AtomicInteger();
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    Sender(BrokerOptions broker) {
        Map<String, Object> config = new HashMap<>(broker.clientConfig());
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, "15000");
        // Kafka wants it longer than a single request may take
        config.putIfAbsent(
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                2
                                * Integer.parseInt(config.get(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG)
                                        .toString())
                        + 10_000);
        producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** @throws KafkaException if a record before was refused */
    void send(ProducerRecord<byte[], byte[]> record) {
        throwFailure();
        producer.send(record, (_, refusal) -> {
            if (refusal == null) {
                confirmed.incrementAndGet();
            } else {
                failure.compareAndSet(null, refusal);
            }
        });
    }

    /** @throws KafkaException if a record was refused */
    void finish() {
        producer.flush();
        throwFailure();
    }

    private void throwFailure() {
        Exception refusal = failure.get();
        if (refusal != null) {
            throw refusal instanceof KafkaException it ? it : new KafkaException(refusal);
        }
    }

    int confirmed() {
        return confirmed.get();
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(10));
    }
}
