package io.sharewell.app.read;

import io.sharewell.events.Topic;
import io.sharewell.messaging.ShareResultsReader;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** An installation's {@code share-results}, from its beginning to where it is now. */
final class Feed {

    private static final Duration POLL = Duration.ofMillis(250);
    /** Without a record for so long, before the end: the broker has gone. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final BrokerOptions broker;

    Feed(BrokerOptions broker) {
        this.broker = broker;
    }

    /**
     * Reads all there is and returns.
     *
     * @throws UnreadableFeedException if the broker does not answer, refuses, or has no such topic
     */
    void read(ShareResultsReader.Listener listener) {
        String topic = broker.names().of(Topic.SHARE_RESULTS);
        KafkaAnswers.of(broker).about(topic, () -> {
            try (ShareResultsReader reader = new ShareResultsReader(broker.clientConfig(), broker.names())) {
                readToEnd(reader, listener);
            } catch (IllegalStateException e) {
                throw KafkaAnswers.of(broker).noTopic(topic);
            }
        });
    }

    private void readToEnd(ShareResultsReader reader, ShareResultsReader.Listener listener) {
        AtomicLong lastNews = new AtomicLong(System.nanoTime());
        while (!reader.hasCaughtUp()) {
            reader.poll(POLL, (statement, at) -> {
                lastNews.set(System.nanoTime());
                listener.accept(statement, at);
            });
            if (System.nanoTime() - lastNews.get() > SILENCE.toNanos()) {
                throw KafkaAnswers.of(broker).noAnswer();
            }
        }
    }
}
