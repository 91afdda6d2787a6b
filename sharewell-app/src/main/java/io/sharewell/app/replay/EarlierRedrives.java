package io.sharewell.app.replay;

import io.sharewell.events.WorkRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * How often each record was redriven, by what lies on the topic it was sent back to. A dead letter stays on its topic until
 * its time is over: without this, every redrive would send all of the redrives before it.
 */
final class EarlierRedrives {

    private final Map<UUID, Integer> rounds = new HashMap<>();

    void add(ConsumerRecord<byte[], byte[]> record) {
        int redrives = Parsed.redrives(record);
        if (redrives > 0) {
            Parsed.of(record).ifPresent(it -> rounds.merge(Parsed.identity(it), redrives, Math::max));
        }
    }

    int of(WorkRecord record) {
        return rounds.getOrDefault(Parsed.identity(record), 0);
    }
}
