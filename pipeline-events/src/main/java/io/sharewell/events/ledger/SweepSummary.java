package io.sharewell.events.ledger;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.sharewell.events.Mode;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.ShareResult;
import io.sharewell.events.ShareResult.AccountsSelected;
import io.sharewell.events.ShareResult.SweepCompleted;
import io.sharewell.events.ShareResult.SweepFailed;
import io.sharewell.events.ShareResult.SweepStarted;
import io.sharewell.events.ShareResult.Totals;
import java.time.Instant;
import java.util.Optional;

/**
 * A sweep in a line of a list.
 *
 * @param startedAt null if not known
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

    static SweepSummary of(SweepLedger sweep) {
        State ended = sweep.failure().isPresent() ? State.FAILED : State.COMPLETED;
        return new SweepSummary(
                sweep.sweepId(),
                sweep.envelope().purpose(),
                sweep.envelope().mode(),
                sweep.started().map(SweepStarted::startedAt).orElse(null),
                sweep.end().map(SweepSummary::endOf).orElse(null),
                sweep.ended() ? ended : State.RUNNING,
                sweep.failure().map(problem -> problem.reason()).orElse(null),
                sweep.end().flatMap(SweepSummary::totalsOf).orElseGet(sweep::totals),
                sweep.beganAt(),
                sweep.started().map(SweepStarted::coversAll).orElse(false));
    }

    private static Instant endOf(ShareResult.OfSweep end) {
        return switch (end) {
            case SweepCompleted it -> it.endedAt();
            case SweepFailed it -> it.endedAt();
            case SweepStarted _, AccountsSelected _ -> null;
        };
    }

    /** What the end says is right even while parts of the sweep are unread. */
    private static Optional<Totals> totalsOf(ShareResult.OfSweep end) {
        return switch (end) {
            case SweepCompleted it -> Optional.ofNullable(it.totals());
            case SweepFailed it -> Optional.ofNullable(it.totals());
            case SweepStarted _, AccountsSelected _ -> Optional.empty();
        };
    }
}
