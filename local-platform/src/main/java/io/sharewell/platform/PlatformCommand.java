package io.sharewell.platform;

import io.sharewell.simulator.SimulatorCommand;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code platform}: the broker, and with the subcommand {@code simulator} that one beside it. */
@Command(
        name = "platform",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        sortOptions = false,
        subcommands = SimulatorCommand.class,
        exitCodeOnInvalidInput = PlatformCommand.WRONG_USAGE,
        exitCodeOnExecutionException = PlatformCommand.NOT_STARTED,
        description = "Runs a Kafka broker on 127.0.0.1 until it is interrupted; followed by \"simulator\" and its"
                + " options, the simulator of AWS as well.")
final class PlatformCommand implements Callable<Integer>, AutoCloseable {

    static final int WRONG_USAGE = 64;
    static final int NOT_STARTED = 3;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--kafka-port",
            paramLabel = "N",
            defaultValue = "9092",
            description = "Port of the broker; 0: any free one.")
    private int kafkaPort;

    @Option(
            names = "--kafka-dir",
            paramLabel = "DIR",
            description = "Where topics and offsets are kept. Default: a temporary folder, removed in the end.")
    private Optional<Path> kafkaDir;

    private EmbeddedKafka kafka;

    /** Starts the broker and, unless a subcommand goes on from here, waits for the process to be told to end. */
    @Override
    public Integer call() throws InterruptedException {
        // Before the start: who is told to end in the middle of it tidies up, too.
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "end-of-kafka"));
        start();
        announce();
        if (!spec.commandLine().getParseResult().hasSubcommand()) {
            new CountDownLatch(1).await();
        }
        return 0;
    }

    private synchronized void start() {
        kafka = EmbeddedKafka.start(options());
    }

    private EmbeddedKafkaOptions options() {
        try {
            return new EmbeddedKafkaOptions(kafkaDir, kafkaPort);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--kafka-port: " + e.getMessage());
        }
    }

    private void announce() {
        var out = spec.commandLine().getOut();
        out.println("""
                Kafka                 %s
                kept in               %s
                """.formatted(
                        kafka.bootstrapServers(),
                        kafkaDir.map(Path::toString).orElse("a temporary folder, removed in the end")));
        if (!spec.commandLine().getParseResult().hasSubcommand()) {
            out.println("Ctrl-C ends it.");
        }
        out.flush();
    }

    @Override
    public synchronized void close() {
        if (kafka != null) {
            kafka.close();
        }
    }
}
