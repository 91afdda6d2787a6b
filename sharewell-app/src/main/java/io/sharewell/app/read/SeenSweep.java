package io.sharewell.app.read;

import io.sharewell.events.Envelope;
import io.sharewell.events.ShareResult;
import io.sharewell.events.ShareResult.SweepCompleted;
import io.sharewell.events.ShareResult.SweepFailed;
import io.sharewell.events.ShareResult.SweepStarted;
import io.sharewell.events.ledger.SweepLedger;
import java.time.Instant;
import java.util.Optional;

/** A sweep of the feed: when it began and how it ended, and the whole of it as long as that may be wanted. */
final class SeenSweep {

    private final String sweepId;
    private final Envelope envelope;
    private Instant startedAt;
    private Instant firstStatementAt = Instant.MAX;
    private Instant lastStatementAt = Instant.MIN;
    private ShareResult.OfSweep end;
    private SweepLedger whole;

    SeenSweep(Envelope envelope) {
        this.sweepId = envelope.sweepId();
        this.envelope = envelope;
        this.whole = new SweepLedger(sweepId);
    }

    void accept(ShareResult statement, Instant at) {
        firstStatementAt = at.isBefore(firstStatementAt) ? at : firstStatementAt;
        lastStatementAt = at.isAfter(lastStatementAt) ? at : lastStatementAt;
        switch (statement) {
            case SweepStarted it -> startedAt = it.startedAt();
            case SweepCompleted it -> ended(it, it.startedAt());
            case SweepFailed it -> ended(it, it.startedAt());
            case ShareResult _ -> {}
        }
        if (whole != null) {
            whole.apply(statement, at);
        }
    }

    private void ended(ShareResult.OfSweep last, Instant started) {
        end = last;
        startedAt = startedAt == null ? started : startedAt;
    }

    /** Its accounts are wanted no more. */
    void forgetDetails() {
        whole = null;
    }

    String sweepId() {
        return sweepId;
    }

    Envelope envelope() {
        return envelope;
    }

    /** As it was told, or else when the first that is left of it was said. */
    Instant startedAt() {
        return startedAt == null ? firstStatementAt : startedAt;
    }

    Instant lastStatementAt() {
        return lastStatementAt;
    }

    boolean hasEnded() {
        return end != null;
    }

    /** Empty if it runs or failed. */
    Optional<SweepCompleted> completed() {
        return end instanceof SweepCompleted it ? Optional.of(it) : Optional.empty();
    }

    /** Empty if it runs or is complete. */
    Optional<SweepFailed> failed() {
        return end instanceof SweepFailed it ? Optional.of(it) : Optional.empty();
    }

    /** Empty once it was forgotten. */
    Optional<SweepLedger> whole() {
        return Optional.ofNullable(whole);
    }
}
