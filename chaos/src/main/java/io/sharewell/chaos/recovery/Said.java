package io.sharewell.chaos.recovery;

import io.sharewell.events.CloudEvents;
import io.sharewell.events.Topic;
import io.sharewell.messaging.KafkaRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What one service publishes, from now on. */
final class Said implements AutoCloseable {

    private static final List<String> TOPICS = Stream.of(
                    Topic.ACCOUNTS, Topic.ACCOUNT_SESSIONS, Topic.WORKLOADS_FOUND, Topic.SHARE_RESULTS)
            .map(Topic::topicName)
            .toList();
    private static final Duration TURN = Duration.ofMillis(20);

    private final Consumer<byte[], byte[]> consumer;
    private final String source;

    Said(String bootstrapServers, String service) {
        this(
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", bootstrapServers),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer()),
                service);
    }

    Said(Consumer<byte[], byte[]> consumer, String service) {
        this.source = "/sharewell/" + service;
        this.consumer = consumer;
        List<TopicPartition> partitions = TOPICS.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /**
     * Waits for its first record that was sent after a moment.
     *
     * @return when it was sent
     */
    Instant awaitRecordAfter(Instant moment, Duration patience) {
        Instant deadline = Instant.now().plus(patience);
        while (Instant.now().isBefore(deadline)) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(TURN)) {
                Instant sent = Instant.ofEpochMilli(record.timestamp());
                if (sent.isAfter(moment) && isOfSource(record)) {
                    return sent;
                }
            }
        }
        throw new IllegalStateException(source + " says nothing within " + patience);
    }

    private boolean isOfSource(ConsumerRecord<byte[], byte[]> record) {
        return source.equals(KafkaRecords.header(record, CloudEvents.SOURCE));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
