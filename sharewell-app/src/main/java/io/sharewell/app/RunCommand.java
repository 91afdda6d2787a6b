package io.sharewell.app;

import io.sharewell.app.view.ExitStatus;
import io.sharewell.app.view.ReportFile;
import io.sharewell.app.view.Terminal;
import io.sharewell.discovery.domain.SweepConductor;
import io.sharewell.discovery.domain.SweepRequest;
import io.sharewell.events.AccountDiscovered;
import io.sharewell.events.AccountId;
import io.sharewell.events.Mode;
import io.sharewell.events.Permission;
import io.sharewell.events.Purpose;
import io.sharewell.events.Region;
import io.sharewell.events.Selection;
import io.sharewell.events.ledger.SweepReport;
import io.sharewell.platform.EmbeddedKafka;
import io.sharewell.platform.EmbeddedKafkaOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** One sweep over the organization, on this machine. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "One sweep over the organization, with the AWS credentials of this shell (default credentials chain)",
            "and an embedded Kafka broker. The credentials must be those of the automation account."
        })
final class RunCommand implements Callable<Integer> {

    private static final List<Duration> RETRY_DELAYS =
            List.of(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(2));

    @Option(
            names = "--reviews-account",
            required = true,
            paramLabel = "ID",
            converter = Converters.Account.class,
            description = "The account that every workload is shared with; 12 digits.")
    private AccountId reviewsAccount;

    @Option(
            names = "--permission",
            defaultValue = "READONLY",
            description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
    private Permission permission;

    @Option(names = "--plan", description = "Write nothing to AWS; say what would be done.")
    private boolean plan;

    @Option(
            names = "--role-name",
            defaultValue = "WellArchitectedShares",
            paramLabel = "NAME",
            description = "The role in each account; default: ${DEFAULT-VALUE}.")
    private String roleName;

    @Option(
            names = "--external-id",
            paramLabel = "X",
            description = "The external id that the role asks for, if it does.")
    private String externalId;

    @Option(
            names = "--accounts",
            split = ",",
            paramLabel = "ID",
            converter = Converters.Account.class,
            description = "Only these accounts.")
    private List<AccountId> accounts;

    @Option(
            names = "--exclude-accounts",
            split = ",",
            paramLabel = "ID",
            converter = Converters.Account.class,
            description = "Not these accounts.")
    private List<AccountId> excludeAccounts;

    @Option(
            names = "--regions",
            split = ",",
            paramLabel = "REGION",
            converter = Converters.AwsRegion.class,
            description = "Only these Regions; default: all that have the Well-Architected Tool.")
    private List<Region> regions;

    @Option(
            names = "--endpoint-url",
            paramLabel = "URL",
            description = "Ask this endpoint instead of AWS: a simulator.")
    private URI endpointUrl;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            converter = Converters.AwsRegion.class,
            description = "The Region whose STS and SSM are asked; default: the shell's, else us-east-1.")
    private Region region;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write the report there: JSON, or with the ending .csv a table of workloads.")
    private Path report;

    @Option(
            names = "--broker-dir",
            paramLabel = "DIR",
            description = {
                "Keep the broker's data there: the same command after a crash goes on where it was;",
                "default: a temporary folder."
            })
    private Path brokerDir;

    @Option(
            names = "--log-level",
            defaultValue = "WARN",
            paramLabel = "L",
            description =
                    "ERROR, WARN, INFO (a line per account, change and problem) or DEBUG; default: ${DEFAULT-VALUE}.")
    private LogLevel logLevel;

    @Spec
    private CommandSpec spec;

    /** How much is logged, to standard error. */
    enum LogLevel {
        ERROR,
        WARN,
        INFO,
        DEBUG
    }

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine().getOut(), Terminal.ofThisProcess());
        if (report != null) {
            ReportFile.check(report);
        }
        try (CtrlC ctrlC = new CtrlC();
                Workspace workspace = Workspace.in(Optional.ofNullable(brokerDir));
                EmbeddedKafka kafka = EmbeddedKafka.start(EmbeddedKafkaOptions.keptIn(workspace.folder("kafka")))) {
            RunSettings settings = settings(kafka, workspace);
            EarlierRun earlier = new EarlierRun(workspace, fingerprint());
            earlier.dropWorkIfOther(kafka.bootstrapServers());
            return OneJvm.run(settings.byName(), conductor -> {
                WatchedSweep sweep = new WatchedSweep(conductor, console, Clock.systemUTC(), ctrlC);
                return outcome(console, sweep(conductor, sweep, earlier));
            });
        }
    }

    private SweepReport sweep(SweepConductor conductor, WatchedSweep sweep, EarlierRun earlier)
            throws InterruptedException {
        Optional<String> unfinished = earlier.unfinished(conductor);
        return unfinished.isPresent() ? sweep.watch(unfinished.get()) : sweep.run(request());
    }

    private int outcome(Console console, SweepReport sweep) {
        console.show(sweep);
        if (report != null) {
            console.write(sweep, report);
        }
        return ExitStatus.of(sweep);
    }

    private SweepRequest request() {
        Selection selection = new Selection(accounts, excludeAccounts, null, null, null, regions, false);
        return new SweepRequest(
                Purpose.SHARE, plan ? Mode.PLAN : Mode.APPLY, selection, AccountDiscovered.Cause.REQUEST);
    }

    private RunSettings settings(EmbeddedKafka kafka, Workspace workspace) {
        return new RunSettings(
                reviewsAccount,
                permission,
                roleName,
                Optional.ofNullable(externalId),
                Optional.ofNullable(endpointUrl),
                Optional.ofNullable(region).map(Region::value),
                kafka.bootstrapServers(),
                workspace.folder("keysets"),
                RETRY_DELAYS,
                logLevel.name());
    }

    /** What must be the same for an unfinished sweep to be gone on with. */
    private String fingerprint() {
        return String.join(
                "\n",
                List.of(
                        "reviews-account=" + reviewsAccount,
                        "permission=" + permission,
                        "plan=" + plan,
                        "role-name=" + roleName,
                        "external-id=" + externalId,
                        "accounts=" + accounts,
                        "exclude-accounts=" + excludeAccounts,
                        "regions=" + regions,
                        "endpoint-url=" + endpointUrl));
    }
}
