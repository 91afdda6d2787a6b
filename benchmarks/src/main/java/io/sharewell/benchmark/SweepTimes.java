package io.sharewell.benchmark;

import java.util.Map;
import java.util.stream.Stream;

/**
 * When a sweep began and ended, by the stamps of its records, and what was said in it.
 *
 * @param counts by type of record
 * @param perAccount from the selection of an account to the last result about it
 */
record SweepTimes(long beganMillis, long endedMillis, Map<String, Integer> counts, Quantiles perAccount) {

    double seconds() {
        return (endedMillis - beganMillis) / 1000.0;
    }

    int units() {
        return Stream.of("region.scanned", "region.skipped", "region.failed")
                .mapToInt(type -> counts.getOrDefault(type, 0))
                .sum();
    }
}
