package io.sharewell.chaos.faults;

import io.sharewell.chaos.world.SimulatorAdmin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * AWS does not answer as it should, for some time or for the whole sweep.
 *
 * @param words for the schedule
 * @param parts of faults, as the simulator's README names them
 * @param begin before the sweep or in the middle of it
 */
record AwsTrouble(String words, List<Map<String, Object>> parts, Begin begin) implements Fault {

    enum Begin {
        BEFORE_THE_SWEEP,
        IN_THE_MIDDLE
    }

    /** Half of the calls of Well-Architected and STS are refused for 3 s, more than the SDK's own attempts bear. */
    static AwsTrouble throttling(long seed) {
        Map<String, Object> storm = Map.of("kind", "error", "probability", 0.5, "seed", seed, "for", "3s");
        return new AwsTrouble(
                "a storm of 429 for 3 s: half of the calls",
                List.of(
                        with(storm, Map.of("service", "wellarchitected", "code", "ThrottlingException", "status", 429)),
                        with(storm, Map.of("service", "sts", "code", "Throttling", "status", 400))),
                Begin.IN_THE_MIDDLE);
    }

    static AwsTrouble serverErrors(long seed) {
        return new AwsTrouble(
                "one call in ten is answered 500, all the time",
                List.of(Map.of("kind", "error", "status", 500, "probability", 0.1, "seed", seed)),
                Begin.BEFORE_THE_SWEEP);
    }

    static AwsTrouble droppedBefore(long seed) {
        return new AwsTrouble(
                "connections with AWS dropped before the effect for 4 s: one call in five",
                List.of(Map.of("kind", "dropBefore", "probability", 0.2, "seed", seed, "for", "4s")),
                Begin.IN_THE_MIDDLE);
    }

    /** All creates in a short time: whoever repeats one without a token makes a second share. */
    static AwsTrouble droppedAfter(long seed) {
        return new AwsTrouble(
                "connections with AWS dropped after the effect: one call in ten for 4 s, and every other new share",
                List.of(
                        Map.of(
                                "service",
                                "wellarchitected",
                                "operation",
                                "CreateWorkloadShare",
                                "kind",
                                "dropAfter",
                                "probability",
                                0.5,
                                "seed",
                                seed),
                        Map.of("kind", "dropAfter", "probability", 0.1, "seed", seed, "for", "4s")),
                Begin.BEFORE_THE_SWEEP);
    }

    static AwsTrouble hangingRegion(String region) {
        return new AwsTrouble(
                "Region " + region + " hangs",
                List.of(Map.of("service", "wellarchitected", "region", region, "kind", "hang")),
                Begin.BEFORE_THE_SWEEP);
    }

    private static Map<String, Object> with(Map<String, Object> parts, Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(parts);
        all.putAll(more);
        return all;
    }

    @Override
    public void prepare(SimulatorAdmin aws) {
        if (begin == Begin.BEFORE_THE_SWEEP) {
            parts.forEach(aws::fault);
        }
    }

    @Override
    public String strike(Scene scene) {
        if (begin == Begin.IN_THE_MIDDLE) {
            parts.forEach(scene.world().admin()::fault);
        }
        return "set";
    }

    @Override
    public String toString() {
        return words;
    }
}
