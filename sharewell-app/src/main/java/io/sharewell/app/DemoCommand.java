package io.sharewell.app;

import io.sharewell.app.view.ReportFile;
import io.sharewell.app.view.Terminal;
import io.sharewell.events.AccountId;
import io.sharewell.events.Permission;
import io.sharewell.events.Region;
import io.sharewell.platform.EmbeddedKafka;
import io.sharewell.platform.EmbeddedKafkaOptions;
import io.sharewell.simulator.AwsSimulator;
import io.sharewell.simulator.GeneratedOrganization;
import io.sharewell.simulator.SimulatorOptions;
import io.sharewell.simulator.organization.OrganizationFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The main job on a sample organization: nothing leaves this machine. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "The main job on a sample organization: nothing leaves this machine.",
            "It has every kind of account and share in it; the Kafka broker is real, AWS is simulated."
        })
final class DemoCommand implements Callable<Integer> {

    private static final List<Duration> RETRY_DELAYS =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3));
    private static final int FEWEST_ACCOUNTS = 30;

    @Option(names = "--accounts", defaultValue = "60", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
    private int accounts;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "S",
            description = "The same seed makes the same organization; default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--latency",
            defaultValue = "20ms",
            paramLabel = "TIME",
            converter = Converters.Time.class,
            description = "How long the simulated AWS takes for a call; default: ${DEFAULT-VALUE}.")
    private Duration latency;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write the report there: JSON, or CSV with the ending .csv.")
    private Path report;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (accounts < FEWEST_ACCOUNTS) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--accounts must be at least " + FEWEST_ACCOUNTS + " so that every kind of account is in it");
        }
        Instant start = Instant.now();
        Console console = new Console(spec.commandLine().getOut(), Terminal.ofThisProcess());
        if (report != null) {
            ReportFile.check(report);
        }
        OrganizationFile organization = GeneratedOrganization.demo(accounts, seed);
        System.setProperty("aws.accessKeyId", AwsSimulator.ACCESS_KEY_ID);
        System.setProperty("aws.secretAccessKey", AwsSimulator.SECRET_ACCESS_KEY);
        try (CtrlC ctrlC = new CtrlC();
                Workspace workspace = Workspace.in(Optional.empty());
                AwsSimulator aws =
                        AwsSimulator.start(SimulatorOptions.of(organization).withLatency(latency));
                EmbeddedKafka kafka = EmbeddedKafka.start(EmbeddedKafkaOptions.keptIn(workspace.folder("kafka")))) {
            console.say("Simulated AWS with " + accounts + " accounts (seed " + seed + ") and a real Kafka broker.");
            Map<String, String> settings = settings(organization, aws)
                    .byName(kafka.bootstrapServers(), workspace.folder("keysets"), RETRY_DELAYS);
            return OneJvm.run(settings, conductor -> {
                WatchedSweep sweep = new WatchedSweep(conductor, console, Clock.systemUTC(), ctrlC);
                SimulatorCalls calls = new SimulatorCalls(aws.adminEndpoint());
                AccountId reviewsAccount = AccountId.of(organization.reviewsAccountId());
                return new Demo(console, sweep, calls, reviewsAccount, start).run(report);
            });
        }
    }

    private static RunSettings settings(OrganizationFile organization, AwsSimulator aws) {
        return new RunSettings(
                List.of(new TargetOption(organization.reviewsAccountId(), Permission.READONLY)),
                new RoleOptions.Role(OrganizationFile.DEFAULT_ROLE, "/", Optional.empty()),
                Optional.of("arn:aws:iam::" + organization.reviewsAccountId() + ":role/"
                        + GeneratedOrganization.ACCEPTANCE_ROLE),
                Optional.of(aws.endpoint()),
                Region.of("eu-west-1"),
                "ERROR");
    }
}
