package io.sharewell.chaos.checker;

import io.sharewell.events.CloudEvents;
import io.sharewell.events.Reason;
import io.sharewell.events.ShareResult;
import io.sharewell.events.Topic;
import io.sharewell.messaging.KafkaRecords;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whatever was given up after the last rung has a dead letter: so it can be sent back once its cause is cured. */
final class Exhausted {

    private static final Set<Reason> CAUSES = Set.of(Reason.RETRIES_EXHAUSTED, Reason.SEAL_KEY_UNKNOWN);

    private Exhausted() {}

    static Stream<String> violations(Evidence evidence) {
        Set<String> dead = Arrays.stream(Topic.values())
                .flatMap(topic -> evidence.on(topic.dlq()).stream())
                .flatMap(letter -> Reading.event(letter).stream()
                        .map(event -> event.subject() + " " + KafkaRecords.header(letter, CloudEvents.DLQ_CAUSE)))
                .collect(Collectors.toSet());
        return evidence.on(Topic.SHARE_RESULTS.topicName()).stream()
                .flatMap(record -> Reading.event(record).stream())
                .filter(ShareResult.class::isInstance)
                .flatMap(event -> Reasons.of((ShareResult) event)
                        .filter(CAUSES::contains)
                        .filter(reason -> !dead.contains(event.subject() + " " + reason))
                        .map(_ -> event.subject()))
                .distinct()
                .map(subject -> subject + " was given up and has no dead letter");
    }
}
