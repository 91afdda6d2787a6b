package io.sharewell.events.ledger;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.sharewell.events.Mode;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.ShareResult.End;
import io.sharewell.events.ShareResult.SweepStarted;
import io.sharewell.events.ShareResult.Totals;
import java.time.Instant;

/**
 * A sweep in a line of a list.
 *
 * @param startedAt as the sweep itself says, null if that is not known
 * @param endedAt null if it has not ended
 * @param state {@code RUNNING}, {@code COMPLETED} or {@code FAILED}
 * @param reason why it failed, null if it did not
 * @param beganAt {@code startedAt}, or as near to it as is known
 * @param coversAll as {@link SweepStarted#coversAll}; false if not known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SweepSummary(
        String sweepId,
        Purpose purpose,
        Mode mode,
        Instant startedAt,
        Instant endedAt,
        State state,
        Reason reason,
        Totals totals,
        @JsonIgnore Instant beganAt,
        @JsonIgnore boolean coversAll) {

    /** Where a sweep is. */
    public enum State {
        RUNNING,
        COMPLETED,
        FAILED
    }

    /** As the sweep is now. */
    public static SweepSummary of(SweepLedger sweep) {
        State ended = sweep.failure().isPresent() ? State.FAILED : State.COMPLETED;
        return new SweepSummary(
                sweep.sweepId(),
                sweep.envelope().purpose(),
                sweep.envelope().mode(),
                sweep.startedAt().orElse(null),
                sweep.end().map(End::endedAt).orElse(null),
                sweep.ended() ? ended : State.RUNNING,
                sweep.failure().map(problem -> problem.reason()).orElse(null),
                // What the end says is right even while parts of the sweep are unread
                sweep.end().map(End::totals).orElseGet(sweep::totals),
                sweep.beganAt(),
                sweep.started().map(SweepStarted::coversAll).orElse(false));
    }
}
