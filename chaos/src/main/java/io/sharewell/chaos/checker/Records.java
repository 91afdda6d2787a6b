package io.sharewell.chaos.checker;

import io.sharewell.events.Topic;
import io.sharewell.messaging.TopicNames;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Every record on every topic of the pipeline. */
public final class Records {

    private Records() {}

    public static List<ConsumerRecord<byte[], byte[]>> all(String bootstrapServers) {
        return all(bootstrapServers, TopicNames.PLAIN);
    }

    /** Those of an installation that calls its topics so. */
    public static List<ConsumerRecord<byte[], byte[]>> all(String bootstrapServers, TopicNames names) {
        return since(bootstrapServers, names, Map.of());
    }

    /** Those from these offsets on; of partitions without one, all. */
    public static List<ConsumerRecord<byte[], byte[]>> since(
            String bootstrapServers, Map<TopicPartition, Long> beginnings) {
        return since(bootstrapServers, TopicNames.PLAIN, beginnings);
    }

    private static List<ConsumerRecord<byte[], byte[]>> since(
            String bootstrapServers, TopicNames names, Map<TopicPartition, Long> beginnings) {
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(bootstrapServers)) {
            Map<TopicPartition, Long> ends = ends(consumer, names);
            consumer.assign(ends.keySet());
            consumer.seekToBeginning(ends.keySet());
            beginnings.forEach(consumer::seek);
            while (ends.keySet().stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(all::add);
            }
        }
        return all;
    }

    /** Where the next record of each partition will be. */
    public static Map<TopicPartition, Long> ends(String bootstrapServers) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(bootstrapServers)) {
            return ends(consumer, TopicNames.PLAIN);
        }
    }

    private static Map<TopicPartition, Long> ends(KafkaConsumer<byte[], byte[]> consumer, TopicNames names) {
        Set<String> existing = consumer.listTopics().keySet();
        return consumer.endOffsets(Stream.of(Topic.values())
                .flatMap(topic -> topic.family().stream())
                .map(names::called)
                .filter(existing::contains)
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList());
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String bootstrapServers) {
        return new KafkaConsumer<>(
                // The broker may be away for more than a minute
                Map.of("bootstrap.servers", bootstrapServers, "default.api.timeout.ms", 180_000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Key, value and headers. */
    public static byte[] bytes(ConsumerRecord<byte[], byte[]> record) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(record.key() == null ? new byte[0] : record.key());
        bytes.writeBytes(record.value() == null ? new byte[0] : record.value());
        for (Header header : record.headers()) {
            bytes.writeBytes(header.value());
        }
        return bytes.toByteArray();
    }
}
