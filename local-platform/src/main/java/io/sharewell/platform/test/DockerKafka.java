package io.sharewell.platform.test;

import java.util.Map;
import org.apache.kafka.common.utils.AppInfoParser;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.Logger;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** Apache Kafka's own image, of the version of the clients. */
final class DockerKafka {

    /** What is not as on the embedded broker by default. */
    private static final Map<String, String> SETTINGS = Map.of(
            "KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false",
            "KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");

    private DockerKafka() {}

    static boolean onClassPath() {
        try {
            Class.forName("org.testcontainers.kafka.KafkaContainer", false, DockerKafka.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** A class of its own, for it must not be loaded where Testcontainers is not. */
    static final class Engine {

        private static final Logger TESTCONTAINERS = Logger.getLogger("org.testcontainers");

        private Engine() {}

        static boolean answers() {
            // That no engine answers is no fault here; Testcontainers reports it as one, for each way it tried.
            var level = TESTCONTAINERS.getLevel();
            TESTCONTAINERS.setLevel(Level.OFF);
            try {
                return DockerClientFactory.instance().isDockerAvailable();
            } finally {
                TESTCONTAINERS.setLevel(level);
            }
        }

        @SuppressWarnings("resource") // Ended by whoever closes what is returned.
        static KafkaForTests start() {
            var container = new KafkaContainer(
                            DockerImageName.parse("apache/kafka").withTag(AppInfoParser.getVersion()))
                    .withEnv(SETTINGS);
            container.start();
            return new Running(container.getBootstrapServers(), container::stop);
        }
    }
}
