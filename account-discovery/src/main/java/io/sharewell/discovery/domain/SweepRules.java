package io.sharewell.discovery.domain;

import io.sharewell.events.ledger.SweepSummary;
import io.sharewell.events.ledger.SweepSummary.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When sweeps begin and end.
 *
 * @param scheduled the sweep that comes by itself; empty if none does
 * @param every time from one scheduled sweep to the next
 * @param afterFailure time from a failed scheduled sweep to the next
 * @param deadline how long a sweep may take
 * @param partition of the organization's accounts, such as {@code aws}
 * @param ouPaths whether OU paths are wanted
 */
public record SweepRules(
        Optional<SweepRequest> scheduled,
        Duration every,
        Duration afterFailure,
        Duration deadline,
        String partition,
        OuPaths ouPaths) {

    /**
     * The scheduled sweep, if it is its time: it skips while one of its purpose runs, and goes by when the last of them
     * began.
     *
     * @param sweeps all that are known, in any order
     */
    Optional<SweepRequest> due(List<SweepSummary> sweeps, Instant now) {
        return scheduled.filter(request -> isDue(
                sweeps.stream()
                        .filter(sweep -> sweep.purpose() == request.purpose() && sweep.startedAt() != null)
                        .toList(),
                now));
    }

    private boolean isDue(List<SweepSummary> ofPurpose, Instant now) {
        if (ofPurpose.stream().anyMatch(sweep -> sweep.state() == State.RUNNING)) {
            return false;
        }
        return ofPurpose.stream()
                .max(Comparator.comparing(SweepSummary::startedAt))
                .map(last -> last.startedAt().plus(last.state() == State.FAILED ? afterFailure : every))
                .map(next -> !now.isBefore(next))
                .orElse(true);
    }

    /** Whether results name the OU path of each account. */
    public enum OuPaths {
        WANTED,
        LEFT_OUT
    }
}
