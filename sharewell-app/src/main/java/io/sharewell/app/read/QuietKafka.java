package io.sharewell.app.read;

import org.jboss.logmanager.Level;
import org.jboss.logmanager.Logger;

/** A broker that does not answer is told once, by the command, and not by Kafka's client at each attempt. */
public final class QuietKafka {

    // Held for good: a level is lost with the last reference to its logger
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    private QuietKafka() {}

    /** For this process, from now on. */
    public static void apply() {
        KAFKA.setLevel(Level.OFF);
    }
}
