package io.sharewell.platform;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.Logger;

/**
 * Kafka's broker tells its life at INFO, hundreds of lines a start: here it is heard from WARN up, and a start and an end
 * where all is well are silent. What somebody else has set is left alone.
 */
final class QuietLogging {

    // Held for good: a level is lost with the last reference to its logger.
    private static final List<Logger> LOGGERS = Stream.of("kafka", "org.apache.kafka", "state.change.logger")
            .map(Logger::getLogger)
            .toList();

    /** What Kafka warns of at every start and every end of a healthy node. */
    private static final Map<Logger, String> EVERY_TIME = Map.of(
            Logger.getLogger("org.apache.kafka.controller.QuorumController"), "Performing controller activation",
            Logger.getLogger("org.apache.kafka.clients.NetworkClient"), "that has already been closed");

    private QuietLogging() {}

    static void apply() {
        LOGGERS.stream().filter(logger -> logger.getLevel() == null).forEach(logger -> logger.setLevel(Level.WARN));
        EVERY_TIME.forEach((logger, sentence) -> {
            if (logger.getFilter() == null) {
                logger.setFilter(message -> !message.getMessage().contains(sentence));
            }
        });
    }
}
