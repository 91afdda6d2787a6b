package io.sharewell.app.replay;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Decides about one record at a time. */
@FunctionalInterface
interface Rule {
    Verdict of(ConsumerRecord<byte[], byte[]> record);
}
