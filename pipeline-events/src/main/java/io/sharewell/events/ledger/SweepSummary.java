package io.sharewell.events.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sharewell.events.Mode;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.ShareResult.SweepStarted;
import io.sharewell.events.ShareResult.Totals;
import java.time.Instant;

/**
 * A sweep in a line of a list.
 *
 * @param startedAt null if not known
 * @param state {@code RUNNING}, {@code COMPLETED} or {@code FAILED}
 * @param reason why it failed, null if it did not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SweepSummary(
        String sweepId, Purpose purpose, Mode mode, Instant startedAt, State state, Reason reason, Totals totals) {

    /** Where a sweep is. */
    public enum State {
        RUNNING,
        COMPLETED,
        FAILED
    }

    static SweepSummary of(SweepLedger sweep) {
        State ended = sweep.failure().isPresent() ? State.FAILED : State.COMPLETED;
        return new SweepSummary(
                sweep.sweepId(),
                sweep.envelope().purpose(),
                sweep.envelope().mode(),
                sweep.started().map(SweepStarted::startedAt).orElse(null),
                sweep.ended() ? ended : State.RUNNING,
                sweep.failure().map(problem -> problem.reason()).orElse(null),
                sweep.totals());
    }
}
