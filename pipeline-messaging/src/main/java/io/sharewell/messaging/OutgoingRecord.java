package io.sharewell.messaging;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A record on its way to Kafka.
 *
 * @param key null if the record it comes from had none
 * @param value null if the record it comes from had none
 */
record OutgoingRecord(String topic, byte[] key, byte[] value, Map<String, String> headers) {

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
