package io.sharewell.messaging;

import io.sharewell.events.CloudEvents;
import io.sharewell.events.EventCodec;
import io.sharewell.events.MalformedRecordException;
import io.sharewell.events.Problem;
import io.sharewell.events.Reason;
import io.sharewell.events.SessionExpired;
import io.sharewell.events.TerminalOutcome;
import io.sharewell.events.Topic;
import io.sharewell.events.WorkRecord;
import io.sharewell.messaging.Handled.Done;
import io.sharewell.messaging.Handled.GiveUp;
import io.sharewell.messaging.Handled.Renew;
import io.sharewell.messaging.Handled.TryAgain;
import io.sharewell.messaging.Handled.WaitForTurn;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jboss.logging.Logger;

/**
 * Brings records to a stage: parse, work on a virtual thread, publish what follows, wait for the broker, acknowledge.
 * Never nacks: a nack closes the consumer for good.
 */
final class Receiver {

    private static final Logger LOG = Logger.getLogger(Receiver.class);

    private final Stage stage;
    private final Publisher publisher;
    private final Ladder ladder;
    private final Unreadable unreadable;
    private final InFlight inFlight;
    private final ExecutorService threads;
    private final Places places;

    Receiver(
            Stage stage,
            Publisher publisher,
            Ladder ladder,
            Unreadable unreadable,
            InFlight inFlight,
            ExecutorService threads) {
        this.stage = stage;
        this.publisher = publisher;
        this.ladder = ladder;
        this.unreadable = unreadable;
        this.inFlight = inFlight;
        this.threads = threads;
        this.places = new Places(stage.concurrency(), threads);
    }

    Cancellable start() {
        return stage.incoming()
                .onItem()
                .transformToUni(message -> Uni.createFrom().completionStage(() -> begin(message)))
                .merge(stage.concurrency())
                .subscribe()
                .with(
                        _ -> {},
                        failure -> LOG.errorf(
                                failure,
                                "The channel of module=%s topic=%s has ended",
                                stage.module(),
                                stage.source().topicName()),
                        () -> LOG.debugf(
                                "The channel of module=%s topic=%s is closed",
                                stage.module(), stage.source().topicName()));
    }

    /**
     * Channels outlive the threads: what they still bring is left, uncommitted, to whoever takes over; and its place with it,
     * or else all that waits would be fetched for nothing.
     */
    private CompletableFuture<Void> begin(Message<byte[]> message) {
        return inFlight.isStopping()
                ? new CompletableFuture<>()
                : places.of(CompletableFuture.runAsync(() -> take(message), threads));
    }

    private void take(Message<byte[]> message) {
        if (!inFlight.enter(message)) {
            return; // Stopping: the record stays uncommitted and goes to whoever takes over
        }
        try {
            work(message);
            message.ack().toCompletableFuture().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            // Left unacknowledged, it is delivered again after a restart: better than lost
            LOG.errorf(e, "Record %s is left unacknowledged", Origin.of(message).position());
        } finally {
            inFlight.leave(message);
        }
    }

    private void work(Message<byte[]> message) throws InterruptedException {
        Origin origin = Origin.of(message);
        Metadata trace = Publisher.traceOf(message);
        WorkRecord record;
        try {
            record = parse(origin, message.getPayload());
        } catch (MalformedRecordException e) {
            String why = Detail.firstLine(e.getMessage());
            unreadable.end(message.getPayload(), Problem.of(Reason.MALFORMED_RECORD, why), origin, trace);
            return;
        }
        try {
            work(record, origin, trace);
        } catch (RecordTooLargeException e) {
            Problem problem =
                    Problem.of(Reason.MALFORMED_RECORD, "too large: Kafka takes nothing that follows from it");
            unreadable.end(message.getPayload(), problem, origin, trace);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Nothing that follows from record %s can be said", origin.position());
            Problem problem =
                    Problem.of(Reason.UNEXPECTED, "nothing that follows from it can be said: " + StackTrace.of(e));
            unreadable.end(message.getPayload(), problem, origin, trace);
        }
    }

