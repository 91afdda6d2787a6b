package io.sharewell.chaos.faults;

import io.sharewell.chaos.checker.Records;
import io.sharewell.events.CloudEvents;
import io.sharewell.events.Event;
import io.sharewell.events.EventCodec;
import io.sharewell.events.MalformedRecordException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Records that can be read, and should be. */
final class Readable {

    private Readable() {}

    static boolean is(ConsumerRecord<byte[], byte[]> record) {
        try {
            return record.headers().lastHeader(CloudEvents.TYPE) != null && event(record) != null;
        } catch (MalformedRecordException | NullPointerException e) {
            return false; // The poison of before
        }
    }

    static Event event(ConsumerRecord<byte[], byte[]> record) {
        return EventCodec.decode(Records.type(record), record.value());
    }

    /** The event in place of the real one. */
    static ProducerRecord<byte[], byte[]> with(ConsumerRecord<byte[], byte[]> real, Event event) {
        return new ProducerRecord<>(real.topic(), null, real.key(), EventCodec.encode(event), real.headers());
    }

    static ProducerRecord<byte[], byte[]> withUnknownFields(ConsumerRecord<byte[], byte[]> real) {
        String json = new String(real.value(), StandardCharsets.UTF_8);
        String more = "{\"addedInVersion\":{\"one\":[1,2,3]}," + json.substring(json.indexOf('{') + 1);
        return new ProducerRecord<>(
                real.topic(), null, real.key(), more.getBytes(StandardCharsets.UTF_8), real.headers());
    }
}
