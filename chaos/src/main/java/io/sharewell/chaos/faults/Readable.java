package io.sharewell.chaos.faults;

import io.sharewell.chaos.checker.Reading;
import io.sharewell.events.Event;
import io.sharewell.events.EventCodec;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Records that can be read, and should be. */
final class Readable {

    private Readable() {}

    static boolean is(ConsumerRecord<byte[], byte[]> record) {
        // The poison of before is not
        return Reading.event(record).isPresent();
    }

    static Event event(ConsumerRecord<byte[], byte[]> record) {
        return Reading.event(record).orElseThrow();
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
