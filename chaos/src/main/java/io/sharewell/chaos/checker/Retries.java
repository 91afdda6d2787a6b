package io.sharewell.chaos.checker;

import io.sharewell.events.CloudEvents;
import io.sharewell.events.Topic;
import io.sharewell.messaging.KafkaRecords;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Every record that waited on a rung of a retry ladder is back on its topic, as it was. */
final class Retries {

    private Retries() {}

    static Stream<String> violations(Evidence evidence) {
        return Arrays.stream(Topic.values())
                .filter(topic -> topic.family().size() > 1)
                .flatMap(topic -> violations(topic, evidence));
    }

    private static Stream<String> violations(Topic topic, Evidence evidence) {
        Set<ByteBuffer> back = new HashSet<>();
        evidence.on(topic.topicName()).stream()
                .filter(record -> record.value() != null)
                .forEach(record -> back.add(ByteBuffer.wrap(record.value())));
        return IntStream.rangeClosed(1, Topic.RUNGS)
                .mapToObj(topic::retry)
                .flatMap(rung -> evidence.on(rung).stream())
                .flatMap(record -> violation(record, back).stream());
    }

    private static Optional<String> violation(ConsumerRecord<byte[], byte[]> record, Set<ByteBuffer> back) {
        if (KafkaRecords.header(record, CloudEvents.NOT_BEFORE) == null) {
            return Optional.of("retry " + KafkaRecords.place(record) + " does not say when it is due");
        }
        return record.value() != null && back.contains(ByteBuffer.wrap(record.value()))
                ? Optional.empty()
                : Optional.of("retry " + KafkaRecords.place(record) + " never came back to its topic");
    }
}
