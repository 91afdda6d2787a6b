package io.sharewell.app.read;

import org.jboss.logmanager.Level;
import org.jboss.logmanager.Logger;

/** A broker that does not answer is told once, by the command, and not by Kafka's client at each attempt. */
final class QuietKafka {

    // Held for good: a level is lost with the last reference to its logger
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    private QuietKafka() {}

    static void apply() {
        KAFKA.setLevel(Level.OFF);
    }
}
