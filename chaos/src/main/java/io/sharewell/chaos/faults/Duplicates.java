package io.sharewell.chaos.faults;

import io.sharewell.chaos.checker.Records;
import io.sharewell.events.Topic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Records are delivered 2 to 5 times, the copies in no order. */
record Duplicates(long seed) implements Fault {

    private static final int MOST = 400;
    private static final int MOST_COPIES = 4;
    private static final Set<String> TOPICS = Stream.of(
                    Topic.ACCOUNTS, Topic.ACCOUNT_SESSIONS, Topic.WORKLOADS_FOUND, Topic.SESSION_RENEWALS)
            .map(Topic::topicName)
            .collect(Collectors.toSet());

    @Override
    public String strike(Scene scene) {
        Random random = new Random(seed);
        List<ConsumerRecord<byte[], byte[]>> records =
                new ArrayList<>(Records.since(scene.world().bootstrapServers(), scene.beginnings()).stream()
                        .filter(record -> TOPICS.contains(record.topic()))
                        .toList());
        Collections.shuffle(records, random);
        List<ProducerRecord<byte[], byte[]>> copies = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records.subList(0, Math.min(MOST, records.size()))) {
            copies.addAll(Collections.nCopies(random.nextInt(1, MOST_COPIES + 1), copy(record)));
        }
        Collections.shuffle(copies, random);
        Sender.send(scene.world(), copies);
        return "%d copies of %d records".formatted(copies.size(), Math.min(MOST, records.size()));
    }

    private static ProducerRecord<byte[], byte[]> copy(ConsumerRecord<byte[], byte[]> record) {
        return new ProducerRecord<>(record.topic(), null, record.key(), record.value(), record.headers());
    }

    @Override
    public String toString() {
        return "up to %d records delivered 2 to 5 times, out of order".formatted(MOST);
    }
}
