package io.sharewell.platform;

import io.sharewell.simulator.AwsSimulator;
import java.net.URI;
import java.util.Optional;

/** What Sharewell needs around it, in this JVM: a Kafka broker and, if asked for, the simulator of AWS. */
public final class LocalPlatform implements AutoCloseable {

    private final String bootstrapServers;
    private final Optional<SimulatorEndpoints> simulator;
    private final Runnable end;

    private LocalPlatform(String bootstrapServers, Optional<SimulatorEndpoints> simulator, Runnable end) {
        this.bootstrapServers = bootstrapServers;
        this.simulator = simulator;
        this.end = end;
    }

    /**
     * Starts what is asked for, all or nothing, and returns when it answers.
     *
     * @throws EmbeddedKafkaException if the broker does not start
     * @throws io.sharewell.simulator.PortInUseException if a port of the simulator is taken
     */
    public static LocalPlatform start(LocalPlatformOptions options) {
        // The simulator first: it takes a fraction of the broker's time to find out that it cannot start.
        var simulator = options.simulator().map(AwsSimulator::start);
        try {
            var kafka = EmbeddedKafka.start(options.kafka());
            return new LocalPlatform(kafka.bootstrapServers(), simulator.map(SimulatorEndpoints::of), () -> {
                try (kafka) {
                    simulator.ifPresent(AwsSimulator::close);
                }
            });
        } catch (RuntimeException e) {
            simulator.ifPresent(AwsSimulator::close);
            throw e;
        }
    }

    /** A platform that somebody else has started, and ends: {@link #close()} does nothing. */
    public static LocalPlatform startedElsewhere(String bootstrapServers, Optional<SimulatorEndpoints> simulator) {
        return new LocalPlatform(bootstrapServers, simulator, () -> {});
    }

    /** Where Kafka's clients connect, as {@code host:port}. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /**
     * Where the simulated AWS answers.
     *
     * @throws IllegalStateException if the platform has no simulator
     */
    public URI awsEndpoint() {
        return simulatorEndpoints().aws();
    }

    /**
     * Where the simulator's admin API answers; its paths begin with {@code /admin/}.
     *
     * @throws IllegalStateException if the platform has no simulator
     */
    public URI adminEndpoint() {
        return simulatorEndpoints().admin();
    }

    private SimulatorEndpoints simulatorEndpoints() {
        return simulator.orElseThrow(
                () -> new IllegalStateException("this platform was started without a simulator: ask for one"));
    }

    @Override
    public void close() {
        end.run();
    }
}
