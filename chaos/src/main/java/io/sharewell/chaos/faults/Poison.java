package io.sharewell.chaos.faults;

import io.sharewell.chaos.checker.Expected;
import io.sharewell.chaos.checker.Records;
import io.sharewell.events.Topic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Records that nobody of ours would write, between the real ones and made of them. What nobody can read has to end as a
 * dead letter, one by one; of what has a wrong seal this is told.
 */
record Poison(long seed) implements Fault {

    private static final List<Topic> TOPICS = List.of(Topic.ACCOUNTS, Topic.ACCOUNT_SESSIONS, Topic.WORKLOADS_FOUND);

    @Override
    public String strike(Scene scene) {
        Random random = new Random(seed);
        Map<String, Integer> sent = new LinkedHashMap<>();
        for (Topic topic : TOPICS) {
            List<ConsumerRecord<byte[], byte[]>> real =
                    Records.since(scene.world().bootstrapServers(), scene.beginnings()).stream()
                            .filter(record -> record.topic().equals(topic.topicName()))
                            .filter(Readable::is)
                            .toList();
            if (!real.isEmpty()) {
                sent.put(topic.topicName(), poison(real, random, scene));
            }
        }
        return "sent " + sent;
    }

    private static int poison(List<ConsumerRecord<byte[], byte[]>> real, Random random, Scene scene) {
        List<ProducerRecord<byte[], byte[]>> deadly = new ArrayList<>();
        List<ProducerRecord<byte[], byte[]>> other = new ArrayList<>();
        for (Unreadable way : Unreadable.values()) {
            deadly.add(way.of(real.get(random.nextInt(real.size())), random));
        }
        other.add(Readable.withUnknownFields(real.get(random.nextInt(real.size()))));
        List<Expected> told = new ArrayList<>();
        for (WrongSeal way : WrongSeal.values()) {
            ConsumerRecord<byte[], byte[]> one = real.get(random.nextInt(real.size()));
            ConsumerRecord<byte[], byte[]> another = real.get(random.nextInt(real.size()));
            way.of(Readable.event(one), Readable.event(another)).ifPresent(record -> {
                other.add(Readable.with(one, record));
                told.add(new Expected(record.subject(), way.reason()));
            });
        }
        Sender.send(scene.world(), deadly).forEach(scene.findings()::condemned);
        Sender.send(scene.world(), other);
        told.forEach(scene.findings()::expected);
        return deadly.size() + other.size();
    }

    @Override
    public String toString() {
        return "poison on the topics: random bytes, cut JSON, unknown fields and types, wrong headers, 1 MB, wrong seals";
    }
}
