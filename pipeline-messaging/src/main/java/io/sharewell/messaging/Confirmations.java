package io.sharewell.messaging;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;

/** What the broker answered, in the order of the partition. */
final class Confirmations {

    private Throwable failure;

    /** How many are confirmed before the first that is not. */
    int awaitAll(List<Future<RecordMetadata>> answers) {
        int confirmed = 0;
        try {
            for (Future<RecordMetadata> answer : answers) {
                answer.get();
                confirmed++;
            }
        } catch (ExecutionException e) {
            failure = e.getCause();
        } catch (InterruptedException e) {
            throw new WakeupException();
        }
        return confirmed;
    }

    void throwFailure() {
        if (failure != null) {
            throw new KafkaException(failure.toString(), failure);
        }
    }
}
