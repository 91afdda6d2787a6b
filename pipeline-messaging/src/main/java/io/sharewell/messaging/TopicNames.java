package io.sharewell.messaging;

import io.sharewell.events.Topic;
import java.util.Objects;

/**
 * What an installation calls its topics and consumer groups: several share a Kafka cluster by different prefixes.
 *
 * @param prefix empty where the names are those of the contract
 */
public record TopicNames(String prefix) {

    /** The names of the contract. */
    public static final TopicNames PLAIN = new TopicNames("");

    public TopicNames {
        Objects.requireNonNull(prefix, "prefix");
    }

    /** Those of the installation that a service belongs to. */
    public static TopicNames of(MessagingSettings settings) {
        return new TopicNames(settings.topics().prefix().orElse(""));
    }

    /** @param name of a topic or group as the contract has it */
    public String called(String name) {
        return prefix + name;
    }

    /** Kafka's name of a topic. */
    public String of(Topic topic) {
        return called(topic.topicName());
    }
}
