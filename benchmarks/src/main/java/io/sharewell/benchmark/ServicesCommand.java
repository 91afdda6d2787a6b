package io.sharewell.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Each service in a process of its own, and several scanners that share the work. */
@Command(
        name = "services",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = {
            "Each service as a process of its own, started one after another as in its container: how soon it is ready,",
            "what it takes of memory and CPU, and how several scanners share the work."
        })
final class ServicesCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Option(names = "--accounts", paramLabel = "N", defaultValue = "300")
    private int accounts;

    @Option(names = "--workloads-per-account", paramLabel = "W", defaultValue = "3", description = "On the average.")
    private int workloads;

    @Option(names = "--latency", paramLabel = "TIME", defaultValue = "50ms")
    private String latency;

    @Option(
            names = "--scanners",
            split = ",",
            paramLabel = "N",
            defaultValue = "1,2,4",
            description = "How many there are, in one measurement after another.")
    private List<Integer> scanners;

    @Option(names = "--sweeps", paramLabel = "N", defaultValue = "2")
    private int sweeps;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A setting of the services, as in the environment.")
    private Map<String, String> settings = Map.of();

    @Option(names = "--jvm", paramLabel = "OPTION", description = "An option of the services' JVMs.")
    private List<String> jvm = List.of();

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "benchmarks/target/results")
    private Path folder;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (scanners.stream().anyMatch(count -> count < 1) || sweeps < 1) {
            throw new ParameterException(spec.commandLine(), "--scanners and --sweeps: at least 1");
        }
        Files.createDirectories(folder);
        Organization organization = new Organization(accounts, workloads, latency, false);
        List<ServicesApart> results = new ArrayList<>();
        for (int count : scanners) {
            results.add(measure(organization, count));
        }
        Path file = folder.resolve("services-%d-%s.json".formatted(accounts, latency));
        JSON.writeValue(file.toFile(), results);
        PrintWriter out = spec.commandLine().getOut();
        out.println(new ServicesTable(organization, results).text());
        out.println("Written to " + file);
        out.flush();
        return 0;
    }

    private ServicesApart measure(Organization organization, int count) throws Exception {
        PrintWriter told = spec.commandLine().getErr();
        try (Simulator aws = Simulator.start(organization);
                Broker broker = Broker.start();
                Services services = Services.apart(aws, broker, new Tuning(0, settings, jvm), count)) {
            SweepRun run = new SweepRun(aws, broker, services);
            List<SweepResult> results = new ArrayList<>();
            for (int i = 1; i <= sweeps; i++) {
                SweepResult sweep = run.sweep("sweep " + i);
                told.printf(
                        "%d scanners, %s: %.1f s, %.0f units/s%n",
                        count, sweep.name(), sweep.seconds(), sweep.unitsPerSecond());
                told.flush();
                results.add(sweep);
            }
            return new ServicesApart(
                    count,
                    results,
                    services.all().stream().map(ServicesApart.One::of).toList());
        }
    }
}
