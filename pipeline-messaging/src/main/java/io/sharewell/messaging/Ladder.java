package io.sharewell.messaging;

import io.sharewell.events.AccountDiscovered;
import io.sharewell.events.CloudEvents;
import io.sharewell.events.EventCodec;
import io.sharewell.events.MalformedRecordException;
import io.sharewell.events.Problem;
import io.sharewell.events.SessionExpired;
import io.sharewell.events.SessionRecord;
import io.sharewell.events.Topic;
import io.sharewell.events.WorkRecord;
import io.sharewell.messaging.Handled.WaitForTurn;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Where a record goes that could not be worked on: which rung of the retry ladder, or the dead-letter topic. */
final class Ladder {

    private final List<Duration> delays;
    private final Clock clock;

    Ladder(List<Duration> delays, Clock clock) {
        this.delays = List.copyOf(delays);
        this.clock = clock;
    }

    /** Whether the record has been on the last rung. */
    boolean isExhausted(WorkRecord record) {
        return record.envelope().attempt() >= Topic.RUNGS;
    }

    /** The record on the rung of its next attempt. */
    OutgoingRecord afterTrouble(WorkRecord record, Map<String, String> headers, byte[] key) {
        WorkRecord next = record.withEnvelope(record.envelope().nextAttempt());
        // Whatever a record says of itself, it goes to a rung that there is
        int rung = Math.clamp(next.envelope().attempt(), 1, Topic.RUNGS);
        return onRung(rung, delays.get(rung - 1), next, headers, key);
    }

    /** The record on the first rung until its turn, no attempt counted; never longer than others, which it would hold up. */
    OutgoingRecord forAnotherTurn(WaitForTurn waits, Map<String, String> headers, byte[] key) {
        Duration delay = delays.getFirst();
        boolean sooner = waits.untilTurn().compareTo(delay) < 0;
        return onRung(1, sooner ? waits.untilTurn() : delay, waits.record(), headers, key);
    }

    private OutgoingRecord onRung(
            int rung, Duration delay, WorkRecord record, Map<String, String> headers, byte[] key) {
        Map<String, String> all = new HashMap<>(headers);
        long notBefore = clock.instant().plus(delay).toEpochMilli();
        all.put(CloudEvents.NOT_BEFORE, String.valueOf(notBefore));
        return new OutgoingRecord(Topic.of(record).retry(rung), key, EventCodec.encode(record), all);
    }

    /** The record as a dead letter, without its session. */
    OutgoingRecord dead(WorkRecord record, Problem problem, Origin origin) {
        Map<String, String> headers = causeOf(problem, origin);
        headers.put(CloudEvents.DLQ_ATTEMPTS, String.valueOf(record.envelope().attempt() + 1));
        return new OutgoingRecord(
                Topic.of(record).dlq(), origin.key(), EventCodec.encode(withoutSession(record)), headers);
    }

    /** What could not be read as a dead letter, as it came; a record that only strayed loses its session, too. */
    OutgoingRecord unreadable(Topic source, byte[] value, Problem problem, Origin origin) {
        return new OutgoingRecord(source.dlq(), origin.key(), asItCame(value, origin), causeOf(problem, origin));
    }

    private static byte[] asItCame(byte[] value, Origin origin) {
        try {
            return EventCodec.decode(origin.headers().get(CloudEvents.TYPE), value) instanceof WorkRecord record
                    ? EventCodec.encode(withoutSession(record))
                    : value;
        } catch (MalformedRecordException e) {
            return value;
        }
    }

    private static Map<String, String> causeOf(Problem problem, Origin origin) {
        Map<String, String> headers = new HashMap<>(origin.headers());
        headers.keySet().removeAll(OutgoingRecord.OF_A_DEAD_LETTER);
        headers.put(CloudEvents.DLQ_CAUSE, problem.reason().name());
        headers.put(CloudEvents.DLQ_ORIGIN, origin.position());
        headers.put(CloudEvents.DLQ_DETAIL, Detail.firstLine(problem.detail()));
        headers.put(CloudEvents.DLQ_STACK, Detail.stack(problem.detail()));
        headers.values().removeIf(Objects::isNull);
        return headers;
    }

    private static WorkRecord withoutSession(WorkRecord record) {
        return switch (record) {
            case SessionRecord it -> it.withoutSession();
            case SessionExpired it -> it.with(it.record().withoutSession());
            case AccountDiscovered it -> it;
        };
    }
}
