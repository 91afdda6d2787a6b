package io.sharewell.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.sharewell.events.Topic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The relays of all stages of this process. */
final class RetryRelays implements AutoCloseable {

    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    private final Map<String, Object> kafka;
    private final Producer<byte[], byte[]> producer;
    private final TopicNames names;
    private final List<Duration> delays;
    private final Clock clock;
    private final Duration pause;
    private final MeterRegistry metrics;
    private final List<RetryRelay> relays = new ArrayList<>();

    RetryRelays(
            Map<String, Object> kafka,
            Producer<byte[], byte[]> producer,
            TopicNames names,
            List<Duration> delays,
            Clock clock,
            Duration pause,
            MeterRegistry metrics) {
        this.kafka = kafka;
        this.producer = producer;
        this.names = names;
        this.delays = delays;
        this.clock = clock;
        this.pause = pause;
        this.metrics = metrics;
    }

    /** @param unreadable of that stage */
    void start(Stage stage, Unreadable unreadable) {
        for (int rung = 1; rung <= Topic.RUNGS; rung++) {
            String group = names.called(Topic.relayGroup(stage.group(), rung));
            String topic = names.called(stage.source().retry(rung));
            RetryRelay relay = new RetryRelay(
                    consumer(group),
                    producer,
                    topic,
                    names.of(stage.source()),
                    delays.get(rung - 1),
                    clock,
                    pause,
                    unreadable);
            relays.add(relay);
            Gauge.builder("sharewell.retry.depth", relay, RetryRelay::depth)
                    .description("Records that wait on a rung of the retry ladder, on the partitions of this instance")
                    .tag("topic", topic)
                    .register(metrics);
            Thread.ofPlatform().daemon().name(topic + "-relay").start(relay);
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer(String group) {
        Map<String, Object> config = new HashMap<>(kafka);
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 200);
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        relays.forEach(RetryRelay::stop);
        Instant deadline = Instant.now().plus(LONGEST_END);
        relays.forEach(relay -> relay.awaitEnd(Duration.between(Instant.now(), deadline)));
    }
}
