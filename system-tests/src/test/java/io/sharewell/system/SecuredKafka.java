package io.sharewell.system;

import io.sharewell.platform.process.JavaProcess;
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
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.acl.AclBinding;
import org.awaitility.Awaitility;

/**
 * Kafka as it is in production: a process of its own that nobody reaches without a certificate or a password, and where
 * nobody does what no ACL allows. Whoever is inside, as this test is, may do everything.
 */
final class SecuredKafka implements AutoCloseable {

    private static final List<String> LISTENERS = List.of("INSIDE", "TLS", "SCRAM", "CONTROLLER");

    private final Map<String, Integer> ports;
    private final JavaProcess process;
    private final Admin admin;

    private SecuredKafka(Map<String, Integer> ports, JavaProcess process) {
        this.ports = ports;
        this.process = process;
        this.admin = Admin.create(Map.of("bootstrap.servers", inside()));
    }

    /** @param folder an empty one */
    static SecuredKafka start(Path folder, Certificates certificates) throws IOException, GeneralSecurityException {
        Map<String, Integer> ports = freePorts();
        Path settings = folder.resolve("server.properties");
        try (StringWriter text = new StringWriter()) {
            settings(folder, ports, certificates).store(text, null);
            Files.writeString(settings, text.toString());
        }
        StorageTool.execute(
                new String[] {
                    "format",
                    "--config",
                    settings.toString(),
                    "--cluster-id",
                    Uuid.randomUuid().toString()
                },
                new PrintStream(PrintStream.nullOutputStream()));
        JavaProcess process = JavaProcess.startJava(
                "kafka",
                List.of(
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "kafka.Kafka",
                        settings.toString()),
                Map.of());
        SecuredKafka kafka = new SecuredKafka(ports, process);
        try {
            kafka.awaitReady();
            return kafka;
        } catch (RuntimeException | AssertionError e) {
            kafka.close();
            throw e;
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

    private static Properties settings(Path folder, Map<String, Integer> ports, Certificates certificates)
            throws IOException, GeneralSecurityException {
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
        settings.put("ssl.keystore.location", certificates.broker().toString());
        settings.put("ssl.keystore.password", Certificates.PASSWORD);
        settings.put("ssl.truststore.type", "PEM");
        settings.put(
                "ssl.truststore.location",
                certificates.mountedForAll("clients").resolve("cluster/ca.crt").toString());
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
        return settings;
    }

    private void awaitReady() {
        Awaitility.await().atMost(Duration.ofMinutes(2)).ignoreExceptions().until(() -> {
            if (!process.isAlive()) {
                throw new AssertionError(process.lastWords());
            }
            return !admin.describeCluster().nodes().get().isEmpty();
        });
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
