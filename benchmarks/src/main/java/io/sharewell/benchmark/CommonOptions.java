package io.sharewell.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** What all measurements of sweeps can be told. */
final class CommonOptions {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Option(names = "--workloads-per-account", paramLabel = "W", defaultValue = "3", description = "On the average.")
    private int workloads;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A setting of the services, as in the environment.")
    private Map<String, String> settings = Map.of();

    @Option(names = "--jvm", paramLabel = "OPTION", description = "An option of the services' JVMs.")
    private List<String> jvm = List.of();

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "benchmarks/target/results")
    private Path folder;

    Organization organization(int accounts, String latency, boolean rateLimits) {
        return new Organization(accounts, workloads, latency, rateLimits);
    }

    /** @param concurrency units at once; 0 is the default */
    Tuning tuning(int concurrency, boolean rateLimits) {
        return new Tuning(concurrency, rateLimits, settings, jvm);
    }

    /**
     * Writes a result as JSON.
     *
     * @return the file
     */
    Path write(String name, Object result) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(name + ".json");
        JSON.writeValue(file.toFile(), result);
        return file;
    }
}
