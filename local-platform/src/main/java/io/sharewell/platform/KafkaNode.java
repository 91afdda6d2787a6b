package io.sharewell.platform;

import static io.sharewell.platform.BoundSockets.CONTROLLER;
import static io.sharewell.platform.BoundSockets.HOST;
import static io.sharewell.platform.BrokerProperties.NODE_ID;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.SharedServer;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.server.fault.LoggingFaultHandler;
import org.slf4j.LoggerFactory;

/**
 * Kafka's controller and broker, put together as {@link KafkaRaftServer} does, with two differences that a guest in
 * somebody's JVM needs: a start that fails does not end the JVM, and the sockets are bound beforehand.
 */
final class KafkaNode {

    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(10);

    private final ControllerServer controller;
    private final BrokerServer broker;

    private KafkaNode(ControllerServer controller, BrokerServer broker) {
        this.controller = controller;
        this.broker = broker;
    }

    /** A node on a folder that was formatted before; not started. */
    static KafkaNode on(Path logDir, BoundSockets sockets, int advertisedPort) {
        var properties = BrokerProperties.of(logDir, sockets);
        if (advertisedPort != 0) {
            properties.putAll(BrokerProperties.advertising(advertisedPort));
        }
        var config = KafkaConfig.fromProps(properties, new Properties(), false);
        var formatted = KafkaRaftServer.initializeLogDirs(config, LoggerFactory.getLogger(KafkaNode.class), "");
        var voters = Map.of(NODE_ID, new InetSocketAddress(HOST, sockets.port(CONTROLLER)));
        var shared = new SharedServer(
                config,
                formatted._1(),
                Time.SYSTEM,
                new Metrics(),
                CompletableFuture.completedFuture(voters),
                List.of(),
                (name, fatal, action) -> new LoggingFaultHandler(name, action),
                sockets);
        return new KafkaNode(
                new ControllerServer(shared, KafkaRaftServer.configSchema(), formatted._2()), new BrokerServer(shared));
    }

    /** Returns when clients can be served. */
    void start() {
        // In this order: the broker asks the controller to let it in.
        controller.startup();
        broker.startup();
    }

    /** In this order: the broker takes leave of the controller. Harmless on a node that is not, or only half, started. */
    void stop() {
        broker.shutdown(SHUTDOWN_TIMEOUT);
        controller.shutdown();
    }
}
