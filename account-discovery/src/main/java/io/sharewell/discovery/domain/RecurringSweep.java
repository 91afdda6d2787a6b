package io.sharewell.discovery.domain;

import io.sharewell.events.Purpose;
import io.sharewell.events.ledger.SweepSummary;
import io.sharewell.events.ledger.SweepSummary.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A sweep that comes by itself.
 *
 * @param every time from the beginning of one to the next
 * @param afterFailure time from the beginning of a failed one to the next
 * @param follows also comes at the end of each sweep of this purpose; empty if it only goes by time
 */
public record RecurringSweep(SweepRequest request, Duration every, Duration afterFailure, Optional<Purpose> follows) {

    /**
     * Whether it is its time: it skips while one of its purpose runs, and goes by when the last of them began that had its
     * mode and was about all: one that only planned, or was about a part, puts off none; nor one that began when it was not
     * yet {@code now}, by a clock that was ahead.
     *
     * @param sweeps all that are known, in any order
     */
    boolean isDue(List<SweepSummary> sweeps, Instant now) {
        List<SweepSummary> own = sweeps.stream()
                .filter(sweep -> sweep.purpose() == request.purpose() && sweep.startedAt() != null)
                .toList();
        if (own.stream().anyMatch(sweep -> sweep.state() == State.RUNNING)) {
            return false;
        }
        Optional<SweepSummary> last = own.stream()
                .filter(sweep -> sweep.mode() == request.mode() && sweep.coversAll())
                .filter(sweep -> !sweep.startedAt().isAfter(now))
                .max(Comparator.comparing(SweepSummary::startedAt));
        return last.isEmpty()
                || !now.isBefore(last.get().startedAt().plus(pauseAfter(last.get())))
                || hasBeenLed(sweeps, last.get().startedAt(), now);
    }

    private Duration pauseAfter(SweepSummary last) {
        return last.state() == State.FAILED ? afterFailure : every;
    }

    private boolean hasBeenLed(List<SweepSummary> sweeps, Instant lastBeganAt, Instant now) {
        return follows.isPresent()
                && sweeps.stream()
                        .filter(sweep -> sweep.purpose() == follows.get() && sweep.endedAt() != null)
                        .anyMatch(sweep -> sweep.endedAt().isAfter(lastBeganAt)
                                && !sweep.endedAt().isAfter(now));
    }
}
