package io.sharewell.platform;

import io.sharewell.simulator.SimulatorOptions;
import java.util.Objects;
import java.util.Optional;

/**
 * What a {@link LocalPlatform} consists of.
 *
 * @param kafka the broker
 * @param simulator the simulator of AWS; empty: none
 */
public record LocalPlatformOptions(EmbeddedKafkaOptions kafka, Optional<SimulatorOptions> simulator) {

    public LocalPlatformOptions {
        Objects.requireNonNull(kafka, "kafka");
        Objects.requireNonNull(simulator, "simulator");
    }

    /** A broker, and AWS itself. */
    public static LocalPlatformOptions of(EmbeddedKafkaOptions kafka) {
        return new LocalPlatformOptions(kafka, Optional.empty());
    }

    /** The same, with a simulator in AWS's place. */
    public LocalPlatformOptions withSimulator(SimulatorOptions options) {
        return new LocalPlatformOptions(kafka, Optional.of(options));
    }
}
