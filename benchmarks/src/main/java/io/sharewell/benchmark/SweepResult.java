package io.sharewell.benchmark;

import com.fasterxml.jackson.annotation.JsonProperty;
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

    /** Processor time, compilers and collectors included; in seconds unless it is said otherwise. */
    record Cpu(double services, double broker, double simulator) {}

    /** Largest resident memory since each process began, and what the services hold at the end. */
    record Memory(long services, long broker, long simulator, long servicesAtTheEnd) {}

    long callsInAll() {
        return calls.values().stream().mapToLong(Long::longValue).sum();
    }

    @JsonProperty
    double callsPerSecond() {
        return callsInAll() / seconds;
    }

    @JsonProperty
    double unitsPerSecond() {
        return units / seconds;
    }

    @JsonProperty
    double kafkaBytesPerUnit() {
        return (double) kafkaBytes / units;
    }

    /** Milliseconds. */
    @JsonProperty
    Cpu cpuMillisPerUnit() {
        return new Cpu(cpu.services * 1000 / units, cpu.broker * 1000 / units, cpu.simulator * 1000 / units);
    }
}
