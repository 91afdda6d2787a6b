package io.sharewell.benchmark;

import io.sharewell.platform.process.JavaProcess;
import io.sharewell.platform.process.TemporaryFolder;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.common.KafkaException;

/** The Kafka broker, a process of its own. */
final class Broker implements AutoCloseable {

    private static final String MAIN = "io.sharewell.platform.LocalPlatformMain";
    private static final int NODE = 1;
    private static final long LOOK_MILLIS = 100;

    private final TemporaryFolder folder;
    private final JavaProcess process;
    private final String bootstrapServers;

    private Broker(TemporaryFolder folder, JavaProcess process, String bootstrapServers) {
        this.folder = folder;
        this.process = process;
        this.bootstrapServers = bootstrapServers;
    }

    static Broker start() throws InterruptedException {
        return start(List.of());
    }

    /** @param jvm options of its JVM */
    static Broker start(List<String> jvm) throws InterruptedException {
        int port = Ports.free();
        // One of the broker's own would stay: it is killed
        TemporaryFolder folder = AtTheEnd.close(TemporaryFolder.create("sharewell-benchmark-broker"));
        JavaProcess process =
                Programs.beside("broker", MAIN, jvm, List.of("--kafka-port=" + port, "--kafka-dir=" + folder.path()));
        while (!process.output().contains("kept in")) {
            if (!process.isAlive()) {
                throw new IllegalStateException(process.lastWords());
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return new Broker(folder, process, "127.0.0.1:" + port);
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    JavaProcess process() {
        return process;
    }

    Spent spent() {
        return Spent.by(process.pid());
    }

    /** Bytes of all topics as they lie on disk, which is as they were sent: compressed. Kafka's own topics are not counted. */
    long bytes() throws InterruptedException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            Set<Integer> nodes = new HashSet<>(List.of(NODE));
            return admin.describeLogDirs(nodes).allDescriptions().get().get(NODE).values().stream()
                    .mapToLong(Broker::bytes)
                    .sum();
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause());
        }
    }

    private static long bytes(LogDirDescription folder) {
        return folder.replicaInfos().entrySet().stream()
                .filter(replica -> !replica.getKey().topic().startsWith("__"))
                .mapToLong(replica -> replica.getValue().size())
                .sum();
    }

    @Override
    public void close() {
        process.close();
        folder.close();
    }
}
