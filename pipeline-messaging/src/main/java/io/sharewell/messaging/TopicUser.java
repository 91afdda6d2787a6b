package io.sharewell.messaging;

import java.util.Set;

/** A bean that needs topics to be there when it starts. */
@FunctionalInterface
public interface TopicUser {

    /** Kafka's names of the topics it reads or writes. */
    Set<String> topicNames();
}
