package io.sharewell.platform;

import io.sharewell.platform.EmbeddedKafkaException.Reason;
import java.nio.file.Path;
import org.apache.kafka.common.utils.Exit;

/**
 * A real Apache Kafka broker in this JVM: one node, broker and KRaft controller in one, reachable on 127.0.0.1 only.
 * Topics must be created before use.
 */
public final class EmbeddedKafka implements AutoCloseable {

    /** What the commands that have a broker end with where something outside them is wrong. */
    private static final int NOT_COMPLETE = 3;

    private final DataFolder folder;
    private final KafkaNode node;
    private final String bootstrapServers;
    private boolean closed;

    private EmbeddedKafka(DataFolder folder, KafkaNode node, int port) {
        this.folder = folder;
        this.node = node;
        this.bootstrapServers = BoundSockets.HOST + ":" + port;
    }

    /**
     * Starts a broker and returns when it serves clients. On a folder that was used before, the same cluster comes up
     * again, with its topics, records and committed offsets.
     *
     * @throws EmbeddedKafkaException with the cure in its message
     */
    public static EmbeddedKafka start(EmbeddedKafkaOptions options) {
        QuietLogging.apply();
        var folder = DataFolder.open(options);
        try {
            return start(folder, options);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static EmbeddedKafka start(DataFolder folder, EmbeddedKafkaOptions options) {
        var sockets = BoundSockets.bind(options.port());
        try {
            sayWhyKafkaHalts(folder.root());
            folder.format();
            var node = KafkaNode.on(folder.logDir(), sockets, options.advertisedPort());
            startOrStop(node);
            return new EmbeddedKafka(folder, node, sockets.port(BoundSockets.CLIENTS));
        } catch (Exception | LinkageError e) {
            // A LinkageError: the JVM is about to end, which Kafka's static initialisers do not survive.
            sockets.close();
            throw new EmbeddedKafkaException(
                    Reason.START_FAILED,
                    "Kafka did not start on %s (%s): if the folder comes from another version or is damaged, remove it to begin anew"
                            .formatted(folder.root(), e),
                    e);
        }
    }

    /** Kafka ends the JVM at once when it cannot write any more, and says why in its log only, which is not kept. */
    private static void sayWhyKafkaHalts(Path folder) {
        Exit.setHaltProcedure((_, _) -> {
            System.err.println("Kafka cannot write to " + folder
                    + " any more: the disk is full or broken. Make room, or give another folder, and begin again.");
            Runtime.getRuntime().halt(NOT_COMPLETE);
        });
    }

    private static void startOrStop(KafkaNode node) {
        try {
            node.start();
        } catch (RuntimeException | LinkageError e) {
            node.stop();
            throw e;
        }
    }

    /** Where clients connect, as {@code host:port}. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /**
     * Ends the broker in good order; what was written is on disk when this returns, in whichever thread it was called
     * first. Further calls do nothing.
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (folder) {
            node.stop();
        }
    }
}
