package io.sharewell.app.read;

import io.sharewell.messaging.TopicNames;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the installation's Kafka is, and how to be let in. */
public final class BrokerOptions {

    private static final Pattern SERVERS = Pattern.compile("[^\\s,]+:\\d{1,5}(,[^\\s,]+:\\d{1,5})*");

    /** Short enough for a person who waits. A file given with --command-config may say otherwise. */
    private static final Map<String, String> PATIENCE = Map.of(
            ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "8000",
            ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, "8000",
            ConsumerConfig.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG, "4000",
            ConsumerConfig.SOCKET_CONNECTION_SETUP_TIMEOUT_MAX_MS_CONFIG, "4000",
            ConsumerConfig.ENABLE_METRICS_PUSH_CONFIG, "false");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    private String servers;

    @Option(
            names = "--command-config",
            paramLabel = "FILE",
            description = "Kafka client properties, such as for TLS and SASL, as Kafka's own tools take them.")
    private Path commandConfig;

    @Option(
            names = "--topic-prefix",
            paramLabel = "PREFIX",
            description = "What the installation's topics begin with, if it sets pipeline-messaging.topics.prefix.")
    private String topicPrefix = "";

    @Option(
            names = "--bootstrap-servers",
            required = true,
            paramLabel = "HOST:PORT",
            description = "The installation's Kafka; several with commas between them.")
    void servers(String value) {
        if (!SERVERS.matcher(value).matches()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--bootstrap-servers is '" + value + "': give HOST:PORT, several with commas between them");
        }
        servers = value;
    }

    /** What the installation calls its topics. */
    public TopicNames names() {
        return new TopicNames(topicPrefix);
    }

    /** As given: {@code host:port}, several with commas between them. */
    public String servers() {
        return servers;
    }

    /**
     * What a client of that Kafka needs.
     *
     * @throws UnreadableFeedException if the file cannot be read
     */
    public Map<String, Object> clientConfig() {
        Map<String, Object> config = new HashMap<>(PATIENCE);
        Properties file = new Properties();
        if (commandConfig != null) {
            try (Reader reader = Files.newBufferedReader(commandConfig)) {
                file.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new UnreadableFeedException("--command-config " + commandConfig
                        + " cannot be read: name a file of Kafka client properties that you may read.");
            }
        }
        file.stringPropertyNames().forEach(name -> config.put(name, file.getProperty(name)));
        config.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
        return config;
    }
}
