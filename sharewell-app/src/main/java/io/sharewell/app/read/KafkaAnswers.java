package io.sharewell.app.read;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;

/** What an installation's Kafka answers, in a person's words: one line, with the cure. */
public final class KafkaAnswers {

    private final BrokerOptions broker;

    private KafkaAnswers(BrokerOptions broker) {
        this.broker = broker;
    }

    /** The answers of that Kafka. */
    public static KafkaAnswers of(BrokerOptions broker) {
        return new KafkaAnswers(broker);
    }

    /**
     * Asks it something about a topic.
     *
     * @throws UnreadableFeedException if it does not answer or refuses
     */
    public void about(String topic, Runnable question) {
        QuietKafka.apply();
        try {
            question.run();
        } catch (TimeoutException e) {
            throw noAnswer();
        } catch (AuthenticationException e) {
            throw refused("does not let the client in (" + e.getMessage() + ")", "check --command-config.");
        } catch (AuthorizationException e) {
            throw refused(
                    "refuses to let " + topic + " be read",
                    "the principal of --command-config needs READ and DESCRIBE on the topic.");
        } catch (KafkaException e) {
            throw refused(
                    "cannot be read (" + rootOf(e).getMessage() + ")",
                    "check --bootstrap-servers and --command-config.");
        }
    }

    /** It has been silent for too long. */
    public UnreadableFeedException noAnswer() {
        return refused(
                "does not answer",
                "check --bootstrap-servers, that the broker runs and can be reached, and --command-config if it wants TLS or SASL.");
    }

    /** It knows no such topic. */
    public UnreadableFeedException noTopic(String topic) {
        return refused("has no topic " + topic, "is it the Kafka of the installation, and has it been started once?");
    }

    /** It does not do what it was asked. */
    public UnreadableFeedException refused(String what, String cure) {
        return new UnreadableFeedException("Kafka at " + broker.servers() + " " + what + ": " + cure);
    }

    private static Throwable rootOf(Throwable e) {
        return e.getCause() == null ? e : rootOf(e.getCause());
    }
}
