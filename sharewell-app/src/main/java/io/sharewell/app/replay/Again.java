package io.sharewell.app.replay;

import io.sharewell.events.AccountDiscovered;
import io.sharewell.events.AccountSessionOpened;
import io.sharewell.events.CloudEvents;
import io.sharewell.events.EventCodec;
import io.sharewell.events.InvitationFound;
import io.sharewell.events.SessionExpired;
import io.sharewell.events.SessionRecord;
import io.sharewell.events.Topic;
import io.sharewell.events.WorkRecord;
import io.sharewell.events.WorkloadFound;
import io.sharewell.messaging.TopicNames;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A record as it is sent again: same key, same trace, counters from the beginning, an id of its own because the replay is
 * part of what it says, and the time at which it was first said.
 *
 * @param replayId the replay that it belongs to
 * @param names what the installation calls its topics
 */
record Again(String replayId, Instant now, TopicNames names) {

    private static final List<String> KEPT =
            List.of(CloudEvents.SOURCE, CloudEvents.TIME, CloudEvents.TRACE_PARENT, "tracestate", "baggage");

    /** @param redrives how often it will have been redriven, 0 for never */
    ProducerRecord<byte[], byte[]> of(ConsumerRecord<byte[], byte[]> old, WorkRecord said, int redrives) {
        WorkRecord record = again(said);
        Map<String, String> headers = EventCodec.headers(record, "replay", now);
        for (Header header : old.headers()) {
            if (KEPT.contains(header.key()) && header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        if (redrives > 0) {
            headers.put(CloudEvents.REDRIVES, String.valueOf(redrives));
        }
        ProducerRecord<byte[], byte[]> again = new ProducerRecord<>(
                names.of(Topic.of(record)), record.key().getBytes(StandardCharsets.UTF_8), EventCodec.encode(record));
        headers.forEach((name, value) -> again.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return again;
    }

    private WorkRecord again(WorkRecord record) {
        return switch (record) {
            case AccountDiscovered it -> it.withEnvelope(it.envelope().replayedAs(replayId));
            case SessionRecord it -> again(it);
            case SessionExpired it ->
                it.with(again(it.record())).withEnvelope(it.envelope().replayedAs(replayId));
        };
    }

    private SessionRecord again(SessionRecord record) {
        SessionRecord unsettled =
                switch (record) {
                    // What was settled once may not be so any more
                    case WorkloadFound it -> it.with(List.of(), List.of());
                    case AccountSessionOpened it -> it;
                    case InvitationFound it -> it;
                };
        return unsettled.withEnvelope(record.envelope().replayedAs(replayId));
    }
}
