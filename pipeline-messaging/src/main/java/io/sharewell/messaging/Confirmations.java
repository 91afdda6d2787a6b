package io.sharewell.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.WakeupException;

/** What the broker answered to each of what was sent to it. */
final class Confirmations<T> {

    private final List<T> confirmed = new ArrayList<>();
    private final List<T> tooLarge = new ArrayList<>();
    private Throwable failure;

    /** Waits for all of the answers. */
    Confirmations(Map<T, Future<RecordMetadata>> answers) {
        answers.forEach(this::await);
    }

    private void await(T sent, Future<RecordMetadata> answer) {
        try {
            answer.get();
            confirmed.add(sent);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RecordTooLargeException) {
                tooLarge.add(sent);
            } else {
                failure = e.getCause();
            }
        } catch (InterruptedException e) {
            throw new WakeupException();
        }
    }

    List<T> confirmed() {
        return confirmed;
    }

    /** What no attempt will bring any further. */
    List<T> tooLarge() {
        return tooLarge;
    }

    void throwFailure() {
        if (failure != null) {
            throw new KafkaException(failure.toString(), failure);
        }
    }
}
