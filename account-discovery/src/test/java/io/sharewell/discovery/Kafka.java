package io.sharewell.discovery;

import static org.awaitility.Awaitility.await;

import io.sharewell.events.AccountDiscovered;
import io.sharewell.events.CloudEvents;
import io.sharewell.events.Event;
import io.sharewell.events.EventCodec;
import io.sharewell.events.ShareResult;
import io.sharewell.events.ShareResult.AccountsSelected;
import io.sharewell.events.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The rest of the pipeline: sees what discovery publishes, and says what came of it. */
final class Kafka implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<ConsumerRecord<byte[], byte[]>> seen = new CopyOnWriteArrayList<>();

    Kafka(String bootstrapServers) {
        Map<String, Object> config = Map.of("bootstrap.servers", bootstrapServers);
        producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.assign(Stream.of(Topic.ACCOUNTS, Topic.SHARE_RESULTS)
                .flatMap(topic -> consumer.partitionsFor(topic.topicName()).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList());
        consumer.seekToEnd(consumer.assignment());
        consumer.assignment().forEach(consumer::position);
        Thread.ofVirtual().start(this::watch);
    }

    private void watch() {
        try {
            while (true) {
                consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
            }
        } catch (WakeupException e) {
            consumer.close();
        }
    }

    void says(ShareResult statement) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                Topic.SHARE_RESULTS.topicName(),
                statement.key().getBytes(StandardCharsets.UTF_8),
                EventCodec.encode(statement));
        EventCodec.headers(statement, "test", Instant.now())
                .forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        producer.send(record);
    }

    /** The work of a sweep, once its listing is over. */
    List<AccountDiscovered> awaitListing(String sweep) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !statements(sweep, AccountsSelected.class).isEmpty());
        int selected = statements(sweep, AccountsSelected.class).getFirst().selected();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> statements(sweep, AccountDiscovered.class).size() >= selected);
        return statements(sweep, AccountDiscovered.class);
    }

    <T extends Event> List<T> statements(String sweep, Class<T> type) {
        return ofSweep(sweep)
                .map(record -> EventCodec.decode(header(record, CloudEvents.TYPE), record.value()))
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** Empty texts for records without one. */
    List<String> traceParents(String sweep) {
        return ofSweep(sweep)
                .map(record -> header(record, CloudEvents.TRACE_PARENT))
                .toList();
    }

    private Stream<ConsumerRecord<byte[], byte[]>> ofSweep(String sweep) {
        return seen.stream().filter(record -> sweep.equals(header(record, CloudEvents.SWEEP_ID)));
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.wakeup();
        producer.close();
    }
}
