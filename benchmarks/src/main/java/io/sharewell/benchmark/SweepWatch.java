package io.sharewell.benchmark;

import io.sharewell.events.CloudEvents;
import io.sharewell.events.Topic;
import io.sharewell.messaging.KafkaRecords;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * One sweep as {@code share-results} tells it. Keys, headers and times only: reading the values would cost the machine
 * that is measured more than the services' own ledger does.
 */
final class SweepWatch implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final KafkaConsumer<String, byte[]> consumer;
    private final SweepTally tally = new SweepTally();

    /** Reads what is said from now on. */
    SweepWatch(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
                        1_000_000,
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        (int) POLL.toMillis(),
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topic.SHARE_RESULTS.topicName()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** Waits for the end of the sweep, as long as all these processes live. */
    SweepTimes await(String sweepId, Processes processes) {
        long patience = System.nanoTime() + PATIENCE.toNanos();
        while (!tally.hasEnded()) {
            consumer.poll(POLL).forEach(record -> take(record, sweepId));
            if (!processes.areAlive() || System.nanoTime() > patience) {
                throw new IllegalStateException("sweep " + sweepId + " does not end\n" + processes.lastWords());
            }
        }
        return tally.times();
    }

    private void take(ConsumerRecord<String, byte[]> record, String sweepId) {
        if (!sweepId.equals(KafkaRecords.header(record, CloudEvents.SWEEP_ID))) {
            return;
        }
        String type = KafkaRecords.header(record, CloudEvents.TYPE).replaceAll("^io\\.sharewell\\.|\\.v1$", "");
        if (type.equals("sweep.failed")) {
            throw new IllegalStateException(new String(record.value(), StandardCharsets.UTF_8));
        }
        tally.take(type, record.key(), record.timestamp());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
