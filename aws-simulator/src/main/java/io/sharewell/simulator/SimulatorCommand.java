package io.sharewell.simulator;

import io.sharewell.simulator.organization.Latency;
import io.sharewell.simulator.organization.OrganizationFile;
import io.sharewell.simulator.organization.OrganizationFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code simulator}. */
@Command(
        name = "simulator",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        sortOptions = false,
        exitCodeOnInvalidInput = SimulatorCommand.WRONG_USAGE,
        exitCodeOnExecutionException = SimulatorCommand.NOT_STARTED,
        description =
                "Simulates AWS Organizations, STS, SSM, Account and the Well-Architected Tool for AWS's own clients,"
                        + " until it is interrupted.")
public final class SimulatorCommand implements Callable<Integer> {

    static final int WRONG_USAGE = 64;
    static final int NOT_STARTED = 3;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "4566",
            description = "Port of all AWS services; 0: any free one.")
    private int port;

    @Option(
            names = "--admin-port",
            paramLabel = "N",
            defaultValue = "4567",
            description = "Port of the admin API; 0: any free one.")
    private int adminPort;

    @Option(names = "--host", paramLabel = "ADDRESS", defaultValue = "127.0.0.1", description = "Address to listen on.")
    private String host;

    @ArgGroup
    private Source source;

    @Option(
            names = "--accounts",
            paramLabel = "N",
            description = "Accounts of the generated organization. Default: 20, with --demo 60.")
    private Integer accounts;

    @Option(
            names = "--workloads-per-account",
            paramLabel = "W",
            defaultValue = "3",
            description = "Workloads per account on the average; not with --demo.")
    private int workloadsPerAccount;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "The same seed gives the same organization.")
    private long seed;

    @Option(
            names = "--latency",
            paramLabel = "TIME",
            converter = LatencyConverter.class,
            description = "Added to every call: 50ms, or 50ms..400ms for a median and a 99th percentile."
                    + " Default: none, or what the file says.")
    private Latency latency;

    @Option(names = "--no-rate-limits", description = "Throttle nothing.")
    private boolean withoutRateLimits;

    @Option(
            names = "--journal-size",
            paramLabel = "N",
            defaultValue = "20000",
            description = "Calls that /admin/journal remembers.")
    private int journalSize;

    static final class Source {
        @Option(
                names = "--org",
                paramLabel = "FILE",
                description = "Organization file, YAML or JSON, instead of a generated one.")
        private Path file;

        @Option(names = "--demo", description = "An organization with every kind of account and share in it.")
        private boolean demo;
    }

    /** Runs the simulator until the process is told to end. */
    @Override
    public Integer call() throws InterruptedException {
        try {
            return run(options());
        } catch (PortInUseException | OrganizationFileException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return NOT_STARTED;
        }
    }

    private int run(SimulatorOptions options) throws InterruptedException {
        var out = spec.commandLine().getOut();
        try (var simulator = AwsSimulator.start(options)) {
            out.println(new Announcement(simulator, options.organization()).text());
            out.flush();
            awaitEnd();
            return 0;
        }
    }

    private static void awaitEnd() throws InterruptedException {
        var end = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(end::countDown));
        end.await();
    }

    SimulatorOptions options() {
        if (port < 0 || port > 65535 || adminPort < 0 || adminPort > 65535) {
            throw new ParameterException(spec.commandLine(), "A port lies between 0 and 65535");
        }
        if (journalSize < 0) {
            throw new ParameterException(spec.commandLine(), "A journal's size lies not below 0");
        }
        var options = SimulatorOptions.of(organization())
                .withHost(host)
                .withPort(port)
                .withAdminPort(adminPort)
                .withLatency(latency)
                .withJournalSize(journalSize);
        return withoutRateLimits ? options.withoutRateLimits() : options;
    }

    private OrganizationFile organization() {
        try {
            if (source != null && source.file != null) {
                return OrganizationFile.read(source.file);
            }
            return source != null && source.demo
                    ? GeneratedOrganization.demo(accounts == null ? 60 : accounts, seed)
                    : GeneratedOrganization.of(accounts == null ? 20 : accounts, workloadsPerAccount, seed);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }
}
