package io.sharewell.benchmark;

import io.sharewell.platform.process.JavaProcess;
import io.sharewell.platform.process.TemporaryFolder;
import io.sharewell.simulator.AwsSimulator;
import io.sharewell.simulator.organization.OrganizationFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How soon what is started is ready. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = {
            "How soon `./sharewell run` sweeps, its broker's start included, from the start of its process until AWS is asked",
            "for accounts; and how soon each single service is ready, a broker being there. One after another."
        })
final class StartCommand implements Callable<Integer> {

    private static final String FIRST_CALL = "organizations.ListAccounts";
    private static final Duration LOOK = Duration.ofMillis(10);

    @Option(names = "--times", paramLabel = "N", defaultValue = "5")
    private int times;

    @Mixin
    private CommonOptions common;

    @Mixin
    private Checks checks;

    @Spec
    private CommandSpec spec;

    /**
     * @param seconds of each start, in their order
     * @param cpuSeconds of each, until it was ready
     */
    private record Starts(String what, List<Double> seconds, List<Double> cpuSeconds) {

        Starts(String what) {
            this(what, new ArrayList<>(), new ArrayList<>());
        }

        void add(Duration start, Spent spent) {
            seconds.add(start.toMillis() / 1000.0);
            cpuSeconds.add(spent.cpuSeconds());
        }
    }

    @Override
    public Integer call() throws Exception {
        checks.atLeast(1, "--times", times);
        List<Starts> all = new ArrayList<>();
        try (Simulator aws = Simulator.start(common.organization(Organization.FEWEST_ACCOUNTS, "0ms", false))) {
            all.add(oneJvm(aws));
            try (Broker broker = Broker.start()) {
                for (String module :
                        List.of("account-discovery", "credential-broker", "region-scanner", "share-writer")) {
                    all.add(service(module, aws, broker));
                }
            }
        }
        tell(all);
        return 0;
    }

    private Starts oneJvm(Simulator aws) throws InterruptedException {
        Starts starts = new Starts("one JVM with its broker");
        for (int i = 0; i < times; i++) {
            aws.resetCalls();
            long began = System.nanoTime();
            try (TemporaryFolder folder = AtTheEnd.close(TemporaryFolder.create("sharewell-benchmark-run"));
                    JavaProcess process = run(aws, folder.path())) {
                while (!aws.calls().containsKey(FIRST_CALL)) {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("run ended before it swept:\n" + process.lastWords());
                    }
                    Thread.sleep(LOOK);
                }
                starts.add(Duration.ofNanos(System.nanoTime() - began), Spent.by(process.pid()));
            }
        }
        return starts;
    }

    private JavaProcess run(Simulator aws, Path folder) {
        return Programs.sharewell(
                "run",
                AwsSimulator.environment("us-east-1"),
                common.tuning(0, false).jvm(),
                List.of(
                        "run",
                        "--reviews-account=" + OrganizationFile.REVIEWS_ACCOUNT,
                        "--endpoint-url=" + aws.aws(),
                        "--broker-dir=" + folder));
    }

    private Starts service(String module, Simulator aws, Broker broker) throws Exception {
        Starts starts = new Starts(module);
        for (int i = 0; i < times; i++) {
            try (Services one = Services.one(module, aws, broker, common.tuning(0, false))) {
                starts.add(one.startedWithin(), one.spent());
            }
        }
        return starts;
    }

    private void tell(List<Starts> all) throws Exception {
        MarkdownTable table = new MarkdownTable("what", "ready after s, median", "each", "CPU s until then, median");
        for (Starts starts : all) {
            table.row(
                    starts.what(),
                    MarkdownTable.number(1, median(starts.seconds())),
                    starts.seconds().stream()
                            .map(seconds -> MarkdownTable.number(1, seconds))
                            .collect(Collectors.joining(", ")),
                    MarkdownTable.number(1, median(starts.cpuSeconds())));
        }
        PrintWriter out = spec.commandLine().getOut();
        table.lines().forEach(out::println);
        out.println();
        out.println("Written to " + common.write("start", Map.of("starts", all)));
        out.flush();
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
