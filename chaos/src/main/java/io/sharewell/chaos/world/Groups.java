package io.sharewell.chaos.world;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Consumer groups, as an administrator sees them. */
public final class Groups {

    private final Map<String, Object> kafka;

    public Groups(World world) {
        this.kafka = Map.of("bootstrap.servers", world.bootstrapServers());
    }

    /** Whether the partitions of a group are being dealt out anew. */
    public boolean isRebalancing(String group) {
        try (Admin admin = Admin.create(kafka)) {
            ConsumerGroupDescription description =
                    admin.describeConsumerGroups(List.of(group)).all().get().get(group);
            return description.groupState() == GroupState.PREPARING_REBALANCE
                    || description.groupState() == GroupState.COMPLETING_REBALANCE;
        } catch (ExecutionException | KafkaException e) {
            return false; // The broker may be away
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** How many records of a topic a group has not committed; 0 if the broker does not tell. */
    public long lag(String group, String topic) {
        try (Admin admin = Admin.create(kafka);
                KafkaConsumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(kafka, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(it -> new TopicPartition(topic, it.partition()))
                    .toList();
            return consumer.endOffsets(partitions).entrySet().stream()
                    .mapToLong(end -> end.getValue() - offset(committed.get(end.getKey())))
                    .sum();
        } catch (ExecutionException | KafkaException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static long offset(OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }

    /** Joins a group as a member that does nothing, stays so long, and leaves again: two rebalances. */
    public void visit(String group, String topic, Duration stay) {
        Map<String, Object> config = new HashMap<>(kafka);
        config.putAll(Map.of("group.id", group, "enable.auto.commit", "false", "auto.offset.reset", "earliest"));
        try (KafkaConsumer<byte[], byte[]> visitor =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            visitor.subscribe(List.of(topic));
            long end = System.nanoTime() + stay.toNanos();
            while (System.nanoTime() < end) {
                visitor.poll(Duration.ofMillis(100));
            }
        }
    }
}
