package io.sharewell.messaging;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/** Keeps what it is told to send, and answers as it is told to. */
final class FakeProducer implements Outgoing {

    /** What was sent. */
    record Sent(String topic, byte[] key, byte[] value, Map<String, String> headers) {}

    static final Future<RecordMetadata> CONFIRMED = CompletableFuture.completedFuture(null);
    static final Future<RecordMetadata> NO_ANSWER = new CompletableFuture<>();

    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private volatile Function<Sent, Future<RecordMetadata>> answer = _ -> CONFIRMED;

    void answers(Function<Sent, Future<RecordMetadata>> answer) {
        this.answer = answer;
    }

    List<Sent> sent() {
        return sent;
    }

    List<Sent> sentTo(String topic) {
        return sent.stream().filter(record -> record.topic().equals(topic)).toList();
    }

    @Override
    public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Metadata trace) {
        Sent as = new Sent(record.topic(), record.key(), record.value(), headers(record));
        sent.add(as);
        return answer.apply(as);
    }

    private static Map<String, String> headers(ProducerRecord<byte[], byte[]> record) {
        return StreamSupport.stream(record.headers().spliterator(), false)
                .collect(Collectors.toMap(
                        header -> header.key(), header -> new String(header.value(), StandardCharsets.UTF_8)));
    }
}
