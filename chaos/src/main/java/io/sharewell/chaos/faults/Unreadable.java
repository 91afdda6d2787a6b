package io.sharewell.chaos.faults;

import io.sharewell.events.CloudEvents;
import io.sharewell.events.EventType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Ways to make a record that nobody can read. */
enum Unreadable {
    RANDOM_BYTES {
        @Override
        ProducerRecord<byte[], byte[]> of(ConsumerRecord<byte[], byte[]> real, Random random) {
            byte[] bytes = new byte[random.nextInt(1, 500)];
            random.nextBytes(bytes);
            return new ProducerRecord<>(real.topic(), bytes);
        }
    },
    TRUNCATED_JSON {
        @Override
        ProducerRecord<byte[], byte[]> of(ConsumerRecord<byte[], byte[]> real, Random random) {
            return with(real, Arrays.copyOf(real.value(), random.nextInt(real.value().length)), real.headers());
        }
    },
    UNKNOWN_TYPE {
        @Override
        ProducerRecord<byte[], byte[]> of(ConsumerRecord<byte[], byte[]> real, Random random) {
            return with(real, real.value(), typed(real, "io.sharewell.nothing.that.is.known.v9"));
        }
    },
    TYPE_OF_ANOTHER_TOPIC {
        @Override
        ProducerRecord<byte[], byte[]> of(ConsumerRecord<byte[], byte[]> real, Random random) {
            return with(real, real.value(), typed(real, EventType.SWEEP_COMPLETED.ceType()));
        }
    },
    WRONG_HEADERS {
        @Override
        ProducerRecord<byte[], byte[]> of(ConsumerRecord<byte[], byte[]> real, Random random) {
            Headers headers = new RecordHeaders();
            real.headers().forEach(header -> headers.add(header.key(), random.nextBoolean() ? null : new byte[] {-1}));
            return with(real, real.value(), headers);
        }
    },
    ONE_MEGABYTE {
        @Override
        ProducerRecord<byte[], byte[]> of(ConsumerRecord<byte[], byte[]> real, Random random) {
            // Just so much that the broker takes it; with a dead letter's headers it is too much
            byte[] bytes = new byte[1024 * 1024 - 512];
            random.nextBytes(bytes);
            return new ProducerRecord<>(real.topic(), real.key(), bytes);
        }
    };

    /** One such record, made of a real one. */
    abstract ProducerRecord<byte[], byte[]> of(ConsumerRecord<byte[], byte[]> real, Random random);

    private static ProducerRecord<byte[], byte[]> with(
            ConsumerRecord<byte[], byte[]> real, byte[] value, Headers headers) {
        return new ProducerRecord<>(real.topic(), null, real.key(), value, headers);
    }

    private static Headers typed(ConsumerRecord<byte[], byte[]> real, String type) {
        Headers headers = new RecordHeaders(real.headers());
        headers.remove(CloudEvents.TYPE);
        return headers.add(CloudEvents.TYPE, type.getBytes(StandardCharsets.UTF_8));
    }
}
