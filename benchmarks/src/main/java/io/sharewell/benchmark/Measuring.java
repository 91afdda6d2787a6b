package io.sharewell.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sharewell.platform.process.JavaProcess;
import io.sharewell.simulator.AwsSimulator;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures one organization: starts the world, warms AWS up, sweeps, ends the services, and lets the bare loop do the same.
 *
 * @param sweeps how many
 * @param told hears of each sweep as it ends
 */
record Measuring(Tuning tuning, int sweeps, Loop loop, PrintWriter told) {

    private static final String AT_FIRST = "at-first";

    /** AWS was not started a moment ago: the simulator has answered some thousand calls before it counts. */
    private static final Loop WARM_UP = new Loop(3, BareClients.HttpKind.APACHE);

    private static final int WARM_UP_ACCOUNTS = 400;

    private static final Duration PATIENCE_PER_PASS = Duration.ofMinutes(20);

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param passes of the bare loop; none if 0 */
    record Loop(int passes, BareClients.HttpKind http) {}

    /** Who keeps what is known before the bare loop runs, which may take long and may fail. */
    @FunctionalInterface
    interface Keeper {
        void keep(Measurement swept) throws IOException;
    }

    /** Without the bare loop if that is not asked for, or fails. */
    Measurement of(Organization organization, Keeper keeper) throws Exception {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        List<SweepResult> results = new ArrayList<>();
        try (Simulator aws = Simulator.start(organization)) {
            aws.remember(AT_FIRST);
            bareLoop(aws, WARM_UP, WARM_UP_ACCOUNTS);
            aws.returnTo(AT_FIRST);
            double started;
            try (Broker broker = Broker.start(tuning.compilers());
                    Services services = Services.inOneJvm(aws, broker, tuning)) {
                started = services.startedWithin().toMillis() / 1000.0;
                sweeps(new SweepRun(aws, broker, services), aws, results);
            }
            Measurement swept = new Measurement(
                    Instant.now().toString(), machine(load), organization, tuning, started, results, List.of());
            keeper.keep(swept);
            return loop.passes() == 0 ? swept : swept.beside(bareLoopAfterSweeps(aws));
        }
    }

    private List<BarePass> bareLoopAfterSweeps(Simulator aws) throws Exception {
        try {
            aws.returnTo(AT_FIRST);
            return bareLoop(aws, loop, Integer.MAX_VALUE);
        } catch (IllegalStateException e) {
            told.println("The bare loop failed: " + e.getMessage());
            told.flush();
            return List.of();
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
        told.printf(
                "%s: %.1f s, %.0f units/s, %d MB%n",
                sweep.name(),
                sweep.seconds(),
                sweep.unitsPerSecond(),
                sweep.peakMegabytes().services());
        told.flush();
        return sweep;
    }

    private List<BarePass> bareLoop(Simulator aws, Loop loop, int mostAccounts) throws Exception {
        try (JavaProcess process = Programs.benchmark(
                "bare-loop",
                AwsSimulator.environment("us-east-1"),
                List.of(
                        "bare-loop",
                        "--endpoint-url=" + aws.aws(),
                        "--concurrency=" + tuning.callsAtOnce(),
                        "--most-accounts=" + mostAccounts,
                        "--http-client=" + loop.http(),
                        "--passes=" + loop.passes()))) {
            if (process.awaitExit(PATIENCE_PER_PASS.multipliedBy(loop.passes())) != 0) {
                throw new IllegalStateException(process.lastWords());
            }
            List<BarePass> read = new ArrayList<>();
            for (String line : process.output().lines().toList()) {
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
