package io.sharewell.app.read;

import io.sharewell.events.Topic;
import io.sharewell.messaging.ShareResultsReader;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;

/** An installation's {@code share-results}, from its beginning to where it is now. */
final class Feed {

    private static final Duration POLL = Duration.ofMillis(250);
    /** Without a record for so long, before the end: the broker has gone. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private static final String TOPIC = Topic.SHARE_RESULTS.topicName();

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
        QuietKafka.apply();
        try (ShareResultsReader reader = new ShareResultsReader(broker.clientConfig())) {
            readToEnd(reader, listener);
        } catch (IllegalStateException e) {
            throw unreadable(
                    "has no topic " + TOPIC, "is it the Kafka of the installation, and has it been started once?");
        } catch (TimeoutException e) {
            throw noAnswer();
        } catch (AuthenticationException e) {
            throw unreadable("does not let the client in (" + e.getMessage() + ")", "check --command-config.");
        } catch (AuthorizationException e) {
            throw unreadable(
                    "refuses to let " + TOPIC + " be read",
                    "the principal of --command-config needs READ and DESCRIBE on the topic.");
        } catch (KafkaException e) {
            throw unreadable(
                    "cannot be read (" + rootOf(e).getMessage() + ")",
                    "check --bootstrap-servers and --command-config.");
        }
    }

    private void readToEnd(ShareResultsReader reader, ShareResultsReader.Listener listener) {
        AtomicLong lastNews = new AtomicLong(System.nanoTime());
        while (!reader.hasCaughtUp()) {
            reader.poll(POLL, (statement, at) -> {
                lastNews.set(System.nanoTime());
                listener.accept(statement, at);
            });
            if (System.nanoTime() - lastNews.get() > SILENCE.toNanos()) {
                throw noAnswer();
            }
        }
    }

    private UnreadableFeedException noAnswer() {
        return unreadable(
                "does not answer",
                "check --bootstrap-servers, that the broker runs and can be reached, and --command-config if it wants TLS or SASL.");
    }

    private UnreadableFeedException unreadable(String what, String cure) {
        return new UnreadableFeedException("Kafka at " + broker.servers() + " " + what + ": " + cure);
    }

    private static Throwable rootOf(Throwable e) {
        return e.getCause() == null ? e : rootOf(e.getCause());
    }
}
