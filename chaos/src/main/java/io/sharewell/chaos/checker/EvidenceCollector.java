package io.sharewell.chaos.checker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sharewell.chaos.checker.Evidence.Share;
import io.sharewell.events.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Reads all topics, the groups' offsets, and the simulator's shares. */
public final class EvidenceCollector {

    /** Consumers commit every second; who starts in place of a killed one, and a record on the ladder, take their time. */
    private static final Duration COMMITS = Duration.ofSeconds(60);

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<Topic, String> GROUPS = Map.of(
            Topic.ACCOUNTS, "credential-broker",
            Topic.SESSION_RENEWALS, "credential-broker-renewals",
            Topic.ACCOUNT_SESSIONS, "region-scanner",
            Topic.WORKLOADS_FOUND, "share-writer");

    private final String bootstrapServers;
    private final URI simulatorAdmin;

    /** @param simulatorAdmin the simulator's admin endpoint */
    public EvidenceCollector(String bootstrapServers, URI simulatorAdmin) {
        this.bootstrapServers = bootstrapServers;
        this.simulatorAdmin = simulatorAdmin;
    }

    /**
     * Waits until nothing is left to commit, for some time, and collects what there is.
     *
     * @param beginnings records before these offsets are left out; of partitions without one, none
     */
    public Evidence collect(Map<TopicPartition, Long> beginnings) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                        Map.of("bootstrap.servers", bootstrapServers),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
                Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            awaitNoLag(consumer, admin);
            return new Evidence(Records.since(bootstrapServers, beginnings), shares(), lag(consumer, admin));
        }
    }

    private static void awaitNoLag(KafkaConsumer<byte[], byte[]> consumer, Admin admin) {
        try {
            Awaitility.await()
                    .atMost(COMMITS)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(200))
                    // What goes from one topic to another between two questions seems to be on none
                    .during(Duration.ofMillis(500))
                    .until(() -> lag(consumer, admin).values().stream().allMatch(lag -> lag == 0));
        } catch (ConditionTimeoutException e) {
            // Then there is lag, and the checker says so
        }
    }

    private static Map<String, Long> lag(KafkaConsumer<byte[], byte[]> consumer, Admin admin) {
        Map<String, Long> lag = new HashMap<>();
        Set<String> existing = consumer.listTopics().keySet();
        GROUPS.forEach((topic, group) -> {
            lag(group, topic.topicName(), existing, consumer, admin, lag);
            for (int rung = 1; rung <= Topic.RUNGS; rung++) {
                lag(Topic.relayGroup(group, rung), topic.retry(rung), existing, consumer, admin, lag);
            }
        });
        return lag;
    }

    private static void lag(
            String group,
            String topic,
            Set<String> existing,
            KafkaConsumer<byte[], byte[]> consumer,
            Admin admin,
            Map<String, Long> lag) {
        if (!existing.contains(topic)) {
            return;
        }
        List<TopicPartition> partitions = partitions(consumer, topic);
        Map<TopicPartition, OffsetAndMetadata> committed = committed(admin, group);
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
        consumer.endOffsets(partitions).forEach((partition, end) -> {
            OffsetAndMetadata offset = committed.get(partition);
            lag.put(group + " " + partition, end - (offset == null ? beginnings.get(partition) : offset.offset()));
        });
    }

    private static Map<TopicPartition, OffsetAndMetadata> committed(Admin admin, String group) {
        try {
            return admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
        } catch (ExecutionException e) {
            return Map.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private List<Share> shares() {
        List<Share> shares = new ArrayList<>();
        try (InputStream answer =
                simulatorAdmin.resolve("/admin/shares").toURL().openStream()) {
            for (JsonNode share : JSON.readTree(answer)) {
                shares.add(new Share(
                        share.path("accountId").asText(),
                        share.path("region").asText(),
                        share.path("workloadId").asText(),
                        share.path("shareId").asText(),
                        share.path("sharedWith").asText(),
                        share.path("status").asText()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return shares;
    }
}
