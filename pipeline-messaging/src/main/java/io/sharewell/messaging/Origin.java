package io.sharewell.messaging;

import io.sharewell.events.CloudEvents;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Where a record came from, and what came with it.
 *
 * @param key null if it had none
 * @param headers those that have a value, as text
 * @param position {@code topic-partition@offset}
 */
record Origin(byte[] key, Map<String, String> headers, String position) {

    @SuppressWarnings("unchecked")
    static Origin of(Message<byte[]> message) {
        IncomingKafkaRecordMetadata<byte[], byte[]> kafka =
                message.getMetadata(IncomingKafkaRecordMetadata.class).orElseThrow();
        return of(kafka.getRecord());
    }

    static Origin of(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : record.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return new Origin(record.key(), headers, KafkaRecords.place(record));
    }

    /** When the record was first said; null if it does not tell. */
    Instant saidAt() {
        try {
            String time = headers.get(CloudEvents.TIME);
            return time == null ? null : Instant.parse(time);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
