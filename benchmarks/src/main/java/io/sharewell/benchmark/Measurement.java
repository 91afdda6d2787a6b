package io.sharewell.benchmark;

import java.util.List;

/** A run of the benchmark: what was swept, with what, and what came of it. It is written as JSON. */
record Measurement(
        String at,
        Machine machine,
        Organization organization,
        int concurrency,
        double secondsToStart,
        List<SweepResult> sweeps,
        List<BarePass> bareLoop) {

    /** @param processors that Java sees */
    record Machine(int processors, long memoryMegabytes, String java, double loadBefore) {}
}
