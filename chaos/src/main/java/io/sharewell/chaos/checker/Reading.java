package io.sharewell.chaos.checker;

import io.sharewell.events.CloudEvents;
import io.sharewell.events.Event;
import io.sharewell.events.EventCodec;
import io.sharewell.events.MalformedRecordException;
import io.sharewell.messaging.KafkaRecords;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a record says. */
public final class Reading {

    private Reading() {}

    /** Empty if it cannot be read. */
    public static Optional<Event> event(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.of(EventCodec.decode(KafkaRecords.header(record, CloudEvents.TYPE), record.value()));
        } catch (MalformedRecordException e) {
            return Optional.empty();
        }
    }
}
