package io.sharewell.messaging;

import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/** The way to Kafka. */
interface Outgoing {

    /**
     * Sends a record, with a span of its own in its headers.
     *
     * @param trace with the span that it follows from, if there is one
     * @return the broker's answer; a failure says that the record is not there
     * @throws InterruptedException if the service stops while there is no room for the record, or nobody to send it to
     */
    Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Metadata trace) throws InterruptedException;
}
