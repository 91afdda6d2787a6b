package io.sharewell.chaos.checker;

import io.sharewell.events.CloudEvents;
import io.sharewell.events.Event;
import io.sharewell.events.Reason;
import io.sharewell.events.SessionExpired;
import io.sharewell.events.SessionRecord;
import io.sharewell.events.Topic;
import io.sharewell.messaging.KafkaRecords;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Every dead letter says why it is one and where it comes from, and carries no session. */
final class DeadLetters {

    private DeadLetters() {}

    /** Which records they were. */
    static Set<String> origins(Evidence evidence) {
        return letters(evidence)
                .map(letter -> KafkaRecords.header(letter, CloudEvents.DLQ_ORIGIN))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static Stream<ConsumerRecord<byte[], byte[]>> letters(Evidence evidence) {
        return Arrays.stream(Topic.values()).flatMap(topic -> evidence.on(topic.dlq()).stream());
    }

    static Stream<String> violations(Evidence evidence) {
        return Arrays.stream(Topic.values())
                .flatMap(topic -> evidence.on(topic.dlq()).stream().flatMap(letter -> violations(topic, letter)));
    }

    private static Stream<String> violations(Topic topic, ConsumerRecord<byte[], byte[]> letter) {
        Stream.Builder<String> violations = Stream.builder();
        String cause = KafkaRecords.header(letter, CloudEvents.DLQ_CAUSE);
        if (Arrays.stream(Reason.values()).noneMatch(reason -> reason.name().equals(cause))) {
            violations.add("dead letter " + KafkaRecords.place(letter) + " has no cause but '" + cause + "'");
        }
        String origin = KafkaRecords.header(letter, CloudEvents.DLQ_ORIGIN);
        if (origin == null || !origin.matches(topic.topicName() + "(\\.retry\\.\\d)?-\\d+@\\d+")) {
            violations.add("dead letter " + KafkaRecords.place(letter) + " comes from '" + origin + "'");
        }
        if (Reading.event(letter).filter(DeadLetters::hasSession).isPresent()) {
            violations.add("dead letter " + KafkaRecords.place(letter) + " carries a session");
        }
        return violations.build();
    }

    private static boolean hasSession(Event event) {
        return switch (event) {
            case SessionRecord it -> it.session() != null;
            case SessionExpired it -> it.record().session() != null;
            case Event _ -> false;
        };
    }
}
