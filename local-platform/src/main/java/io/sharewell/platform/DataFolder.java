package io.sharewell.platform;

import io.sharewell.platform.EmbeddedKafkaException.Reason;
import io.sharewell.platform.process.TemporaryFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * The folder of one broker: locked while it is open, formatted once, and removed in the end if it is temporary.
 *
 * <p>Kafka has a lock of its own, but in a combined node takes it only after the metadata log was opened for writing.
 */
final class DataFolder implements AutoCloseable {

    /** Names the process, so that a folder left by one that was killed is told from one in use. */
    static final String TEMPORARY_PREFIX =
            "sharewell-kafka-%d-".formatted(ProcessHandle.current().pid());

    private static final String LOCK_FILE = "broker.lock";
    private static final String LOG_DIR = "log";

    private final Path root;
    private final FileChannel lock;
    private final Afterwards afterwards;

    private enum Afterwards {
        KEEP,
        REMOVE
    }

    private DataFolder(Path root, FileChannel lock, Afterwards afterwards) {
        this.root = root;
        this.lock = lock;
        this.afterwards = afterwards;
    }

    static DataFolder open(EmbeddedKafkaOptions options) {
        return options.dataFolder()
                .map(given -> locked(made(named(given.toAbsolutePath().normalize())), Afterwards.KEEP))
                .orElseGet(() -> locked(temporary(), Afterwards.REMOVE));
    }

    /** To Kafka, a comma begins the next folder. */
    private static Path named(Path folder) {
        if (folder.toString().contains(",")) {
            throw new EmbeddedKafkaException(
                    Reason.FOLDER_UNUSABLE,
                    "%s cannot be used as the broker's folder: Kafka cannot have a comma in the path: give another folder"
                            .formatted(folder),
                    null);
        }
        return folder;
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    private static Path temporary() {
        Path parent = named(Path.of(System.getProperty("java.io.tmpdir")));
        try {
            return Files.createTempDirectory(parent, TEMPORARY_PREFIX);
        } catch (IOException e) {
            throw unusable(parent, e);
        }
    }

    private static DataFolder locked(Path folder, Afterwards afterwards) {
        try {
            var channel =
                    FileChannel.open(folder.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!tryLock(channel)) {
                channel.close();
                throw new EmbeddedKafkaException(
                        Reason.FOLDER_IN_USE,
                        "%s is in use by another running broker: end that one, or give another folder"
                                .formatted(folder),
                        null);
            }
            return new DataFolder(folder, channel, afterwards);
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // Held by another broker of this very JVM.
            return false;
        }
    }

    Path root() {
        return root;
    }

    Path logDir() {
        return root.resolve(LOG_DIR);
    }

    /** Writes cluster and node id, once in the folder's life. */
    void format() throws Exception {
        if (Files.exists(logDir().resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(logDir());
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(BrokerProperties.NODE_ID)
                .setControllerListenerName(BoundSockets.CONTROLLER)
                .addDirectory(logDir().toString())
                .setMetadataLogDirectory(logDir().toString())
                .run();
    }

    @Override
    public void close() {
        try (lock) {
            if (afterwards == Afterwards.REMOVE) {
                new TemporaryFolder(root).close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clean up " + root, e);
        }
    }

    private static EmbeddedKafkaException unusable(Path folder, IOException cause) {
        return new EmbeddedKafkaException(
                Reason.FOLDER_UNUSABLE,
                "%s cannot be used as the broker's folder (%s): give a folder that can be written"
                        .formatted(folder, cause),
                cause);
    }
}
