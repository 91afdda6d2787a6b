package io.sharewell.benchmark;

import io.sharewell.platform.process.JavaCommand;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is set otherwise than by default.
 *
 * @param concurrency units at once; 0 is the default
 * @param rateLimits whether our own limits for Organizations hold
 * @param settings of the services, as environment variables
 * @param jvm options for the services' JVM
 */
record Tuning(int concurrency, boolean rateLimits, Map<String, String> settings, List<String> jvm) {

    static final String CONCURRENCY = "REGION_SCANNER_CONCURRENCY";

    // Listing 10,000 accounts at 7 calls a second alone takes 71 s.
    private static final String UNLIMITED = "10000";

    private static final int DEFAULT_CONCURRENCY = 256;

    private static final String COMPILERS = "-XX:TieredStopAtLevel=";

    /** How many units, and how many calls of the bare loop, are under way at once. */
    int callsAtOnce() {
        return concurrency > 0 ? concurrency : DEFAULT_CONCURRENCY;
    }

    /** Which compilers the JVM has: a sweep's broker has the services', since with {@code ./sharewell} all are in one JVM. */
    List<String> compilers() {
        return Stream.concat(
                        Stream.of(JavaCommand.FIRST_COMPILER_ALONE),
                        jvm.stream().filter(option -> option.startsWith(COMPILERS)))
                .toList();
    }

    Map<String, String> environment() {
        Map<String, String> all = new HashMap<>();
        if (!rateLimits) {
            all.put("ACCOUNT_DISCOVERY_RATES_LIST_ACCOUNTS", UNLIMITED);
            all.put("ACCOUNT_DISCOVERY_RATES_TAGS", UNLIMITED);
            all.put("ACCOUNT_DISCOVERY_RATES_OTHERS", UNLIMITED);
        }
        if (concurrency > 0) {
            all.put(CONCURRENCY, String.valueOf(concurrency));
        }
        all.putAll(settings);
        return all;
    }
}
