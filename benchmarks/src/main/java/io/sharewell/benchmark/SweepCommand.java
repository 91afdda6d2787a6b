package io.sharewell.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.sharewell.platform.process.JavaProcess;
import io.sharewell.simulator.AwsSimulator;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Sweeps of organizations of several sizes, each with the bare loop after it. */
@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = {
            "Simulator, broker and the four services as three processes: a first sweep from a cold start, a second one,",
            "and one with 1 % new workloads; then the same AWS calls by a bare loop over the same SDK clients."
        })
final class SweepCommand implements Callable<Integer> {

    private static final String AT_FIRST = "at-first";
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Option(names = "--accounts", split = ",", paramLabel = "N", defaultValue = "100,1000,5000,10000")
    private List<Integer> accounts;

    @Option(names = "--workloads-per-account", paramLabel = "W", defaultValue = "3", description = "On the average.")
    private int workloads;

    @Option(names = "--latency", split = ",", paramLabel = "TIME", defaultValue = "50ms,5ms")
    private List<String> latencies;

    @Option(
            names = "--concurrency",
            paramLabel = "C",
            defaultValue = "0",
            description = "Units at once, and calls of the bare loop at once; 0: the services' default.")
    private int concurrency;

    @Option(
            names = "--sweeps",
            paramLabel = "N",
            defaultValue = "3",
            description =
                    "The first, the second with nothing to do, one with 1 % new workloads, and more like the second.")
    private int sweeps;

    @Option(names = "--passes", paramLabel = "N", defaultValue = "3", description = "Of the bare loop; 0: none.")
    private int passes;

    @Option(
            names = "--http-client",
            defaultValue = "APACHE",
            description = "Of the bare loop: ${COMPLETION-CANDIDATES}.")
    private BareClients.HttpKind http;

    @Option(names = "--rate-limits", description = "The simulator throttles as AWS does.")
    private boolean rateLimits;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A setting of the services, as in the environment.")
    private Map<String, String> settings = Map.of();

    @Option(names = "--jvm", paramLabel = "OPTION", description = "An option of the services' JVM.")
    private List<String> jvm = List.of();

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "benchmarks/target/results")
    private Path folder;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Files.createDirectories(folder);
        for (String latency : latencies) {
            for (int size : accounts) {
                Measurement measurement = measure(new Organization(size, workloads, latency, rateLimits));
                Path file = folder.resolve("sweep-%d-%s.json".formatted(size, latency));
                JSON.writeValue(file.toFile(), measurement);
                PrintWriter out = spec.commandLine().getOut();
                out.println(new SweepTable(measurement).text());
                out.println("Written to " + file);
                out.flush();
            }
        }
        return 0;
    }

    private Measurement measure(Organization organization) throws Exception {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        Tuning tuning = new Tuning(concurrency, settings, jvm);
        List<SweepResult> results = new ArrayList<>();
        try (Simulator aws = Simulator.start(organization)) {
            aws.remember(AT_FIRST);
            double started;
            try (Broker broker = Broker.start();
                    Services services = Services.start(aws, broker, tuning)) {
                started = services.startedWithin().toMillis() / 1000.0;
                sweeps(new SweepRun(aws, broker, services), aws, results);
            }
            aws.returnTo(AT_FIRST);
            return new Measurement(
                    Instant.now().toString(),
                    machine(load),
                    organization,
                    tuning.callsAtOnce(),
                    started,
                    results,
                    passes == 0 ? List.of() : bareLoop(aws, tuning.callsAtOnce()));
        }
    }

    private void sweeps(SweepRun run, Simulator aws, List<SweepResult> results) throws InterruptedException {
        List<String> names = List.of("first", "second", "1 % new");
        for (int i = 0; i < sweeps; i++) {
            if (i == names.size() - 1) {
                aws.forgetOneShareInAHundred();
            }
            results.add(told(run.sweep(i < names.size() ? names.get(i) : "sweep " + (i + 1))));
        }
    }

    private SweepResult told(SweepResult sweep) {
        PrintWriter err = spec.commandLine().getErr();
        err.printf(
                "%s: %.1f s, %.0f units/s, %d MB%n",
                sweep.name(),
                sweep.seconds(),
                sweep.unitsPerSecond(),
                sweep.peakMegabytes().services());
        err.flush();
        return sweep;
    }

    private List<BarePass> bareLoop(Simulator aws, int callsAtOnce) throws Exception {
        Map<String, String> keys = Map.of(
                "AWS_ACCESS_KEY_ID", AwsSimulator.ACCESS_KEY_ID,
                "AWS_SECRET_ACCESS_KEY", AwsSimulator.SECRET_ACCESS_KEY);
        try (JavaProcess loop = Programs.benchmark(
                "bare-loop",
                keys,
                List.of(
                        "bare-loop",
                        "--endpoint-url=" + aws.aws(),
                        "--concurrency=" + callsAtOnce,
                        "--http-client=" + http,
                        "--passes=" + passes))) {
            if (loop.awaitExit() != 0) {
                throw new IllegalStateException(loop.lastWords());
            }
            List<BarePass> read = new ArrayList<>();
            for (String line : loop.output().lines().toList()) {
                read.add(JSON.readValue(line, BarePass.class));
            }
            return read;
        }
    }

    private static Measurement.Machine machine(double load) throws Exception {
        long kilobytes = Files.readAllLines(Path.of("/proc/meminfo")).stream()
                .filter(line -> line.startsWith("MemTotal:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
        return new Measurement.Machine(
                Runtime.getRuntime().availableProcessors(),
                kilobytes / 1024,
                Runtime.version().toString(),
                load);
    }
}
