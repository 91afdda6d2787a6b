package io.sharewell.messaging.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.events.CloudEvents;
import io.sharewell.events.Event;
import io.sharewell.events.EventCodec;
import io.sharewell.events.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Publishes to the topics and reads them, as the other services would. For tests of services. */
public final class PipelineClient implements AutoCloseable {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(40);

    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<Event> read = new ArrayList<>();

    /** @param topics those to read, from their beginning */
    public PipelineClient(String bootstrapServers, List<String> topics) {
        Map<String, Object> kafka = Map.of("bootstrap.servers", bootstrapServers);
        producer = new KafkaProducer<>(kafka, new ByteArraySerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(kafka, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    public void publish(Event event) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                Topic.of(event).topicName(), event.key().getBytes(StandardCharsets.UTF_8), EventCodec.encode(event));
        EventCodec.headers(event, "test", Instant.now())
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(record);
        producer.flush();
    }

    /** What was said of a sweep, as soon as there is as much as is waited for. */
    public List<Event> await(String sweepId, Predicate<List<Event>> enough) {
        Instant deadline = Instant.now().plus(LONGEST_WAIT);
        while (!enough.test(of(sweepId)) && Instant.now().isBefore(deadline)) {
            consumer.poll(Duration.ofMillis(200)).forEach(this::take);
        }
        assertThat(enough.test(of(sweepId)))
                .as("enough said of sweep %s in time: %s", sweepId, of(sweepId))
                .isTrue();
        return of(sweepId);
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        String type = new String(record.headers().lastHeader(CloudEvents.TYPE).value(), StandardCharsets.UTF_8);
        read.add(EventCodec.decode(type, record.value()));
    }

    private List<Event> of(String sweepId) {
        return read.stream()
                .filter(event -> event.envelope().sweepId().equals(sweepId))
                .toList();
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
