package io.sharewell.messaging;

import io.sharewell.events.CloudEvents;
import io.sharewell.events.Problem;
import io.sharewell.events.Reason;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Metadata;
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
    private final Unreadable unreadable;
    private final Map<TopicPartition, Deque<Resting>> waiting = new HashMap<>();
    /** Those that wait on only because one before them is not back yet. */
    private final Set<Resting> settled = new HashSet<>();

    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean stopping;
    private volatile long depth;

    /** @param notBefore when it is due, in milliseconds since the epoch */
    private record Resting(ConsumerRecord<byte[], byte[]> record, long notBefore) {}

    /**
     * @param delay the longest that a record rests, whatever it says itself
     * @param pause time between two attempts when Kafka does not do its part
     * @param unreadable ends what Kafka does not take back
     */
    RetryRelay(
            Consumer<byte[], byte[]> consumer,
            Producer<byte[], byte[]> producer,
            String rung,
            String target,
            Duration delay,
            Clock clock,
            Duration pause,
            Unreadable unreadable) {
        this.consumer = consumer;
        this.producer = producer;
        this.rung = rung;
        this.target = target;
        this.delay = delay;
        this.clock = clock;
        this.pause = pause;
        this.unreadable = unreadable;
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
                waiting.computeIfAbsent(partition, _ -> new ArrayDeque<>()).add(new Resting(record, notBefore(record)));
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
                .mapToLong(records -> records.peek().notBefore())
                .min()
                .orElse(Long.MAX_VALUE);
        return next - now > LONGEST_POLL.toMillis() ? LONGEST_POLL : Duration.ofMillis(Math.max(0, next - now));
    }

    private void relayWhatIsDue() {
        long now = clock.millis();
        Map<Resting, Future<RecordMetadata>> answers = new LinkedHashMap<>();
        waiting.values().forEach(records -> records.stream()
                .takeWhile(resting -> resting.notBefore() <= now)
                .filter(resting -> !settled.contains(resting))
                .forEach(resting -> answers.put(resting, producer.send(back(resting.record())))));
        Confirmations<Resting> confirmations = new Confirmations<>(answers);
        settled.addAll(confirmations.confirmed());
        confirmations.tooLarge().forEach(this::end);
        List.copyOf(waiting.keySet()).forEach(this::forget);
        confirmations.throwFailure();
    }

    private void end(Resting resting) {
        try {
            ConsumerRecord<byte[], byte[]> record = resting.record();
            Problem problem = Problem.of(Reason.MALFORMED_RECORD, "too large: Kafka does not take it back");
            unreadable.end(record.value(), problem, Origin.of(record), Metadata.empty());
            settled.add(resting);
        } catch (InterruptedException e) {
            throw new WakeupException();
        }
    }

    /** Commits what is settled of the partition up to the first that is not, and holds it no longer. */
    private void forget(TopicPartition partition) {
        Deque<Resting> records = waiting.get(partition);
        List<Resting> first = records.stream().takeWhile(settled::contains).toList();
        if (first.isEmpty()) {
            return;
        }
        long last = first.getLast().record().offset();
        consumer.commitSync(Map.of(partition, new OffsetAndMetadata(last + 1)));
        first.forEach(_ -> settled.remove(records.poll()));
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

    /**
     * A record whose header does not tell goes at once, one that would rest for ever when it has rested as long as any: also
     * if its sender's clock is ahead.
     */
    private long notBefore(ConsumerRecord<byte[], byte[]> record) {
        String notBefore = KafkaRecords.header(record, CloudEvents.NOT_BEFORE);
        try {
            return notBefore == null
                    ? 0
                    : Math.min(
                            Long.parseLong(notBefore), Math.min(record.timestamp(), clock.millis()) + delay.toMillis());
        } catch (NumberFormatException e) {
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
        partitions.forEach(partition -> settled.removeAll(waiting.getOrDefault(partition, new ArrayDeque<>())));
        partitions.forEach(waiting::remove);
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        LOG.debugf("Relay of %s has %s", rung, partitions);
    }
}
