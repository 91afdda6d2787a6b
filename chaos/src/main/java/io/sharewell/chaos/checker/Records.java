package io.sharewell.chaos.checker;

import io.sharewell.events.CloudEvents;
import io.sharewell.events.Topic;
import io.sharewell.messaging.TopicNames;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
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
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            Set<String> existing = consumer.listTopics().keySet();
            List<TopicPartition> partitions = Stream.of(Topic.values())
                    .flatMap(topic -> topic.family().stream())
                    .map(names::called)
                    .filter(existing::contains)
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(all::add);
            }
        }
        return all;
    }

    public static String type(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.headers().lastHeader(CloudEvents.TYPE).value(), StandardCharsets.UTF_8);
    }

    public static String place(ConsumerRecord<byte[], byte[]> record) {
        return record.topic() + "-" + record.partition() + "@" + record.offset();
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
