package io.sharewell.app.replay;

import io.sharewell.app.read.BrokerOptions;
import io.sharewell.app.read.KafkaAnswers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A topic from its beginning to where it ended when the reader was made; may be read several times. */
final class TopicReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(250);
    /** Without a record for so long, before the end: the broker has gone. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final KafkaAnswers answers;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> ends;

    /** @param name of the topic as the contract has it */
    TopicReader(BrokerOptions broker, String name) {
        String topic = broker.names().called(name);
        this.answers = KafkaAnswers.of(broker);
        Map<String, Object> config = new HashMap<>(broker.clientConfig());
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            if (partitions.isEmpty()) {
                throw answers.noTopic(topic);
            }
            ends = consumer.endOffsets(partitions);
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    void read(Consumer<ConsumerRecord<byte[], byte[]>> taker) {
        consumer.assign(ends.keySet());
        consumer.seekToBeginning(ends.keySet());
        long lastNews = System.nanoTime();
        while (hasMore()) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                lastNews = System.nanoTime();
                if (record.offset() < ends.get(new TopicPartition(record.topic(), record.partition()))) {
                    taker.accept(record);
                }
            }
            if (System.nanoTime() - lastNews > SILENCE.toNanos()) {
                throw answers.noAnswer();
            }
        }
    }

    private boolean hasMore() {
        return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
