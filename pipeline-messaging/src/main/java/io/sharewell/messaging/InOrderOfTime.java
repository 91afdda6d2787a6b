package io.sharewell.messaging;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Merges the partitions of a topic by the records' timestamps, as long as some of them are behind: a record waits until
 * every partition that is behind has one to compare with.
 */
final class InOrderOfTime {

    private static final int MANY = 2_000;

    private final Map<TopicPartition, Deque<ConsumerRecord<byte[], byte[]>>> held = new HashMap<>();
    /** Partitions that are not read up to where they ended at start, and that end. */
    private final Map<TopicPartition, Long> behind = new HashMap<>();

    InOrderOfTime(Map<TopicPartition, Long> beginnings, Map<TopicPartition, Long> ends) {
        ends.forEach((partition, end) -> {
            held.put(partition, new ArrayDeque<>());
            if (end > beginnings.get(partition)) {
                behind.put(partition, end);
            }
        });
    }

    /** Takes on partitions that the topic has been given since: nothing waits for them. */
    void takeOn(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> held.put(partition, new ArrayDeque<>()));
    }

    Set<TopicPartition> partitions() {
        return held.keySet();
    }

    void add(ConsumerRecord<byte[], byte[]> record) {
        held.get(new TopicPartition(record.topic(), record.partition())).add(record);
    }

    /** Takes note of how far the partitions are read. */
    void readUpTo(ToLongFunction<TopicPartition> position) {
        behind.entrySet().removeIf(end -> position.applyAsLong(end.getKey()) >= end.getValue());
    }

    /** The next record; null if there is none, or none yet. */
    ConsumerRecord<byte[], byte[]> next() {
        if (behind.keySet().stream().anyMatch(partition -> held.get(partition).isEmpty())) {
            return null;
        }
        return held.values().stream()
                .filter(records -> !records.isEmpty())
                .min(Comparator.comparingLong(records -> records.peek().timestamp()))
                .map(Deque::poll)
                .orElse(null);
    }

    /** Partitions of which many records wait for others: there is no hurry to read more. */
    Set<TopicPartition> ahead() {
        return held.entrySet().stream()
                .filter(records -> records.getValue().size() >= MANY)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Partitions to read on. */
    Set<TopicPartition> wanted() {
        Set<TopicPartition> wanted = new HashSet<>(held.keySet());
        wanted.removeAll(ahead());
        return wanted;
    }

    boolean hasCaughtUp() {
        return behind.isEmpty() && held.values().stream().allMatch(Deque::isEmpty);
    }
}
