package io.sharewell.simulator.organization;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An account's workloads in one Region: written as a number (so many, made up when they are first
 * asked for) or as a list.
 */
public record RegionWorkloads(int generated, List<WorkloadFile> listed) {

    public RegionWorkloads {
        if (listed == null) {
            throw new IllegalArgumentException(
                    "An account's workloads in a Region are a number or a list, such as eu-west-1: 3");
        }
    }

    /** Half a million of these may say the same few numbers. */
    private static final List<RegionWorkloads> FEW = IntStream.range(0, 100)
            .mapToObj(it -> new RegionWorkloads(it, List.of()))
            .toList();

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static RegionWorkloads generated(int count) {
        return count >= 0 && count < FEW.size() ? FEW.get(count) : new RegionWorkloads(count, List.of());
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
