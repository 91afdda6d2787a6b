package io.sharewell.chaos.faults;

import io.sharewell.chaos.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends records as anybody could who may write to the topics. */
final class Sender {

    private static final int PATIENCE_MILLIS = 120_000;

    private Sender() {}

    /** Where the broker has put them, as {@code topic-partition@offset} and in their order. */
    static List<String> send(World world, List<ProducerRecord<byte[], byte[]>> records) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                world.bootstrapServers(),
                "acks",
                "all",
                // Another fault may have the broker away for more than a minute
                "max.block.ms",
                PATIENCE_MILLIS,
                "delivery.timeout.ms",
                PATIENCE_MILLIS);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> answers =
                    records.stream().map(producer::send).toList();
            List<String> positions = new ArrayList<>();
            for (Future<RecordMetadata> answer : answers) {
                RecordMetadata at = answer.get();
                positions.add(at.topic() + "-" + at.partition() + "@" + at.offset());
            }
            return positions;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
