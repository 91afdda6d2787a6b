package io.sharewell.app;

import io.sharewell.app.doctor.Doctor;
import io.sharewell.app.doctor.DoctorReport;
import io.sharewell.app.doctor.DoctorSettings;
import io.sharewell.app.doctor.DoctorView;
import io.sharewell.app.doctor.WrongProxyException;
import io.sharewell.app.view.ReportFile;
import io.sharewell.app.view.Terminal;
import io.sharewell.events.AccountId;
import io.sharewell.events.Region;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/** The command {@code doctor}: what a sweep needs, and the cure for what is missing. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Looks at what a sweep needs and names what is missing, with the cure, before anybody waits for a sweep.",
            "Takes seconds, asks AWS read-only, needs no broker. With the AWS credentials of this shell."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:Nothing is missing, as far as it can be told without writing.",
            "2:A sweep would have problems with some accounts or Regions.",
            "3:The set-up is wrong; what is told names the cure.",
            "64:The command line is wrong."
        })
final class DoctorCommand implements Callable<Integer> {

    private final Supplier<Terminal> terminal;
    private final Supplier<AwsCredentialsProvider> credentials;
    private final Clock clock;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--reviews-account",
            required = true,
            paramLabel = "ID",
            converter = Converters.Account.class,
            description = "The account that every workload is to be shared with; 12 digits.")
    private AccountId reviewsAccount;

    @Option(
            names = "--accounts",
            split = ",",
            paramLabel = "ID",
            converter = Converters.Account.class,
            description = "Look at these accounts; default: a sample of five.")
    private List<AccountId> accounts = List.of();

    @Mixin
    private RoleOptions role;

    @Option(
            names = "--accept-with-role",
            paramLabel = "ARN",
            description = "The role in the reviews account that accepts invitations, if one does.")
    private String acceptanceRole;

    @Option(
            names = "--regions",
            split = ",",
            paramLabel = "REGION",
            converter = Converters.AwsRegion.class,
            description = "Look into these Regions; default: all that have the Well-Architected Tool.")
    private List<Region> regions = List.of();

    @Mixin
    private RegionOption region;

    @Mixin
    private EndpointOption endpoint;

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description = "See whether this Kafka broker answers.")
    private String bootstrapServers;

    @Option(
            names = "--seal-keyset",
            paramLabel = "FILE",
            description = "See whether this keyset can seal sessions (credential-broker.seal-keyset).")
    private Path sealKeyset;

    @Option(
            names = "--grant-keyset",
            paramLabel = "FILE",
            description = "See whether this keyset can sign grants (credential-broker.grant-keyset).")
    private Path grantKeyset;

    @Option(names = "--json", description = "Print JSON, for programs.")
    private boolean json;

    @Option(names = "--report", paramLabel = "FILE", description = "Write the JSON there.")
    private Path report;

    /** With the credentials and the clock of this machine, for the terminal that this process has. */
    DoctorCommand() {
        this(Terminal::ofThisProcess, () -> DefaultCredentialsProvider.builder().build(), Clock.systemUTC());
    }

    DoctorCommand(Supplier<Terminal> terminal, Supplier<AwsCredentialsProvider> credentials, Clock clock) {
        this.terminal = terminal;
        this.credentials = credentials;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        DoctorSettings settings = settings();
        if (report != null) {
            ReportFile.check(report);
        }
        DoctorReport found = examine(settings);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Doctor.json(found));
        } else {
            new DoctorView(terminal.get()).print(found, out);
        }
        if (report != null) {
            ReportFile.writeJson(Doctor.json(found), report);
            (json ? spec.commandLine().getErr() : out).println("Report: " + report.toAbsolutePath());
        }
        out.flush();
        return found.exitStatus();
    }

    private DoctorReport examine(DoctorSettings settings) {
        try {
            return new Doctor(credentials.get(), clock).examine(settings);
        } catch (WrongProxyException e) {
            throw new Failures.SetUpException(e.getMessage());
        }
    }

    private DoctorSettings settings() {
        RoleOptions.Role assumed = role.of(spec);
        OptionForm.require(
                spec,
                "--bootstrap-servers",
                bootstrapServers,
                "[^\\s,]+:\\d{1,5}(,[^\\s,]+:\\d{1,5})*",
                "HOST:PORT, several with commas between them");
        OptionForm.require(
                spec, "--report", report, "(?i).*(?<!\\.csv)", "the name of a JSON file, since doctor has no table");
        return new DoctorSettings(
                reviewsAccount,
                accounts,
                assumed.name(),
                assumed.path(),
                assumed.externalId(),
                AcceptanceRole.of(acceptanceRole, reviewsAccount, spec),
                endpoint.url(),
                region.of(spec),
                regions,
                Optional.ofNullable(bootstrapServers),
                Optional.ofNullable(sealKeyset),
                Optional.ofNullable(grantKeyset));
    }
}
