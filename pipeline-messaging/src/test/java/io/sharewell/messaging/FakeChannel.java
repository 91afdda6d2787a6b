package io.sharewell.messaging;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.reactive.messaging.Message;

/** A channel that keeps what it is told to send, and answers as it is told to. */
final class FakeChannel extends TestChannel {

    /** What was sent. */
    record Sent(String topic, byte[] key, byte[] value, Map<String, String> headers) {}

    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private volatile Function<Sent, Uni<Void>> answer = _ -> Uni.createFrom().voidItem();

    void answers(Function<Sent, Uni<Void>> answer) {
        this.answer = answer;
    }

    List<Sent> sent() {
        return sent;
    }

    List<Sent> sentTo(String topic) {
        return sent.stream().filter(record -> record.topic().equals(topic)).toList();
    }

    @Override
    public <M extends Message<? extends byte[]>> Uni<Void> sendMessage(M message) {
        return Uni.createFrom().deferred(() -> {
            Sent record = sent(message);
            sent.add(record);
            return answer.apply(record);
        });
    }

    private static Sent sent(Message<? extends byte[]> message) {
        OutgoingKafkaRecordMetadata<?> kafka =
                message.getMetadata(OutgoingKafkaRecordMetadata.class).orElseThrow();
        Map<String, String> headers = StreamSupport.stream(kafka.getHeaders().spliterator(), false)
                .collect(Collectors.toMap(
                        header -> header.key(), header -> new String(header.value(), StandardCharsets.UTF_8)));
        return new Sent(kafka.getTopic(), (byte[]) kafka.getKey(), message.getPayload(), headers);
    }
}
