package io.sharewell.chaos.world;

import io.sharewell.chaos.checker.Evidence;
import io.sharewell.chaos.checker.EvidenceCollector;
import io.sharewell.platform.process.JavaProcess;
import io.sharewell.platform.process.TemporaryFolder;
import io.sharewell.seal.Keysets;
import io.sharewell.simulator.AwsSimulator;
import io.sharewell.simulator.GeneratedOrganization;
import io.sharewell.simulator.SimulatorOptions;
import io.sharewell.simulator.organization.Latency;
import io.sharewell.simulator.organization.OrganizationFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/** A broker, a simulated AWS, keysets, and the processes of the services. */
public final class World implements AutoCloseable {

    public static final List<String> SERVICES =
            List.of("account-discovery", "credential-broker", "region-scanner", "share-writer");

    /** Empty if somebody else looks after it. */
    private final Optional<Broker> broker;

    private final String bootstrapServers;
    private final AwsSimulator aws;
    private final TemporaryFolder keysets = TemporaryFolder.create("keysets");
    private final Path sealKeyset;
    private final Path grantKeyset;
    private final List<JavaProcess> processes = new CopyOnWriteArrayList<>();

    private World(Optional<Broker> broker, String bootstrapServers, AwsSimulator aws) throws IOException {
        this.broker = broker;
        this.bootstrapServers = bootstrapServers;
        this.aws = aws;
        this.sealKeyset = keysets.path().resolve("seal.json");
        this.grantKeyset = keysets.path().resolve("grant.json");
        Keysets.createSealKeyset(sealKeyset);
        Keysets.createGrantKeyset(grantKeyset);
        mount(keysets.path());
    }

    public static World of(OrganizationFile organization) {
        return of(quick(organization));
    }

    /** Around a broker that is there already and stays. */
    public static World around(String bootstrapServers, OrganizationFile organization) {
        try {
            return new World(Optional.empty(), bootstrapServers, AwsSimulator.start(quick(organization)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SimulatorOptions quick(OrganizationFile organization) {
        return SimulatorOptions.of(organization)
                .withLatency(Duration.ofMillis(5))
                .withoutRateLimits();
    }

    /** For rounds, each of which brings its own organization. Ends with the JVM: Ctrl-C leaves no process behind. */
    public static World forRounds() {
        World world = of(SimulatorOptions.of(GeneratedOrganization.of(10, 1, 1))
                .withLatency(Latency.parse("20ms..100ms"))
                .withoutRateLimits());
        Runtime.getRuntime().addShutdownHook(new Thread(world::close, "end-of-the-world"));
        return world;
    }

    public static World of(SimulatorOptions options) {
        try {
            Broker broker = Broker.launch();
            return new World(Optional.of(broker), broker.bootstrapServers(), AwsSimulator.start(options));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public SimulatorAdmin admin() {
        return new SimulatorAdmin(aws.adminEndpoint());
    }

    /** The world's own. */
    public Broker broker() {
        return broker.orElseThrow();
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    public String endpoint() {
        return aws.endpoint().toString();
    }

    public Path sealKeyset() {
        return sealKeyset;
    }

    public Path grantKeyset() {
        return grantKeyset;
    }

    /** As a volume of a pod is: every user may read it. */
    public static void mount(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            for (Path file : files.toList()) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** AWS's documented example keys: the automation account's. */
    public static Map<String, String> awsKeys() {
        return AwsSimulator.environment("eu-west-1");
    }

    /** One of the four services, with what all need and what is given. */
    public JavaProcess service(String module, Map<String, String> more) {
        return kept(JavaProcess.startAsInAPod(module, environment(module, more)));
    }

    /** The same, watched by its JVM for a start-up cache. */
    public JavaProcess training(String module, Path cache, List<String> jvm) {
        return kept(JavaProcess.startTraining(module, cache, jvm, environment(module, Map.of())));
    }

    private JavaProcess kept(JavaProcess process) {
        processes.add(process);
        return process;
    }

    private Map<String, String> environment(String module, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>();
        environment.put("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers());
        environment.put("AWS_ACCESS_ENDPOINT_URL", endpoint());
        environment.put("QUARKUS_HTTP_PORT", "0");
        environment.put("PIPELINE_MESSAGING_RETRY_DELAYS", "1s,2s,3s");
        environment.put("PIPELINE_MESSAGING_TOPICS_REPLICATION_FACTOR", "1");
        environment.put("PIPELINE_MESSAGING_TOPICS_PARTITIONS", "4");
        environment.put("CREDENTIAL_BROKER_SEAL_KEYSET", sealKeyset.toString());
        environment.put("CREDENTIAL_BROKER_GRANT_KEYSET", grantKeyset.toString());
        environment.put("REGION_SCANNER_SEAL_KEYSET", sealKeyset.toString());
        environment.put("SHARE_WRITER_SEAL_KEYSET", sealKeyset.toString());
        environment.put("SHARE_WRITER_TARGETS_0__PRINCIPAL", OrganizationFile.REVIEWS_ACCOUNT);
        if (module.equals("account-discovery") || module.equals("credential-broker")) {
            environment.putAll(awsKeys());
        }
        environment.putAll(more);
        return environment;
    }

    /** What the run left behind, as soon as nothing waits any more. */
    public Evidence evidence() {
        return evidenceSince(Map.of());
    }

    /** The same without the records before these offsets. */
    public Evidence evidenceSince(Map<TopicPartition, Long> beginnings) {
        return new EvidenceCollector(bootstrapServers(), aws.adminEndpoint()).collect(beginnings);
    }

    /** For a test that fails: what each process said last. */
    public String lastWords() {
        return processes.stream().map(JavaProcess::lastWords).collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        processes.forEach(JavaProcess::close);
        broker.ifPresent(Broker::close);
        aws.close();
        keysets.close();
    }
}
