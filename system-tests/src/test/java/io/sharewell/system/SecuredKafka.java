package io.sharewell.system;

import io.sharewell.platform.process.JavaProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.acl.AclBinding;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;

/**
 * Kafka as it is in production: a process of its own that nobody reaches without a certificate or a password, and where
 * nobody does what no ACL allows. Whoever is inside, as this test is, may do everything.
 */
final class SecuredKafka implements AutoCloseable {

    private static final List<String> LISTENERS = List.of("INSIDE", "TLS", "SCRAM", "CONTROLLER");
    private static final int ATTEMPTS = 3;

    private final Map<String, Integer> ports;
    private final JavaProcess process;
    private final Admin admin;

    private SecuredKafka(Map<String, Integer> ports, JavaProcess process) {
        this.ports = ports;
        this.process = process;
        this.admin = Admin.create(Map.of("bootstrap.servers", inside()));
    }

    /**
     * A port that was free may be somebody else's when Kafka asks for it, and Kafka then ends or hangs: so one that does not
     * come up says why, and another is tried.
     *
     * @param folder an empty one
     */
    static SecuredKafka start(Path folder, Certificates certificates) throws IOException, GeneralSecurityException {
        Path truststore = certificates.mountedForAll("clients").resolve("cluster/ca.crt");
        for (int attempt = 1; ; attempt++) {
            SecuredKafka kafka = launch(
                    Files.createDirectory(folder.resolve("attempt-" + attempt)), certificates.broker(), truststore);
            try {
                kafka.awaitReady();
                return kafka;
            } catch (ConditionTimeoutException | TerminalFailureException e) {
                String lastWords = kafka.process.lastWords();
                kafka.close();
                if (attempt == ATTEMPTS) {
                    throw new AssertionError(lastWords, e);
                }
                System.err.println("Not started, once more: " + lastWords);
            }
        }
    }

    private static SecuredKafka launch(Path folder, Path keystore, Path truststore) throws IOException {
        Map<String, Integer> ports = freePorts();
        Path settings = folder.resolve("server.properties");
        try (StringWriter text = new StringWriter()) {
            settings(folder, ports, keystore, truststore).store(text, null);
            Files.writeString(settings, text.toString());
        }
        format(settings);
        JavaProcess process = JavaProcess.startJava(
                "kafka",
                List.of(
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        TellingKafka.class.getName(),
                        settings.toString()),
                Map.of());
        return new SecuredKafka(ports, process);
    }

    private static void format(Path settings) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int status = StorageTool.execute(
                new String[] {
                    "format",
                    "--config",
                    settings.toString(),
                    "--cluster-id",
                    Uuid.randomUuid().toString()
                },
                new PrintStream(said));
        if (status != 0) {
            throw new AssertionError(said.toString());
        }
    }

    /** Not of those that the operating system gives to clients: one of them would soon have it. */
    private static Map<String, Integer> freePorts() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        while (ports.size() < LISTENERS.size()) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                if (!ports.containsValue(port)) {
                    ports.put(LISTENERS.get(ports.size()), port);
                }
            } catch (IOException e) {
                // Somebody has it: another
            }
        }
        return ports;
    }

    private static Properties settings(Path folder, Map<String, Integer> ports, Path keystore, Path truststore) {
        Properties settings = new Properties();
        settings.put("node.id", "1");
        settings.put("process.roles", "broker,controller");
        settings.put("log.dirs", folder.resolve("logs").toString());
        settings.put(
                "listeners",
                String.join(
                        ",",
                        LISTENERS.stream()
                                .map(it -> it + "://127.0.0.1:" + ports.get(it))
                                .toList()));
        settings.put("listener.security.protocol.map", "INSIDE:PLAINTEXT,TLS:SSL,SCRAM:SASL_SSL,CONTROLLER:PLAINTEXT");
        settings.put("inter.broker.listener.name", "INSIDE");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + ports.get("CONTROLLER"));
        settings.put("ssl.keystore.type", "PKCS12");
        settings.put("ssl.keystore.location", keystore.toString());
        settings.put("ssl.keystore.password", Certificates.PASSWORD);
        settings.put("ssl.truststore.type", "PEM");
        settings.put("ssl.truststore.location", truststore.toString());
        settings.put("listener.name.tls.ssl.client.auth", "required");
        settings.put("listener.name.scram.sasl.enabled.mechanisms", "SCRAM-SHA-512");
        settings.put(
                "listener.name.scram.scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        settings.put("authorizer.class.name", TellingAuthorizer.class.getName());
        settings.put("super.users", "User:ANONYMOUS");
        settings.put("auto.create.topics.enable", "false");
        settings.put("default.replication.factor", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("log.index.size.max.bytes", "1048576");
        settings.put("log.cleaner.dedupe.buffer.size", "2097152"); // Half of the heap, if nothing is said
        return settings;
    }

    private void awaitReady() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .failFast("Kafka has ended", () -> !process.isAlive())
                .ignoreExceptions()
                .until(() -> !admin.describeCluster(new DescribeClusterOptions().timeoutMs(5000))
                        .nodes()
                        .get()
                        .isEmpty());
    }

    /** For this test: no proof of anything asked, and all allowed. */
    String inside() {
        return at("INSIDE");
    }

    /** For who has a certificate. */
    String tls() {
        return at("TLS");
    }

    /** For who has a password. */
    String scram() {
        return at("SCRAM");
    }

    private String at(String listener) {
        return "127.0.0.1:" + ports.get(listener);
    }

    void create(Collection<String> topics) throws ExecutionException, InterruptedException {
        admin.createTopics(topics.stream()
                        .map(topic -> new NewTopic(topic, 4, (short) 1))
                        .toList())
                .all()
                .get();
    }

    Set<String> topics() throws ExecutionException, InterruptedException {
        return admin.listTopics().names().get();
    }

    void allow(Collection<AclBinding> rights) throws ExecutionException, InterruptedException {
        admin.createAcls(rights).all().get();
    }

    void addUser(String name, String password) throws ExecutionException, InterruptedException {
        admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                        name, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), password)))
                .all()
                .get();
    }

    /** What the authorizer has refused so far. */
    List<String> denied() {
        return process.output()
                .lines()
                .filter(line -> line.startsWith(TellingAuthorizer.DENIED))
                .toList();
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
        process.close();
    }
}
