package io.sharewell.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sharewell.platform.test.KafkaForTests;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class DeadLettersTest {

    private static final String TOPIC = "accounts.dlq";
    private static final Duration SOON = Duration.ofMillis(20);

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @Test
    void tellsHowManyATopicKeeps() throws Exception {
        try (KafkaForTests kafka = KafkaForTests.start();
                Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
                DeadLetters _ = new DeadLetters(
                        Map.of("bootstrap.servers", kafka.bootstrapServers()), List.of(TOPIC), SOON, metrics)) {
            assertThat(depth()).as("not known yet").isNaN();
            admin.createTopics(List.of(new NewTopic(TOPIC, 2, (short) 1))).all().get();
            await().until(() -> depth() == 0);

            send(kafka, 0, 3);
            send(kafka, 1, 2);
            await().until(() -> depth() == 5);

            admin.deleteRecords(Map.of(new TopicPartition(TOPIC, 0), RecordsToDelete.beforeOffset(2)))
                    .all()
                    .get();
            await().until(() -> depth() == 3);
        }
    }

    @Test
    void whatIsNotKnownAnyMoreIsNotTold() throws Exception {
        KafkaForTests kafka = KafkaForTests.start();
        Map<String, Object> config = Map.of(
                "bootstrap.servers", kafka.bootstrapServers(),
                "request.timeout.ms", 500,
                "default.api.timeout.ms", 500);
        try (Admin admin = Admin.create(config)) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
        try (DeadLetters _ = new DeadLetters(config, List.of(TOPIC), SOON, metrics)) {
            await().until(() -> depth() == 0);
            kafka.close();
            await().until(() -> Double.isNaN(depth()));
        }
    }

    private double depth() {
        return metrics.get("sharewell.dlq.depth").tag("topic", TOPIC).gauge().value();
    }

    private static void send(KafkaForTests kafka, int partition, int records) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int i = 0; i < records; i++) {
                producer.send(new ProducerRecord<>(TOPIC, partition, null, new byte[] {1}));
            }
        }
    }
}
