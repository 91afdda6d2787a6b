package io.sharewell.messaging;

import java.util.Set;

/** A bean that needs topics to be there when it starts. */
@FunctionalInterface
public interface TopicUser {

    /** The topics it reads or writes, by the contract's names. */
    Set<String> topicNames();
}
