package io.sharewell.benchmark;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Option(names = "--accounts", paramLabel = "N", defaultValue = "300")
    private int accounts;

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

    @Mixin
    private CommonOptions common;

    @Mixin
    private Checks checks;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        checks.atLeast(Organization.FEWEST_ACCOUNTS, "--accounts", accounts);
        checks.latency(latency);
        scanners.forEach(count -> checks.atLeast(1, "--scanners", count));
        checks.atLeast(1, "--sweeps", sweeps);
        Organization organization = common.organization(accounts, latency, false);
        List<ServicesApart> results = new ArrayList<>();
        for (int count : scanners) {
            results.add(measure(organization, count));
        }
        Path file = common.write("services-%d-%s".formatted(accounts, latency), results);
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
                Services services = Services.apart(aws, broker, common.tuning(0, false), count)) {
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
