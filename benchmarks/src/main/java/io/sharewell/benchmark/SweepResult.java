package io.sharewell.benchmark;

import java.util.Map;

/**
 * What one sweep took.
 *
 * @param name first, second, or with one percent of new workloads
 * @param seconds from SweepStarted to SweepCompleted
 * @param calls of AWS per operation
 * @param fewest calls possible, per operation, for those that AWS must be asked
 * @param kafkaBytes that the topics grew by, as they lie on disk
 * @param perAccount seconds from an account's selection to the last result about it
 */
record SweepResult(
        String name,
        double seconds,
        int accounts,
        int units,
        int workloads,
        Map<String, Long> calls,
        Map<String, Long> fewest,
        Cpu cpu,
        Memory peakMegabytes,
        long kafkaBytes,
        Quantiles perAccount) {

    /** Seconds of processor time, compilers and collectors included. */
    record Cpu(double services, double broker, double simulator) {}

    /** Largest resident memory since each process began, and what the services hold at the end. */
    record Memory(long services, long broker, long simulator, long servicesAtTheEnd) {}

    long callsInAll() {
        return calls.values().stream().mapToLong(Long::longValue).sum();
    }

    double callsPerSecond() {
        return callsInAll() / seconds;
    }

    double unitsPerSecond() {
        return units / seconds;
    }

    double cpuMillisPerUnit(double cpuSeconds) {
        return cpuSeconds * 1000 / units;
    }
}
