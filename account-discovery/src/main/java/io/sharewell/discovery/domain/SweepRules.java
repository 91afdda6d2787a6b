package io.sharewell.discovery.domain;

import io.sharewell.events.ledger.SweepSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When sweeps begin and end.
 *
 * @param recurring the sweeps that come by themselves
 * @param deadline how long a sweep may take
 * @param partition of the organization's accounts, such as {@code aws}
 * @param ouPaths whether OU paths are wanted
 */
public record SweepRules(List<RecurringSweep> recurring, Duration deadline, String partition, OuPaths ouPaths) {

    public SweepRules {
        recurring = List.copyOf(recurring);
    }

    /**
     * The sweeps whose time it is.
     *
     * @param sweeps all that are known, in any order
     */
    List<SweepRequest> due(List<SweepSummary> sweeps, Instant now) {
        return recurring.stream()
                .filter(sweep -> sweep.isDue(sweeps, now))
                .map(RecurringSweep::request)
                .toList();
    }

    /** Whether results name the OU path of each account. */
    public enum OuPaths {
        WANTED,
        LEFT_OUT
    }
}
