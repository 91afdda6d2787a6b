package io.sharewell.benchmark;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonProperty.Access;

/** One pass of the bare loop over the organization. */
@JsonIgnoreProperties(ignoreUnknown = true)
record BarePass(double seconds, long calls, long units, double cpuSeconds) {

    @JsonProperty(access = Access.READ_ONLY)
    double callsPerSecond() {
        return calls / seconds;
    }

    @JsonProperty(access = Access.READ_ONLY)
    double cpuMillisPerCall() {
        return cpuSeconds * 1000 / calls;
    }

    @JsonProperty(access = Access.READ_ONLY)
    double cpuMillisPerUnit() {
        return cpuSeconds * 1000 / units;
    }
}
