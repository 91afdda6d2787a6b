package io.sharewell.benchmark;

import java.util.Map;

/** Seconds. */
record Quantiles(double p50, double p95, double p99) {

    /** Of the times between two events, in milliseconds, for all that have both. */
    static Quantiles of(Map<String, Long> from, Map<String, Long> to) {
        long[] times = to.entrySet().stream()
                .filter(end -> from.containsKey(end.getKey()))
                .mapToLong(end -> end.getValue() - from.get(end.getKey()))
                .sorted()
                .toArray();
        return new Quantiles(at(times, 0.50), at(times, 0.95), at(times, 0.99));
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0
                ? 0
                : sorted[(int) Math.min(sorted.length - 1L, (long) (share * sorted.length))] / 1000.0;
    }
}
