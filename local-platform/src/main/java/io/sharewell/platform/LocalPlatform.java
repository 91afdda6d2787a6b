package io.sharewell.platform;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * Where what Sharewell needs around it answers: a Kafka broker and, if asked for, the simulator of AWS.
 *
 * @param bootstrapServers where Kafka's clients connect, as {@code host:port}
 * @param simulator where the simulator answers; empty: there is none
 */
public record LocalPlatform(String bootstrapServers, Optional<SimulatorEndpoints> simulator) {

    public LocalPlatform {
        Objects.requireNonNull(bootstrapServers, "bootstrapServers");
        Objects.requireNonNull(simulator, "simulator");
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
}
