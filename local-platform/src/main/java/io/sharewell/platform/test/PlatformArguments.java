package io.sharewell.platform.test;

import io.sharewell.simulator.GeneratedOrganization;
import io.sharewell.simulator.SimulatorOptions;
import io.sharewell.simulator.organization.OrganizationFile;
import io.sharewell.simulator.organization.TimeTexts;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a test may say about its platform.
 *
 * @param simulator empty: none is wanted
 */
record PlatformArguments(Optional<Simulated> simulator) {

    static final String SIMULATOR = "simulator";

    private static final String ACCOUNTS = "accounts";
    private static final String WORKLOADS = "workloads";
    private static final String SEED = "seed";
    private static final String LATENCY = "latency";
    private static final String DEMO = "demo";
    private static final String RATE_LIMITS = "rate-limits";
    private static final Set<String> KNOWN = Set.of(SIMULATOR, ACCOUNTS, WORKLOADS, SEED, LATENCY, DEMO, RATE_LIMITS);

    /** Small values, by which one simulator is told from another. */
    record Simulated(int accounts, int workloads, long seed, Duration latency, boolean demo, boolean rateLimits) {

        SimulatorOptions options() {
            var options = SimulatorOptions.of(organization()).withLatency(latency);
            return rateLimits ? options : options.withoutRateLimits();
        }

        private OrganizationFile organization() {
            return demo
                    ? GeneratedOrganization.demo(accounts, seed)
                    : GeneratedOrganization.of(accounts, workloads, seed);
        }
    }

    /**
     * @throws IllegalArgumentException for an argument that is not known, or a value that cannot be read
     */
    static PlatformArguments parse(Map<String, String> arguments) {
        if (!KNOWN.containsAll(arguments.keySet())) {
            var unknown = new TreeSet<>(arguments.keySet());
            unknown.removeAll(KNOWN);
            throw new IllegalArgumentException("unknown arguments of the local platform %s: known are %s"
                    .formatted(unknown, new TreeSet<>(KNOWN)));
        }
        return new PlatformArguments(
                flag(arguments, SIMULATOR, true) ? Optional.of(simulated(arguments)) : Optional.empty());
    }

    private static Simulated simulated(Map<String, String> arguments) {
        return new Simulated(
                Integer.parseInt(arguments.getOrDefault(ACCOUNTS, "20")),
                Integer.parseInt(arguments.getOrDefault(WORKLOADS, "3")),
                Long.parseLong(arguments.getOrDefault(SEED, "1")),
                TimeTexts.duration(arguments.getOrDefault(LATENCY, "0ms")),
                flag(arguments, DEMO, false),
                flag(arguments, RATE_LIMITS, true));
    }

    private static boolean flag(Map<String, String> arguments, String name, boolean otherwise) {
        return switch (arguments.getOrDefault(name, Boolean.toString(otherwise))) {
            case "true" -> true;
            case "false" -> false;
            case String value ->
                throw new IllegalArgumentException("%s is %s: say true or false".formatted(name, value));
        };
    }
}
