package io.sharewell.simulator.organization;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/**
 * An account's workloads in one Region: written as a number (so many, made up when they are first
 * asked for) or as a list.
 */
public record RegionWorkloads(int generated, List<WorkloadFile> listed) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static RegionWorkloads generated(int count) {
        return new RegionWorkloads(count, List.of());
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static RegionWorkloads listed(List<WorkloadFile> workloads) {
        return new RegionWorkloads(0, List.copyOf(workloads));
    }

    @JsonValue
    Object written() {
        return listed.isEmpty() ? (Object) generated : listed;
    }
}
