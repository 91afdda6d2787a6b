package io.sharewell.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The metrics of the code, by the names they have in Prometheus. */
final class Metrics {

    private static final Pattern NAMED = Pattern.compile("(\\w+)\\(\\s*\"(sharewell\\.[a-z.]+)\"([^;]*)");

    /**
     * Of Kafka's client, which Quarkus binds; FourProcessesEndToEndIT looks whether it is there. Not its maximum, which is
     * unknown while nothing is fetched, as when a pod is stuck.
     */
    private static final Set<String> OF_LIBRARIES = Set.of("kafka_consumer_fetch_manager_records_lag");

    private Metrics() {}

    /** Without the suffixes of histograms. */
    static Set<String> all() throws IOException {
        Set<String> names = new TreeSet<>(OF_LIBRARIES);
        for (String module : List.of("aws-access", "pipeline-messaging", "account-discovery")) {
            try (Stream<Path> files = Files.walk(Code.ROOT.resolve(module).resolve("src/main/java"))) {
                for (Path file :
                        files.filter(it -> it.toString().endsWith(".java")).toList()) {
                    String code = Files.readString(file);
                    if (code.contains("io.micrometer")) {
                        NAMED.matcher(code).results().map(Metrics::name).forEach(names::add);
                    }
                }
            }
        }
        return names;
    }

    /** Micrometer's rule for Prometheus. */
    private static String name(MatchResult named) {
        String suffix =
                switch (named.group(1)) {
                    case "counter" -> "_total";
                    case "timer" -> "_seconds";
                    default -> named.group(3).contains("baseUnit(\"seconds\")") ? "_seconds" : "";
                };
        return named.group(2).replace('.', '_') + suffix;
    }
}
