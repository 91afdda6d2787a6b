package io.sharewell.chaos.checker;

import io.sharewell.events.CloudEvents;
import io.sharewell.events.Event;
import io.sharewell.events.EventCodec;
import io.sharewell.events.MalformedRecordException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** What a record says. */
public final class Reading {

    private Reading() {}

    /** Empty if it cannot be read. */
    public static Optional<Event> event(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.of(EventCodec.decode(header(record, CloudEvents.TYPE), record.value()));
        } catch (MalformedRecordException e) {
            return Optional.empty();
        }
    }

    /** Null if there is none. */
    static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    static String place(ConsumerRecord<byte[], byte[]> record) {
        return record.topic() + "-" + record.partition() + "@" + record.offset();
    }
}
