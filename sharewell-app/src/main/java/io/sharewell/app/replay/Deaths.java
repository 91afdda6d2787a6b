package io.sharewell.app.replay;

import io.sharewell.events.CloudEvents;
import io.sharewell.messaging.KafkaRecords;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Dead letters of one cause: how many there are, and what some of them say. */
final class Deaths {

    private static final int EXAMPLES = 3;

    private final Deque<String> examples = new ArrayDeque<>();
    private int count;

    void add(ConsumerRecord<byte[], byte[]> letter) {
        count++;
        examples.add(said(letter, CloudEvents.DLQ_ORIGIN) + ": " + said(letter, CloudEvents.DLQ_DETAIL));
        if (examples.size() > EXAMPLES) {
            examples.removeFirst();
        }
    }

    /** Somebody else's header must not rule the terminal. */
    private static String said(ConsumerRecord<byte[], byte[]> letter, String name) {
        String text = KafkaRecords.header(letter, name);
        return text == null ? "?" : text.replaceAll("\\p{C}+", " ");
    }

    int count() {
        return count;
    }

    /** Origin and detail of the last few that were read, in one line each. */
    Collection<String> examples() {
        return examples;
    }
}
