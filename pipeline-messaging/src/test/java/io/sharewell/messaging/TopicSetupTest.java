package io.sharewell.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.platform.test.KafkaForTests;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TopicSetupTest {

    private static KafkaForTests kafka;

    @BeforeAll
    static void start() {
        kafka = KafkaForTests.start();
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void createsWhatIsMissingAndLeavesTheRestAsItIs() throws Exception {
        try (Admin admin = Admin.create(config())) {
            admin.createTopics(List.of(new NewTopic("there-before", 1, (short) 1)))
                    .all()
                    .get();

            List<String> faults =
                    setup(Map.of("pipeline-messaging.topics.partitions", "5")).prepare(Set.of("there-before", "new"));

            assertThat(faults).isEmpty();
            Map<String, TopicDescription> topics = admin.describeTopics(List.of("there-before", "new"))
                    .allTopicNames()
                    .get();
            assertThat(topics.get("new").partitions()).hasSize(5);
            assertThat(topics.get("there-before").partitions()).hasSize(1);
        }
    }

    @Test
    void itDoesNotMatterThatAnotherServiceWasFirst() throws Exception {
        TopicSetup setup = setup(Map.of());
        List<Future<List<String>>> setups;
        try (ExecutorService services = Executors.newVirtualThreadPerTaskExecutor()) {
            setups = services.invokeAll(
                    Collections.nCopies(4, () -> setup.prepare(Set.of("race-a", "race-b", "race-c"))));
        }

        assertThat(setups).allSatisfy(faults -> assertThat(faults.get()).isEmpty());
    }

    @Test
    void namesWhatIsMissingWhenItMayNotCreate() throws InterruptedException {
        List<String> faults =
                setup(Map.of("pipeline-messaging.topics.create", "false")).prepare(Set.of("missing-b", "missing-a"));

        assertThat(faults)
                .containsExactly(
                        "topics are missing, or this client has no rights to them: missing-a, missing-b. Create them, allow it to Describe them, or set pipeline-messaging.topics.create to true");
    }

    @Test
    void saysWhyATopicCannotBeCreated() throws InterruptedException {
        List<String> faults = setup(Map.of("pipeline-messaging.topics.replication-factor", "3"))
                .prepare(Set.of("too-many-replicas"));

        assertThat(faults)
                .singleElement()
                .asString()
                .startsWith("topics cannot be created: too-many-replicas (")
                .contains("replication factor", "pipeline-messaging.topics.replication-factor");
    }

    @Test
    void saysThatNobodyAnswers() throws InterruptedException {
        MessagingSettings impatient =
                MessagingSettingsTest.settings(Map.of("pipeline-messaging.start-timeout", "200ms"));

        List<String> faults =
                new TopicSetup(Map.of("bootstrap.servers", "127.0.0.1:1"), impatient).prepare(Set.of("any"));

        assertThat(faults)
                .singleElement()
                .asString()
                .startsWith("no Kafka broker answers at 127.0.0.1:1")
                .contains("check kafka.bootstrap.servers");
    }

    @Test
    void saysThatAnAddressIsNone() throws InterruptedException {
        List<String> faults = new TopicSetup(
                        Map.of("bootstrap.servers", "no-such-host.invalid:9092"),
                        MessagingSettingsTest.settings(Map.of()))
                .prepare(Set.of("any"));

        assertThat(faults).singleElement().asString().contains("no-such-host.invalid:9092");
    }

    private static TopicSetup setup(Map<String, String> settings) {
        return new TopicSetup(config(), MessagingSettingsTest.settings(settings));
    }

    private static Map<String, Object> config() {
        return Map.of("bootstrap.servers", kafka.bootstrapServers());
    }
}
