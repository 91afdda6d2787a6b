package io.sharewell.messaging;

import io.sharewell.events.Event;
import io.sharewell.events.HeldUpException;
import io.sharewell.events.Problem;
import io.sharewell.events.Reason;
import io.sharewell.events.SessionRecord;
import io.sharewell.events.Topic;
import io.sharewell.events.WorkRecord;
import java.time.Duration;
import java.util.List;

/** What became of a record. */
public sealed interface Handled {

    /**
     * It is done; this follows from it.
     *
     * @param events published, and confirmed by the broker, before the record is acknowledged
     */
    record Done(List<? extends Event> events) implements Handled {
        public Done {
            events = List.copyOf(events);
        }
    }

    /** Its session is over: it goes to the broker and comes back with another one. */
    record Renew(SessionRecord record) implements Handled {}

    /**
     * Trouble: it climbs the retry ladder, and after the last rung ends with a terminal outcome and a dead letter.
     *
     * @param record the record, with what is already settled in it
     * @param cause what happened, without secrets
     */
    record TryAgain(WorkRecord record, String cause) implements Handled {}

    /**
     * It has no turn at a rate limit: the first rung, and no attempt is counted.
     *
     * @param untilTurn when a turn is expected; the rung keeps no record longer than its own delay
     */
    record WaitForTurn(WorkRecord record, Duration untilTurn) implements Handled {}

    /** No attempt can help: terminal outcome and dead letter at once. */
    record GiveUp(WorkRecord record, Problem problem) implements Handled {}

    /**
     * A record with a session is held up.
     *
     * @param record the record, with what is already settled in it
     */
    static Handled heldUp(SessionRecord record, HeldUpException why) {
        return switch (why.kind()) {
            case TROUBLE, NO_TURN -> heldUp((WorkRecord) record, why);
            case SESSION_OVER -> new Renew(record);
            // The key may be on its way to this service
            case SEAL_KEY_UNKNOWN ->
                record.envelope().attempt() < Topic.RUNGS
                        ? new TryAgain(record, why.getMessage())
                        : new GiveUp(record, Problem.of(Reason.SEAL_KEY_UNKNOWN, why.getMessage()));
        };
    }

    /** A record without a session is held up: by trouble, or since it has no turn. */
    static Handled heldUp(WorkRecord record, HeldUpException why) {
        return switch (why.kind()) {
            case TROUBLE ->
                new TryAgain(record, why.getCause() == null ? why.getMessage() : StackTrace.of(why.getCause()));
            case NO_TURN -> new WaitForTurn(record, why.untilTurn());
            case SESSION_OVER, SEAL_KEY_UNKNOWN ->
                throw new IllegalArgumentException(record.subject() + " has no session", why);
        };
    }

    /** One event follows from the record. */
    static Handled done(Event event) {
        return new Done(List.of(event));
    }
}