    private void work(WorkRecord record, Origin origin, Metadata trace) throws InterruptedException {
        try {
            follow(handle(record, origin), record, origin, trace);
        } catch (RuntimeException e) {
            // What the stage wants said cannot be: a bug like any other
            follow(trouble(record, e), record, origin, trace);
        }
    }

    private WorkRecord parse(Origin origin, byte[] value) {
        if (EventCodec.decode(origin.headers().get(CloudEvents.TYPE), value) instanceof WorkRecord record
                && Topic.of(record) == stage.source()) {
            return record;
        }
        throw new MalformedRecordException(
                "the record does not belong on " + stage.source().topicName());
    }

    private Handled handle(WorkRecord record, Origin origin) throws InterruptedException {
        Handled handled;
        try {
            handled = stage.handle(record, origin.saidAt());
        } catch (InterruptedException e) {
            if (inFlight.isStopping()) {
                throw e;
            }
            handled = trouble(record, e);
        } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
            handled = trouble(record, e);
        }
        // Otherwise left behind by a call that was interrupted for taking too long: no reason not to publish
        if (Thread.interrupted() && inFlight.isStopping()) {
            throw new InterruptedException("the service stops");
        }
        return handled;
    }

    private Handled trouble(WorkRecord record, Throwable failure) {
        LOG.errorf(failure, "%s failed on subject=%s, it is tried again", stage.module(), record.subject());
        return new TryAgain(record, StackTrace.of(failure));
    }

    private void follow(Handled handled, WorkRecord record, Origin origin, Metadata trace) throws InterruptedException {
        Handled end = atTheTop(handled, record);
        switch (end) {
            case Done it
            when stage.source() == Topic.SESSION_RENEWALS ->
                publisher.publish(it.events(), countOfRedrives(origin), trace);
            case Done it -> publisher.publish(it.events(), Map.of(), trace);
            case Renew it -> publisher.publish(List.of(SessionExpired.of(it.record())), countOfRedrives(origin), trace);
            case WaitForTurn it ->
                publisher.send(List.of(ladder.forAnotherTurn(it, origin.headers(), origin.key())), trace);
            case GiveUp it -> giveUp(it.record(), it.problem(), origin, trace);
            case TryAgain it -> {
                LOG.debugf(
                        "trouble module=%s subject=%s attempt=%d: %s",
                        stage.module(),
                        record.subject(),
                        record.envelope().attempt() + 1,
                        Detail.firstLine(it.cause()));
                publisher.send(List.of(ladder.afterTrouble(it.record(), origin.headers(), origin.key())), trace);
            }
        }
        inFlight.count(end);
    }

    /** A record that is renewed is the same as before: how often it was redriven goes with it. */
    private static Map<String, String> countOfRedrives(Origin origin) {
        String count = origin.headers().get(CloudEvents.REDRIVES);
        return count == null ? Map.of() : Map.of(CloudEvents.REDRIVES, count);
    }

    /** After the last rung there is no other attempt. */
    private Handled atTheTop(Handled handled, WorkRecord record) {
        return handled instanceof TryAgain it && ladder.isExhausted(record)
                ? new GiveUp(it.record(), Problem.of(Reason.RETRIES_EXHAUSTED, it.cause()))
                : handled;
    }

    /** Both are confirmed before the record is acknowledged: what is said of it, and the record itself. */
    private void giveUp(WorkRecord record, Problem problem, Origin origin, Metadata trace) throws InterruptedException {
        Problem told = Detail.inOneLine(problem);
        LOG.errorf(
                "dead-letter module=%s subject=%s reason=%s detail=%s",
                stage.module(), record.subject(), told.reason(), told.detail());
        publisher.send(
                List.of(publisher.record(TerminalOutcome.of(record, told)), ladder.dead(record, problem, origin)),
                trace);
    }
}
