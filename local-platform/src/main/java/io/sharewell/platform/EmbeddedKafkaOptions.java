package io.sharewell.platform;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * How an {@link EmbeddedKafka} is to be started.
 *
 * @param dataFolder where topics, records and committed offsets are kept from one run to the next; made if it is not
 *     there. Empty: a temporary folder that goes when the broker is closed
 * @param port the TCP port on 127.0.0.1, from 0 to 65535; 0: one that the operating system has free
 * @param advertisedPort where clients are told to connect, such as a proxy in front of the broker; 0: to the broker itself
 */
public record EmbeddedKafkaOptions(Optional<Path> dataFolder, int port, int advertisedPort) {

    private static final int HIGHEST_PORT = 65_535;

    public EmbeddedKafkaOptions {
        Objects.requireNonNull(dataFolder, "dataFolder");
        requirePort(port);
        requirePort(advertisedPort);
    }

    /** A broker to which clients connect directly. */
    public EmbeddedKafkaOptions(Optional<Path> dataFolder, int port) {
        this(dataFolder, port, 0);
    }

    private static void requirePort(int port) {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("%d is no TCP port: give one from 1 to %d, or 0 for any that is free"
                    .formatted(port, HIGHEST_PORT));
        }
    }

    /** A broker that leaves nothing behind, on any free port. */
    public static EmbeddedKafkaOptions temporary() {
        return new EmbeddedKafkaOptions(Optional.empty(), 0);
    }

    /** A broker that keeps its topics, records and offsets in {@code folder}, on any free port. */
    public static EmbeddedKafkaOptions keptIn(Path folder) {
        return new EmbeddedKafkaOptions(Optional.of(folder), 0);
    }

    /** The same, with clients told to connect to another port of 127.0.0.1. */
    public EmbeddedKafkaOptions advertising(int port) {
        return new EmbeddedKafkaOptions(dataFolder, this.port, port);
    }
}
