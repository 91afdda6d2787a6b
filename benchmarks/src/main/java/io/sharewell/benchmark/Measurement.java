package io.sharewell.benchmark;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.IntStream;

/** A run of the benchmark: what was swept, with what, and what came of it. It is written as JSON. */
record Measurement(
        String at,
        Machine machine,
        Organization organization,
        Tuning tuning,
        double secondsToStart,
        List<SweepResult> sweeps,
        List<BarePass> bareLoop) {

    /** @param processors that Java sees */
    record Machine(int processors, long memoryMegabytes, String java, double loadBefore) {}

    /** A sweep in parts of the pass of the bare loop that did the same. */
    record Ratio(String sweep, double callsPerSecond, double cpuPerUnit) {}

    /** One for each pass: the n-th is compared with the n-th sweep, or with the last. */
    @JsonProperty
    List<Ratio> ratios() {
        return IntStream.range(0, bareLoop.size())
                .mapToObj(i -> ratio(sweeps.get(Math.min(i, sweeps.size() - 1)), bareLoop.get(i)))
                .toList();
    }

    Measurement beside(List<BarePass> passes) {
        return new Measurement(at, machine, organization, tuning, secondsToStart, sweeps, passes);
    }

    private static Ratio ratio(SweepResult sweep, BarePass pass) {
        return new Ratio(
                sweep.name(),
                sweep.callsPerSecond() / pass.callsPerSecond(),
                sweep.cpuMillisPerUnit().services() / pass.cpuMillisPerUnit());
    }
}
