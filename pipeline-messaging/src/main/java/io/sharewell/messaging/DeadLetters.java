package io.sharewell.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * How many records the dead-letter topics of this process's stages keep, as a metric: nobody reads them, so there is no lag.
 * Redriven ones are among them until the topic's retention takes them.
 */
final class DeadLetters implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final Duration LONGEST_END = Duration.ofSeconds(1);

    private final Map<String, Object> kafka;
    private final MeterRegistry metrics;
    private final Map<String, Double> depths = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("dead-letters").factory());
    private volatile Admin admin;

    /** @param pause time between two looks */
    DeadLetters(Map<String, Object> kafka, List<String> topics, Duration pause, MeterRegistry metrics) {
        this.kafka = new HashMap<>(kafka);
        this.kafka.put(AdminClientConfig.CLIENT_ID_CONFIG, "dead-letters");
        this.metrics = metrics;
        topics.forEach(this::register);
        if (!topics.isEmpty()) {
            thread.scheduleWithFixedDelay(() -> look(topics), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void register(String topic) {
        Gauge.builder("sharewell.dlq.depth", () -> depths.getOrDefault(topic, Double.NaN))
                .description("Records that a dead-letter topic keeps")
                .tag("topic", topic)
                .register(metrics);
    }

    private void look(List<String> topics) {
        try {
            if (admin == null) {
                admin = Admin.create(kafka);
            }
            List<TopicPartition> partitions = partitions(topics);
            Map<TopicPartition, Long> beginnings = offsets(partitions, OffsetSpec.earliest());
            Map<String, Double> kept = new HashMap<>();
            offsets(partitions, OffsetSpec.latest())
                    .forEach((partition, end) ->
                            kept.merge(partition.topic(), (double) (end - beginnings.get(partition)), Double::sum));
            depths.putAll(kept);
        } catch (ExecutionException | RuntimeException e) {
            // The next look may succeed; until then nobody is told what is not known any more
            depths.clear();
            LOG.debugf("Dead letters cannot be counted: %s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<TopicPartition> partitions(List<String> topics) throws ExecutionException, InterruptedException {
        return admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> wanted =
                partitions.stream().collect(Collectors.toMap(partition -> partition, _ -> which));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        admin.listOffsets(wanted).all().get().forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }

    @Override
    public void close() {
        thread.shutdownNow();
        if (admin != null) {
            admin.close(LONGEST_END);
        }
    }
}
