package io.sharewell.messaging;

import io.sharewell.events.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Sees to it that the topics are there before anybody reads or writes them. */
final class TopicSetup {

    private static final Duration LOOK = Duration.ofMillis(50);

    /** Kafka lets go of whole segments, when the newest record is old enough: without this, up to a week late. */
    private static final Duration SEGMENT = Duration.ofDays(1);

    private final Map<String, Object> kafka;
    private final MessagingSettings settings;

    TopicSetup(Map<String, Object> kafka, MessagingSettings settings) {
        this.kafka = kafka;
        this.settings = settings;
    }

    /**
     * Creates what is missing, or only looks, as the settings say.
     *
     * @return faults, each with its cure; empty if all topics are there
     */
    List<String> prepare(Set<String> topics) throws InterruptedException {
        Map<String, Object> config = new HashMap<>(kafka);
        int timeout = Math.toIntExact(settings.startTimeout().toMillis());
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeout);
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, timeout);
        try (Admin admin = Admin.create(config)) {
            Set<String> missing = new TreeSet<>(topics);
            missing.removeAll(admin.listTopics().names().get(timeout, TimeUnit.MILLISECONDS));
            if (missing.isEmpty()) {
                return List.of();
            }
            if (!settings.topics().create()) {
                // To a client without rights to a topic, Kafka says that there is none
                return List.of("topics are missing, or this client has no rights to them: " + String.join(", ", missing)
                        + ". Create them, allow it to Describe them, or set pipeline-messaging.topics.create to true");
            }
            return create(admin, missing);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            return List.of("no Kafka broker answers at " + kafka.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG)
                    + " or it refuses: check kafka.bootstrap.servers, the network and the rights of this client ("
                    + rootOf(e) + ")");
        }
    }

    private List<String> create(Admin admin, Collection<String> names) throws InterruptedException {
        try {
            for (var creation : admin.createTopics(
                            names.stream().map(this::topic).toList())
                    .values()
                    .values()) {
                unlessAnotherWasFirst(creation);
            }
            awaitVisible(
                    admin, names, System.nanoTime() + settings.startTimeout().toNanos());
            return List.of();
        } catch (ExecutionException e) {
            return List.of(
                    "topics cannot be created: " + String.join(", ", names) + " (" + rootOf(e)
                            + "). Allow this client to create topics, set pipeline-messaging.topics.replication-factor to what the cluster has brokers for, or create them yourself");
        }
    }

    private static void unlessAnotherWasFirst(Future<Void> creation) throws InterruptedException, ExecutionException {
        try {
            creation.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    /** Brokers hear of a new topic a moment after it is made; who asks too early is told that there is none. */
    private static void awaitVisible(Admin admin, Collection<String> names, long deadlineNanos)
            throws InterruptedException, ExecutionException {
        while (true) {
            try {
                admin.describeTopics(names).allTopicNames().get();
                return;
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || System.nanoTime() > deadlineNanos) {
                    throw e;
                }
                Thread.sleep(LOOK);
            }
        }
    }

    private NewTopic topic(String name) {
        MessagingSettings.Topics topics = settings.topics();
        Optional<Short> replicas =
                topics.replicationFactor() < 1 ? Optional.empty() : Optional.of(topics.replicationFactor());
        Duration retention = name.equals(TopicNames.of(settings).of(Topic.SHARE_RESULTS))
                ? topics.resultsRetention()
                : topics.retention();
        return new NewTopic(name, Optional.of(topics.partitions()), replicas)
                .configs(Map.of(
                        TopicConfig.RETENTION_MS_CONFIG, String.valueOf(retention.toMillis()),
                        TopicConfig.SEGMENT_MS_CONFIG, String.valueOf(SEGMENT.toMillis())));
    }

    private static String rootOf(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
