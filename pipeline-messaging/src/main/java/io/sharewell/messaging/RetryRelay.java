package io.sharewell.messaging;

import io.sharewell.events.CloudEvents;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jboss.logging.Logger;

/**
 * One rung of the retry ladder: holds each record until its time and publishes it back as it is. A partition rests while
 * its head is not due, and polling goes on meanwhile. What was published back is committed afterwards, never before.
 */
final class RetryRelay implements Runnable, ConsumerRebalanceListener {

    private static final Logger LOG = Logger.getLogger(RetryRelay.class);
    private static final Duration LONGEST_POLL = Duration.ofSeconds(1);

    private final Consumer<byte[], byte[]> consumer;
    private final Producer<byte[], byte[]> producer;
    private final String rung;
    private final String target;
    private final Duration delay;
    private final Clock clock;
    private final Duration pause;
    private final Map<TopicPartition, Deque<ConsumerRecord<byte[], byte[]>>> waiting = new HashMap<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean stopping;
    private volatile long depth;

    /**
     * @param delay the longest that a record rests, whatever it says itself
     * @param pause time between two attempts when Kafka does not do its part
     */
    RetryRelay(
            Consumer<byte[], byte[]> consumer,
            Producer<byte[], byte[]> producer,
            String rung,
            String target,
            Duration delay,
            Clock clock,
            Duration pause) {
        this.consumer = consumer;
        this.producer = producer;
        this.rung = rung;
        this.target = target;
        this.delay = delay;
        this.clock = clock;
        this.pause = pause;
    }

    @Override
    public void run() {
        try {
            begin();
            while (!stopping) {
                turn();
            }
        } catch (WakeupException e) {
            LOG.debugf("Relay of %s stops", rung);
        } finally {
            consumer.close();
            ended.countDown();
        }
    }

    void begin() {
        consumer.subscribe(List.of(rung), this);
    }

    void turn() {
        try {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(untilNextIsDue())) {
                TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                waiting.computeIfAbsent(partition, _ -> new ArrayDeque<>()).add(record);
                consumer.pause(List.of(partition));
            }
            relayWhatIsDue();
            depth = held() + ahead();
        } catch (WakeupException e) {
            throw e;
        } catch (RuntimeException e) {
            // What waits still waits: the next turn tries again
            LOG.warnf("Relay of %s, trying again: %s", rung, e.toString());
            rest();
        }
    }

    /** How many records wait on the partitions that this relay has. */
    long depth() {
        return depth;
    }

    private long held() {
        return waiting.values().stream().mapToLong(Deque::size).sum();
    }

    /** What is on the topic and not yet fetched, as far as the consumer knows without asking. */
    private long ahead() {
        return consumer.assignment().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
    }

    private Duration untilNextIsDue() {
        long now = clock.millis();
        long next = waiting.values().stream()
                .filter(records -> !records.isEmpty())
                .mapToLong(records -> notBefore(records.peek()))
                .min()
                .orElse(Long.MAX_VALUE);
        return next - now > LONGEST_POLL.toMillis() ? LONGEST_POLL : Duration.ofMillis(Math.max(0, next - now));
    }

    private void relayWhatIsDue() {
        long now = clock.millis();
        Map<TopicPartition, List<Future<RecordMetadata>>> answers = new HashMap<>();
        waiting.forEach((partition, records) -> answers.put(
                partition,
                records.stream()
                        .takeWhile(record -> notBefore(record) <= now)
                        .map(record -> producer.send(back(record)))
                        .toList()));
        Confirmations confirmations = new Confirmations();
        answers.forEach((partition, ofPartition) -> forget(partition, confirmations.awaitAll(ofPartition)));
        confirmations.throwFailure();
    }

    /** Commits that so many records of the partition are back, and holds them no longer. */
    private void forget(TopicPartition partition, int confirmed) {
        Deque<ConsumerRecord<byte[], byte[]>> records = waiting.get(partition);
        if (confirmed == 0) {
            return;
        }
        long last =
                records.stream().skip(confirmed - 1L).findFirst().orElseThrow().offset();
        consumer.commitSync(Map.of(partition, new OffsetAndMetadata(last + 1)));
        for (int i = 0; i < confirmed; i++) {
            records.poll();
        }
        if (records.isEmpty()) {
            waiting.remove(partition);
            consumer.resume(List.of(partition));
        }
    }

    private void rest() {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            throw new WakeupException();
        }
    }

    private ProducerRecord<byte[], byte[]> back(ConsumerRecord<byte[], byte[]> record) {
        Headers headers = new RecordHeaders(record.headers()).remove(CloudEvents.NOT_BEFORE);
        return new ProducerRecord<>(target, null, record.key(), record.value(), headers);
    }

    /** A record whose header does not tell goes at once, one that would rest for ever when it has rested as long as any. */
    private long notBefore(ConsumerRecord<byte[], byte[]> record) {
        Header header = record.headers().lastHeader(CloudEvents.NOT_BEFORE);
        try {
            return header == null
                    ? 0
                    : Math.min(
                            Long.parseLong(new String(header.value(), StandardCharsets.UTF_8)),
                            record.timestamp() + delay.toMillis());
        } catch (NumberFormatException | NullPointerException e) {
            return 0;
        }
    }

    void stop() {
        stopping = true;
        consumer.wakeup();
    }

    /** Waits for its end, at most so long; it may hang on a broker that does not answer. */
    void awaitEnd(Duration atMost) {
        try {
            if (!ended.await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warnf("Relay of %s does not end in time", rung);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        partitions.forEach(waiting::remove);
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        LOG.debugf("Relay of %s has %s", rung, partitions);
    }
}
