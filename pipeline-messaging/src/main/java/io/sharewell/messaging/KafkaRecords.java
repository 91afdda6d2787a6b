package io.sharewell.messaging;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** What any record tells, whatever is in it. */
public final class KafkaRecords {

    private KafkaRecords() {}

    /** A header's text, the last of that name; null if there is none, or if it has no value. */
    public static String header(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** Where it is, as messages and dead letters say it: {@code topic-partition@offset}. */
    public static String place(ConsumerRecord<?, ?> record) {
        return record.topic() + "-" + record.partition() + "@" + record.offset();
    }
}
