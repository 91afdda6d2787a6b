package io.sharewell.messaging;

import io.sharewell.events.CloudEvents;
import io.sharewell.events.EventCodec;
import io.sharewell.events.MalformedRecordException;
import io.sharewell.events.ShareResult;
import io.sharewell.events.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/**
 * Reads {@code share-results}, from its beginning or from some time on, and joins no group. What was on the topic when the
 * reader was made comes in order of time across the partitions: so a sweep's statements come before those of the sweep after
 * it. One thread at a time.
 */
public final class ShareResultsReader implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ShareResultsReader.class);

    private static final int FETCH_BYTES = 65_536;
    private static final int FETCH_WAIT_MILLIS = 100;
    private static final int LOOK_FOR_PARTITIONS_MILLIS = 60_000;

    private final Interest interest;
    private final String topic;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final InOrderOfTime records;

    /** Who takes the statements in. */
    @FunctionalInterface
    public interface Listener {
        /** @param at when the broker or the producer stamped the record */
        void accept(ShareResult statement, Instant at);
    }

    /** Who wants some statements only: told by their headers, the others are not parsed. */
    @FunctionalInterface
    public interface Interest {
        /**
         * @param ceType null if the record has none
         * @param purpose of the sweep; null if the record does not tell
         */
        boolean in(String ceType, String purpose);
    }

    /**
     * Reads all statements.
     *
     * @param kafka the client's configuration, at least {@code bootstrap.servers}
     * @param names what the installation calls its topics
     * @throws org.apache.kafka.common.KafkaException if the broker does not answer
     * @throws IllegalStateException if there is no such topic
     */
    public ShareResultsReader(Map<String, Object> kafka, TopicNames names) {
        this(kafka, names, Instant.EPOCH, (_, _) -> true);
    }

    /**
     * As {@link #ShareResultsReader(Map, TopicNames)}, but reads only the statements of interest, and none that were made
     * before {@code since}.
     */
    public ShareResultsReader(Map<String, Object> kafka, TopicNames names, Instant since, Interest interest) {
        this.interest = interest;
        this.topic = names.of(Topic.SHARE_RESULTS);
        Map<String, Object> config = new HashMap<>(kafka);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // Some hundred statements at a time instead of one by one: no reader minds a tenth of a second
        config.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, FETCH_BYTES);
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MILLIS);
        config.putIfAbsent(ConsumerConfig.METADATA_MAX_AGE_CONFIG, LOOK_FOR_PARTITIONS_MILLIS);
        this.consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            List<TopicPartition> partitions = partitions();
            if (partitions.isEmpty()) {
                throw new IllegalStateException("the broker has no topic " + topic);
            }
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Map<TopicPartition, Long> beginnings =
                    since.equals(Instant.EPOCH) ? consumer.beginningOffsets(partitions) : offsets(since, ends);
            beginnings.forEach(consumer::seek);
            this.records = new InOrderOfTime(beginnings, ends);
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    private List<TopicPartition> partitions() {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    /** Where to begin; at the end of a partition that has nothing so young. */
    private Map<TopicPartition, Long> offsets(Instant since, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> times = new HashMap<>();
        ends.keySet().forEach(partition -> times.put(partition, since.toEpochMilli()));
        Map<TopicPartition, Long> offsets = new HashMap<>(ends);
        consumer.offsetsForTimes(times).forEach((partition, found) -> {
            if (found != null) {
                offsets.put(partition, Math.min(found.offset(), ends.get(partition)));
            }
        });
        return offsets;
    }

    /** Hands on what has come, waiting for it at most so long. */
    public void poll(Duration atMost, Listener listener) {
        consumer.poll(atMost).forEach(records::add);
        readMorePartitions();
        records.readUpTo(consumer::position);
        for (ConsumerRecord<byte[], byte[]> record = records.next(); record != null; record = records.next()) {
            handOn(record, listener);
        }
        consumer.pause(records.ahead());
        consumer.resume(records.wanted());
    }

    /** A topic can be given more. This asks no broker: the consumer's metadata come anew every minute. */
    private void readMorePartitions() {
        List<TopicPartition> more = partitions().stream()
                .filter(partition -> !records.partitions().contains(partition))
                .toList();
        if (!more.isEmpty()) {
            records.takeOn(more);
            consumer.assign(records.partitions());
            consumer.seekToBeginning(more);
        }
    }

    private void handOn(ConsumerRecord<byte[], byte[]> record, Listener listener) {
        String ceType = KafkaRecords.header(record, CloudEvents.TYPE);
        if (!interest.in(ceType, KafkaRecords.header(record, CloudEvents.PURPOSE))) {
            return;
        }
        try {
            if (EventCodec.decode(ceType, record.value()) instanceof ShareResult statement) {
                listener.accept(statement, Instant.ofEpochMilli(record.timestamp()));
            }
        } catch (MalformedRecordException e) {
            LOG.warnf("Record %s is passed over: %s", KafkaRecords.place(record), e.getMessage());
        }
    }

    /** Whether everything that was on the topic when the reader was made has been handed on. */
    public boolean hasCaughtUp() {
        return records.hasCaughtUp();
    }

    /** Makes a poll under way in another thread return at once. */
    public void wakeup() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
