package io.sharewell.discovery.domain;

import io.sharewell.events.Event;
import java.util.List;

/** Where discovery speaks. */
@FunctionalInterface
public interface Announcements {

    /**
     * Publishes events and returns when they are confirmed.
     *
     * @throws InterruptedException if the service stops before that
     */
    void publish(List<? extends Event> events) throws InterruptedException;
}
