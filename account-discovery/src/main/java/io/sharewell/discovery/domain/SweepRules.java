package io.sharewell.discovery.domain;

import java.time.Duration;
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

    /** Whether results name the OU path of each account. */
    public enum OuPaths {
        WANTED,
        LEFT_OUT
    }
}
