package io.sharewell.platform;

import picocli.CommandLine;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunAll;

/** {@code java -jar local-platform.jar}. */
public final class LocalPlatformMain {

    static {
        // Before anything logs: Kafka's logging ends here (see QuietLogging), and so should the JDK's.
        if (System.getProperty("java.util.logging.manager") == null) {
            System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        }
    }

    private LocalPlatformMain() {}

    /** Exits with 64 for wrong options and 3 if something cannot be started. */
    public static void main(String[] args) {
        int status;
        try (var platform = new PlatformCommand()) {
            status = commandLine(platform).execute(args);
        }
        System.exit(status);
    }

    /** First the broker, then, if that has started, the simulator, if that is asked for. */
    static CommandLine commandLine(PlatformCommand platform) {
        return new CommandLine(platform)
                .setExecutionStrategy(new RunAll())
                .setExecutionExceptionHandler(LocalPlatformMain::notStarted);
    }

    private static int notStarted(Exception e, CommandLine command, ParseResult arguments) throws Exception {
        if (e instanceof EmbeddedKafkaException) {
            command.getErr().println(e.getMessage());
            return PlatformCommand.NOT_STARTED;
        }
        throw e;
    }
}
