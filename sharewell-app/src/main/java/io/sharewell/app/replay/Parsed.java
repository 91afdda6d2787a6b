package io.sharewell.app.replay;

import io.sharewell.events.CloudEvents;
import io.sharewell.events.EventCodec;
import io.sharewell.events.EventType;
import io.sharewell.events.MalformedRecordException;
import io.sharewell.events.SessionExpired;
import io.sharewell.events.SessionRecord;
import io.sharewell.events.WorkRecord;
import io.sharewell.messaging.KafkaRecords;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a record of a topic says, if it can be read. */
final class Parsed {

    private Parsed() {}

    static Optional<WorkRecord> of(ConsumerRecord<byte[], byte[]> record) {
        try {
            return EventCodec.decode(KafkaRecords.header(record, CloudEvents.TYPE), record.value())
                            instanceof WorkRecord it
                    ? Optional.of(it)
                    : Optional.empty();
        } catch (MalformedRecordException e) {
            return Optional.empty();
        }
    }

    /** Of a dead letter, as its header tells; empty of any other record. */
    static Optional<String> causeOfDeath(ConsumerRecord<byte[], byte[]> record) {
        return Optional.ofNullable(KafkaRecords.header(record, CloudEvents.DLQ_CAUSE))
                .filter(cause -> cause.matches("[A-Z_]{1,64}"));
    }

    /** How often the record was redriven, as its header tells; 0 if it does not. */
    static int redrives(ConsumerRecord<byte[], byte[]> record) {
        String count = KafkaRecords.header(record, CloudEvents.REDRIVES);
        return count != null && count.matches("\\d{1,4}") ? Integer.parseInt(count) : 0;
    }

    /** The same for all copies of a record, whichever attempt, renewal or replay they are of. */
    static UUID identity(WorkRecord record) {
        WorkRecord inner = record instanceof SessionExpired it ? it.record() : record;
        String name = inner.envelope().sweepId()
                + '\n'
                + EventType.of(inner)
                + '\n'
                + inner.subject()
                + '\n'
                + inner.accountId();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a worker can get on with the record: by its session, or by the grant to have it renewed. */
    static boolean isWorkable(WorkRecord record, Instant now) {
        WorkRecord inner = record instanceof SessionExpired it ? it.record() : record;
        return !(inner instanceof SessionRecord it) || isAlive(it, now) || isGranted(it, now);
    }

    private static boolean isAlive(SessionRecord record, Instant now) {
        return record.session() != null && record.session().expiresAt().isAfter(now);
    }

    private static boolean isGranted(SessionRecord record, Instant now) {
        return record.grant() != null && record.grant().validUntil().isAfter(now);
    }
}
