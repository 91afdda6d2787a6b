package io.sharewell.benchmark;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
            "and one with 1 %% new workloads; then the same AWS calls by a bare loop over the same SDK clients."
        })
final class SweepCommand implements Callable<Integer> {

    @Option(names = "--accounts", split = ",", paramLabel = "N", defaultValue = "100,1000,5000,10000")
    private List<Integer> accounts;

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
                    "The first, the second with nothing to do, one with 1 %% new workloads, and more like the second.")
    private int sweeps;

    @Option(names = "--passes", paramLabel = "N", defaultValue = "3", description = "Of the bare loop; 0: none.")
    private int passes;

    @Option(
            names = "--http-client",
            defaultValue = "APACHE",
            description = "Of the bare loop: ${COMPLETION-CANDIDATES}.")
    private BareClients.HttpKind http;

    @Option(
            names = "--rate-limits",
            description = "The simulator throttles as AWS does, and our own limits for Organizations hold.")
    private boolean rateLimits;

    @Mixin
    private CommonOptions common;

    @Mixin
    private Checks checks;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Tuning tuning = common.tuning(concurrency, rateLimits);
        check(tuning);
        Measuring measuring = new Measuring(
                tuning,
                sweeps,
                new Measuring.Loop(passes, http),
                spec.commandLine().getErr());
        int status = 0;
        for (String latency : latencies) {
            for (int size : accounts) {
                String name = "sweep-%d-%s".formatted(size, latency);
                Measurement measurement = measuring.of(
                        common.organization(size, latency, rateLimits), swept -> common.write(name, swept));
                tell(measurement, common.write(name, measurement));
                if (measurement.bareLoop().size() < passes) {
                    status = Benchmark.NOT_MEASURED;
                }
            }
        }
        return status;
    }

    private void check(Tuning tuning) {
        accounts.forEach(size -> checks.atLeast(Organization.FEWEST_ACCOUNTS, "--accounts", size));
        latencies.forEach(checks::latency);
        checks.atLeast(0, "--concurrency", concurrency);
        checks.atLeast(1, "--sweeps", sweeps);
        checks.atLeast(0, "--passes", passes);
        if (tuning.settings().containsKey(Tuning.CONCURRENCY)) {
            throw checks.refused(
                    "--set " + Tuning.CONCURRENCY + ": give --concurrency, which the bare loop hears of, too");
        }
    }

    private void tell(Measurement measurement, Path file) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(new SweepTable(measurement).text());
        out.println("Written to " + file);
        out.flush();
    }
}
