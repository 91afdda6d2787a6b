package io.sharewell.app.replay;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Decides about one record at a time. */
@FunctionalInterface
interface Rule {
    Verdict of(ConsumerRecord<byte[], byte[]> record);

    /** Why none of the chosen records is sent; empty if they are. */
    default Optional<String> objection(Plan plan) {
        return Optional.empty();
    }
}
