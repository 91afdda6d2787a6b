package io.sharewell.messaging;

import static org.awaitility.Awaitility.await;

import io.sharewell.events.CloudEvents;
import io.sharewell.events.Event;
import io.sharewell.events.EventCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Kafka as seen from outside: writes records, and sees all that are on the topics. */
final class Kafka implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final String STRANGERS = "";

    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<Place, List<ConsumerRecord<byte[], byte[]>>> seen = new ConcurrentHashMap<>();

    private record Place(String topic, String sweepId) {}

    Kafka(String bootstrapServers, Collection<String> topics) throws Exception {
        Map<String, Object> config = Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 1);
        admin = Admin.create(config);
        producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.assign(partitions(topics));
        consumer.seekToBeginning(consumer.assignment());
        Thread.ofVirtual().start(this::watch);
    }

    private void watch() {
        try {
            while (true) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    String sweepId = KafkaRecords.header(record, CloudEvents.SWEEP_ID);
                    ofSweep(record.topic(), sweepId == null ? STRANGERS : sweepId)
                            .add(record);
                }
            }
        } catch (WakeupException e) {
            consumer.close();
        }
    }

    void send(Event event) {
        send(event, Map.of());
    }

    /** Sends an event as our services do. */
    void send(Event event, Map<String, String> moreHeaders) {
        Map<String, String> headers = new HashMap<>(EventCodec.headers(event, "test", Instant.now()));
        headers.putAll(moreHeaders);
        send("account-sessions", OutgoingRecord.utf8(event.key()), EventCodec.encode(event), headers);
    }

    void send(String topic, byte[] key, byte[] value, Map<String, String> headers) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, text) -> record.headers().add(name, text == null ? null : OutgoingRecord.utf8(text)));
        producer.send(record);
    }

    void flush() {
        producer.flush();
    }

    /** The records of a sweep on a topic, as soon as there are so many. */
    List<ConsumerRecord<byte[], byte[]>> awaitRecords(String topic, String sweepId, int count) {
        flush();
        List<ConsumerRecord<byte[], byte[]>> records = ofSweep(topic, sweepId);
        await().atMost(PATIENCE).pollInterval(LOOK).until(() -> records.size() >= count);
        return List.copyOf(records);
    }

    List<ConsumerRecord<byte[], byte[]>> records(String topic, String sweepId) {
        return List.copyOf(ofSweep(topic, sweepId));
    }

    /** What came on a topic without saying of which sweep it is. */
    List<ConsumerRecord<byte[], byte[]>> strangers(String topic) {
        return records(topic, STRANGERS);
    }

    /** The records of a sweep on all topics. */
    List<ConsumerRecord<byte[], byte[]>> records(String sweepId) {
        return seen.keySet().stream()
                .filter(place -> place.sweepId().equals(sweepId))
                .flatMap(place -> records(place.topic(), sweepId).stream())
                .toList();
    }

    private List<ConsumerRecord<byte[], byte[]>> ofSweep(String topic, String sweepId) {
        return seen.computeIfAbsent(new Place(topic, sweepId), _ -> Collections.synchronizedList(new ArrayList<>()));
    }

    /** Waits until the group has committed everything that is on the topic. */
    void awaitCommitted(String group, String topic) {
        flush();
        await().atMost(PATIENCE).pollInterval(LOOK).until(() -> committed(group, topic)
                .equals(ends(topic)));
    }

    Map<TopicPartition, Long> committed(String group, String topic) throws Exception {
        return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().entrySet().stream()
                .filter(entry -> entry.getKey().topic().equals(topic))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    /** Ends of the partitions that have records. */
    Map<TopicPartition, Long> ends(String topic) throws Exception {
        return admin
                .listOffsets(partitions(List.of(topic)).stream()
                        .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest())))
                .all()
                .get()
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().offset() > 0)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    Admin admin() {
        return admin;
    }

    private List<TopicPartition> partitions(Collection<String> topics) throws Exception {
        return admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(Kafka::partitions)
                .toList();
    }

    private static Stream<TopicPartition> partitions(TopicDescription topic) {
        return topic.partitions().stream().map(partition -> new TopicPartition(topic.name(), partition.partition()));
    }

    static Event event(ConsumerRecord<byte[], byte[]> record) {
        return EventCodec.decode(KafkaRecords.header(record, CloudEvents.TYPE), record.value());
    }

    @Override
    public void close() {
        consumer.wakeup();
        producer.close();
        admin.close();
    }
}
