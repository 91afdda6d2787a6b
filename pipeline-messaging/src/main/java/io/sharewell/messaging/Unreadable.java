package io.sharewell.messaging;

import io.sharewell.events.Problem;
import io.sharewell.events.ShareResult;
import io.sharewell.events.TerminalOutcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jboss.logging.Logger;

/** Ends records of a stage that nobody can work on: a dead letter, and an outcome as far as their headers tell one. */
final class Unreadable {

    private static final Logger LOG = Logger.getLogger(Unreadable.class);

    private final Stage stage;
    private final Publisher publisher;
    private final Ladder ladder;
    private final InFlight inFlight;

    Unreadable(Stage stage, Publisher publisher, Ladder ladder, InFlight inFlight) {
        this.stage = stage;
        this.publisher = publisher;
        this.ladder = ladder;
        this.inFlight = inFlight;
    }

    /**
     * Counts it, and returns when the broker has confirmed both.
     *
     * @param value null if it has none
     * @param problem if it is a bug of ours, with its stack in the lines after the first of its detail
     */
    void end(byte[] value, Problem problem, Origin origin, Metadata trace) throws InterruptedException {
        Problem told = Detail.inOneLine(problem);
        LOG.errorf(
                "dead-letter module=%s record=%s reason=%s detail=%s",
                stage.module(), origin.position(), told.reason(), told.detail());
        publisher.send(List.of(ladder.unreadable(stage.source(), value, problem, origin)), trace);
        Optional<ShareResult> outcome = TerminalOutcome.of(origin.headers(), told);
        if (outcome.isPresent()) {
            say(outcome.get(), origin, trace);
        }
        inFlight.countUnreadable();
    }

    private void say(ShareResult outcome, Origin origin, Metadata trace) throws InterruptedException {
        try {
            publisher.publish(List.of(outcome), Map.of(), trace);
        } catch (RecordTooLargeException e) {
            // Its headers are too long to be ours
            LOG.warnf("module=%s record=%s has an outcome that Kafka does not take", stage.module(), origin.position());
        }
    }
}
