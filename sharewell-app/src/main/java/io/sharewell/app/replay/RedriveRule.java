package io.sharewell.app.replay;

import io.sharewell.events.CloudEvents;
import io.sharewell.events.Topic;
import io.sharewell.messaging.KafkaRecords;
import io.sharewell.messaging.TopicNames;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Which dead letters go back: as a replay, and only so often. */
record RedriveRule(ReplayRule origin, EarlierRedrives earlier, TopicNames names) implements Rule {

    static final int MOST = 3;

    @Override
    public Verdict of(ConsumerRecord<byte[], byte[]> record) {
        return switch (origin.of(record)) {
            case Verdict.Send it when !comesFrom(record, origin.topic()) -> new Verdict.Stay(Left.ELSEWHERE);
            case Verdict.Send it when earlier.of(it.record()) > it.redrives() -> new Verdict.Stay(Left.REDRIVEN);
            case Verdict.Send it when it.redrives() >= MOST -> new Verdict.Stay(Left.TOO_OFTEN);
            case Verdict.Send it -> it;
            case Verdict.Stay it -> it;
        };
    }

    @Override
    public Optional<String> objection(Plan plan) {
        return origin.objection(plan);
    }

    /**
     * The header tells {@code topic-partition@offset}; the topic may be a rung of the ladder. A second broker's accounts come
     * from Sharewell's own topic, too.
     */
    private boolean comesFrom(ConsumerRecord<byte[], byte[]> record, Topic topic) {
        String origin = KafkaRecords.header(record, CloudEvents.DLQ_ORIGIN);
        return origin != null
                && origin.matches(
                        "(" + Pattern.quote(names.prefix()) + ")?" + topic.topicName() + "(\\.retry\\.\\d)?-\\d+@\\d+");
    }
}
