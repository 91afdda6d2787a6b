package io.sharewell.benchmark;

import java.util.HashMap;
import java.util.Map;

/** What the records of one sweep add up to. */
final class SweepTally {

    private final Map<String, Long> selected = new HashMap<>();
    private final Map<String, Long> lastResult = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private long began;
    private long ended;

    /**
     * Takes a record in.
     *
     * @param type without what all types have in common, such as {@code account.selected}
     * @param key an account, or the sweep
     */
    void take(String type, String key, long millis) {
        counts.merge(type, 1, Integer::sum);
        switch (type) {
            case "sweep.started" -> began = millis;
            case "sweep.completed" -> ended = millis;
            // Said again when its OU is known (ADR 3)
            case "account.selected" -> selected.merge(key, millis, Math::min);
            case "region.scanned", "region.skipped", "region.failed", "workload.result" ->
                lastResult.merge(key, millis, Math::max);
            default -> {
                // Says nothing of a unit
            }
        }
    }

    boolean hasEnded() {
        return ended != 0;
    }

    SweepTimes times() {
        return new SweepTimes(began, ended, counts, Quantiles.of(selected, lastResult));
    }
}
