package io.sharewell.chaos;

import picocli.CommandLine;

/** {@code java -jar chaos.jar}. */
public final class ChaosMain {

    static {
        // Before anything logs: Kafka's logging ends there, and so should the JDK's
        if (System.getProperty("java.util.logging.manager") == null) {
            System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        }
    }

    private ChaosMain() {}

    /** Exits with 0 if all ledgers close. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new ChaosCommand()).execute(args));
    }
}
