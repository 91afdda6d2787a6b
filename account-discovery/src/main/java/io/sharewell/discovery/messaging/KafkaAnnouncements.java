package io.sharewell.discovery.messaging;

import io.sharewell.discovery.domain.Announcements;
import io.sharewell.events.Event;
import io.sharewell.events.Topic;
import io.sharewell.messaging.MessagingSettings;
import io.sharewell.messaging.Publisher;
import io.sharewell.messaging.SharedProducer;
import io.sharewell.messaging.TopicUser;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** Publishes what discovery says. */
@ApplicationScoped
class KafkaAnnouncements implements Announcements, TopicUser {

    private final Publisher publisher;

    KafkaAnnouncements(SharedProducer producer, MessagingSettings settings, Clock clock) {
        this.publisher = new Publisher("account-discovery", producer, clock, settings);
    }

    @Override
    public void publish(List<? extends Event> events) throws InterruptedException {
        publisher.publish(events);
    }

    @Override
    public Set<String> topicNames() {
        return Set.of(Topic.ACCOUNTS.topicName(), Topic.SHARE_RESULTS.topicName());
    }
}
