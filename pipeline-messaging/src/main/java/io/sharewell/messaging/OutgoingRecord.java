package io.sharewell.messaging;

import io.sharewell.events.CloudEvents;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A record on its way to Kafka.
 *
 * @param topic as the contract calls it
 * @param key null if the record it comes from had none
 * @param value null if the record it comes from had none
 */
record OutgoingRecord(String topic, byte[] key, byte[] value, Map<String, String> headers) {

    /** What a dead letter says beside what came with it: together never too large for Kafka. */
    static final Set<String> OF_A_DEAD_LETTER = Set.of(
            CloudEvents.DLQ_CAUSE,
            CloudEvents.DLQ_DETAIL,
            CloudEvents.DLQ_STACK,
            CloudEvents.DLQ_ATTEMPTS,
            CloudEvents.DLQ_ORIGIN);

    /**
     * What Kafka takes of a dead letter that is too large: where it came from and why. A stranger's record of the largest
     * size that Kafka takes is too large with our headers, and must not hold up its partition for ever. Empty for any other
     * record, and for one that is as small as can be.
     */
    Optional<OutgoingRecord> smaller() {
        boolean smallest = key == null && value == null && OF_A_DEAD_LETTER.containsAll(headers.keySet());
        if (!headers.containsKey(CloudEvents.DLQ_ORIGIN) || smallest) {
            return Optional.empty();
        }
        Map<String, String> ours = new HashMap<>(headers);
        ours.keySet().retainAll(OF_A_DEAD_LETTER);
        ours.merge(CloudEvents.DLQ_DETAIL, "too large to keep, see its origin", (detail, more) -> detail + "; " + more);
        return Optional.of(new OutgoingRecord(topic, null, null, ours));
    }

    /** The same with more headers. */
    OutgoingRecord with(Map<String, String> more) {
        if (more.isEmpty()) {
            return this;
        }
        Map<String, String> all = new HashMap<>(headers);
        all.putAll(more);
        return new OutgoingRecord(topic, key, value, all);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
