package io.sharewell.platform;

import static io.sharewell.platform.BoundSockets.CLIENTS;
import static io.sharewell.platform.BoundSockets.CONTROLLER;
import static io.sharewell.platform.BoundSockets.HOST;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The settings of a broker that is alone, small, and quick to start. */
final class BrokerProperties {

    static final int NODE_ID = 1;

    private BrokerProperties() {}

    static Properties of(Path logDir, BoundSockets sockets) {
        var properties = new Properties();
        properties.putAll(identity(logDir, sockets));
        properties.putAll(ALONE);
        properties.putAll(SMALL);
        properties.putAll(SAFE);
        return properties;
    }

    /** Clients are told another port than the broker's own. */
    static Map<String, String> advertising(int port) {
        return Map.of("advertised.listeners", "%s://%s:%d".formatted(CLIENTS, HOST, port));
    }

    private static Map<String, String> identity(Path logDir, BoundSockets sockets) {
        var controller = HOST + ":" + sockets.port(CONTROLLER);
        return Map.of(
                "node.id",
                Integer.toString(NODE_ID),
                "process.roles",
                "broker,controller",
                "log.dirs",
                logDir.toString(),
                "listeners",
                "%s://%s:%d,%s://%s".formatted(CLIENTS, HOST, sockets.port(CLIENTS), CONTROLLER, controller),
                "listener.security.protocol.map",
                "%s:PLAINTEXT,%s:PLAINTEXT".formatted(CLIENTS, CONTROLLER),
                "inter.broker.listener.name",
                CLIENTS,
                "controller.listener.names",
                CONTROLLER,
                "controller.quorum.voters",
                NODE_ID + "@" + controller);
    }

    /** One node: nothing is replicated, and nobody else is waited for. */
    private static final Map<String, String> ALONE = Map.of(
            "default.replication.factor", "1",
            "min.insync.replicas", "1",
            "offsets.topic.replication.factor", "1",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "group.initial.rebalance.delay.ms", "0",
            // The default writes a record into the metadata log twice a second, for followers that are not here.
            "metadata.max.idle.interval.ms", "5000");

    /** Few threads and small buffers; a partition costs kilobytes on disk instead of the usual 20 MB of index files. */
    private static final Map<String, String> SMALL = Map.ofEntries(
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "4"),
            Map.entry("background.threads", "2"),
            Map.entry("num.recovery.threads.per.data.dir", "2"),
            Map.entry("group.coordinator.threads", "1"),
            Map.entry("share.coordinator.threads", "1"),
            Map.entry("offsets.topic.num.partitions", "4"),
            Map.entry("offsets.topic.segment.bytes", "16777216"),
            Map.entry("transaction.state.log.num.partitions", "1"),
            Map.entry("log.segment.bytes", "134217728"),
            Map.entry("log.index.size.max.bytes", "1048576"),
            Map.entry("log.cleaner.dedupe.buffer.size", "2097152"),
            Map.entry("log.cleaner.io.buffer.size", "65536"),
            // No metrics over JMX: they belong to the JVM, where two brokers would fight for the same names.
            Map.entry("metric.reporters", ""));

    /** A misspelt topic is an error, as on a production cluster. */
    private static final Map<String, String> SAFE = Map.of("auto.create.topics.enable", "false");
}
