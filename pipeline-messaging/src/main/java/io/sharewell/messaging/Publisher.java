package io.sharewell.messaging;

import io.sharewell.events.CloudEvents;
import io.sharewell.events.Event;
import io.sharewell.events.EventCodec;
import io.sharewell.events.ShareResult;
import io.sharewell.events.Topic;
import io.smallrye.reactive.messaging.TracingMetadata;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jboss.logging.Logger;

/**
 * Publishes events and returns when the broker has confirmed every one of them. What cannot be published is tried again
 * in place until the broker is back: nothing is lost, and nothing overtakes. What no broker will ever take is a bug of
 * whoever said it.
 */
public final class Publisher {

    private static final Logger LOG = Logger.getLogger(Publisher.class);

    /** The producer writes them for each record: what a record brought along belongs to the step before. */
    private static final Set<String> OF_THE_TRACE = Set.of(CloudEvents.TRACE_PARENT, "tracestate", "baggage");

    /** A unit may have thousands of workloads or invitations: not all of their records are made at once. */
    private static final int AT_ONCE = 500;

    private final String source;
    private final TopicNames names;
    private final Outgoing producer;
    private final Clock clock;
    private final Duration pause;

    /**
     * @param source module that speaks, for {@code ce_source}
     */
    public Publisher(String source, SharedProducer producer, Clock clock, MessagingSettings settings) {
        this(source, TopicNames.of(settings), producer, clock, settings.publishPause());
    }

    /** @param pause time between two attempts to reach the broker */
    Publisher(String source, TopicNames names, Outgoing producer, Clock clock, Duration pause) {
        this.source = source;
        this.names = names;
        this.producer = producer;
        this.clock = clock;
        this.pause = pause;
    }

    /**
     * Publishes events: first the work that follows, then what is said about it.
     *
     * @throws InterruptedException if the service stops before the broker answers
     * @throws RecordTooLargeException if Kafka takes no record as large as one of them
     */
    public void publish(List<? extends Event> events) throws InterruptedException {
        publish(events, Map.of(), Metadata.empty());
    }

    /** @param moreHeaders for the work that follows, beside those of every record */
    void publish(List<? extends Event> events, Map<String, String> moreHeaders, Metadata trace)
            throws InterruptedException {
        List<Event> work = new ArrayList<>();
        List<Event> statements = new ArrayList<>();
        events.forEach(event -> (event instanceof ShareResult ? statements : work).add(event));
        for (int i = 0; i < work.size(); i += AT_ONCE) {
            List<Event> some = work.subList(i, Math.min(work.size(), i + AT_ONCE));
            send(some.stream().map(event -> record(event).with(moreHeaders)).toList(), trace);
        }
        send(statements.stream().map(this::record).toList(), trace);
    }

    OutgoingRecord record(Event event) {
        return new OutgoingRecord(
                Topic.of(event).topicName(),
                OutgoingRecord.utf8(event.key()),
                EventCodec.encode(event),
                EventCodec.headers(event, source, clock.instant()));
    }

    void send(List<OutgoingRecord> records, Metadata trace) throws InterruptedException {
        List<OutgoingRecord> unconfirmed = records;
        while (!unconfirmed.isEmpty()) {
            unconfirmed = sendOnce(unconfirmed, trace);
            if (!unconfirmed.isEmpty()) {
                Thread.sleep(pause);
            }
        }
    }

    private List<OutgoingRecord> sendOnce(List<OutgoingRecord> records, Metadata trace) throws InterruptedException {
        List<Future<RecordMetadata>> answers = new ArrayList<>();
        for (OutgoingRecord record : records) {
            answers.add(producer.send(forKafka(record), trace));
        }
        List<OutgoingRecord> unconfirmed = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            try {
                answers.get(i).get();
            } catch (ExecutionException e) {
                OutgoingRecord record = records.get(i);
                LOG.warnf("Kafka did not take a record for topic=%s: %s", record.topic(), e.getCause());
                unconfirmed.add(
                        e.getCause() instanceof RecordTooLargeException tooLarge ? smaller(record, tooLarge) : record);
            }
        }
        return unconfirmed;
    }

    private static OutgoingRecord smaller(OutgoingRecord record, RecordTooLargeException tooLarge) {
        return record.smaller().orElseThrow(() -> tooLarge);
    }

    private ProducerRecord<byte[], byte[]> forKafka(OutgoingRecord record) {
        List<Header> headers = record.headers().entrySet().stream()
                .filter(header -> !OF_THE_TRACE.contains(header.getKey()))
                .map(Publisher::header)
                .toList();
        return new ProducerRecord<>(names.called(record.topic()), null, record.key(), record.value(), headers);
    }

    private static Header header(Map.Entry<String, String> header) {
        return new RecordHeader(header.getKey(), OutgoingRecord.utf8(header.getValue()));
    }

    /** What of an incoming message its consequences take along: the trace. */
    static Metadata traceOf(Message<?> incoming) {
        return incoming.getMetadata(TracingMetadata.class).map(Metadata::of).orElse(Metadata.empty());
    }
}
