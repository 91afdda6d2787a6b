package io.sharewell.benchmark;

/** One pass of the bare loop over the organization. */
record BarePass(double seconds, long calls, long units, double cpuSeconds) {

    double callsPerSecond() {
        return calls / seconds;
    }

    double cpuMillisPerCall() {
        return cpuSeconds * 1000 / calls;
    }

    double cpuMillisPerUnit() {
        return cpuSeconds * 1000 / units;
    }
}
