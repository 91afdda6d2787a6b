package io.sharewell.chaos.recovery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewell.events.CloudEvents;
import io.sharewell.events.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy.StrategyType;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class SaidTest {

    private static final Instant DEATH = Instant.parse("2026-11-22T10:00:00Z");
    private static final String TOPIC = Topic.ACCOUNT_SESSIONS.topicName();

    private final MockConsumer<byte[], byte[]> consumer = consumer();

    @Test
    void theFirstRecordOfTheServiceAfterItsDeathCounts() {
        try (Said said = new Said(consumer, "credential-broker")) {
            add(0, "/sharewell/credential-broker", DEATH.minusMillis(5));
            add(1, "/sharewell/region-scanner", DEATH.plusMillis(10));
            add(2, "/sharewell/credential-broker", DEATH.plusMillis(20));
            add(3, "/sharewell/credential-broker", DEATH.plusMillis(30));

            assertThat(said.awaitRecordAfter(DEATH, Duration.ofMinutes(1))).isEqualTo(DEATH.plusMillis(20));
        }
    }

    @Test
    void aServiceThatSaysNothingIsNamed() {
        try (Said said = new Said(consumer, "share-writer")) {
            assertThatThrownBy(() -> said.awaitRecordAfter(DEATH, Duration.ZERO))
                    .hasMessageContaining("share-writer");
        }
    }

    private void add(long offset, String source, Instant sent) {
        RecordHeaders headers = new RecordHeaders();
        headers.add(CloudEvents.SOURCE, source.getBytes(UTF_8));
        consumer.addRecord(new ConsumerRecord<>(
                TOPIC,
                0,
                offset,
                sent.toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                null,
                new byte[0],
                headers,
                Optional.empty()));
    }

    private static MockConsumer<byte[], byte[]> consumer() {
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>(StrategyType.LATEST.toString());
        List<String> topics = Stream.of(
                        Topic.ACCOUNTS, Topic.ACCOUNT_SESSIONS, Topic.WORKLOADS_FOUND, Topic.SHARE_RESULTS)
                .map(Topic::topicName)
                .toList();
        topics.forEach(topic -> consumer.updatePartitions(
                topic, List.of(new PartitionInfo(topic, 0, Node.noNode(), new Node[0], new Node[0]))));
        consumer.updateEndOffsets(
                topics.stream().collect(Collectors.toMap(topic -> new TopicPartition(topic, 0), _ -> 0L)));
        return consumer;
    }
}
