package io.sharewell.app;

import io.sharewell.aws.AwsRegions;
import io.sharewell.events.AccountId;
import io.sharewell.events.Mode;
import io.sharewell.events.Permission;
import io.sharewell.events.Principal;
import io.sharewell.writer.WriterSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What every sweep from the command line takes. */
final class SweepOptions {

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
            description = "Of the reviews account: ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
    private Permission permission;

    @Option(
            names = "--share-also-with",
            paramLabel = "PRINCIPAL[=PERMISSION]",
            converter = Converters.Target.class,
            description = {
                "Another account id, the ARN of an IAM user, or the id or ARN of an OU or an organization.",
                "May be given several times."
            })
    private List<TargetOption> others;

    @Option(names = "--plan", description = "Write nothing to AWS; say what would be done.")
    private boolean plan;

    @Mixin
    private RoleOptions role;

    @Mixin
    private EndpointOption endpoint;

    @Mixin
    private RegionOption region;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write the report there: JSON, or with the ending .csv a table of workloads.")
    private Path report;

    @Option(
            names = "--broker-dir",
            paramLabel = "DIR",
            description = "Keep the broker's data there: the same command after a crash goes on where it was;"
                    + " default: a temporary folder.")
    private Path brokerDir;

    @Option(
            names = "--log-level",
            defaultValue = "WARN",
            paramLabel = "L",
            description =
                    "ERROR, WARN, INFO (a line per account, change and problem) or DEBUG; default: ${DEFAULT-VALUE}.")
    private LogLevel logLevel;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** How much is logged, to standard error. */
    enum LogLevel {
        ERROR,
        WARN,
        INFO,
        DEBUG
    }

    AccountId reviewsAccount() {
        return reviewsAccount;
    }

    /** @throws ParameterException if one is named twice, or they are more than a workload can have shares */
    List<TargetOption> targets() {
        List<TargetOption> targets = new ArrayList<>();
        targets.add(new TargetOption(reviewsAccount.value(), permission));
        targets.addAll(others == null ? List.of() : others);
        Set<String> seen = new HashSet<>();
        for (TargetOption target : targets) {
            if (!seen.add(Principal.keyOf(target.principal()))) {
                throw wrong(target.principal() + " is named twice: name each target once");
            }
        }
        if (targets.size() > WriterSettings.MOST_TARGETS) {
            throw wrong("these are " + targets.size() + " targets with the reviews account: AWS allows "
                    + WriterSettings.MOST_TARGETS + " shares per workload");
        }
        return targets;
    }

    private ParameterException wrong(String why) {
        return new ParameterException(command.commandLine(), "--share-also-with: " + why);
    }

    Mode mode() {
        return plan ? Mode.PLAN : Mode.APPLY;
    }

    Optional<Path> report() {
        return Optional.ofNullable(report);
    }

    Optional<Path> brokerDir() {
        return Optional.ofNullable(brokerDir);
    }

    /** The organization's, such as {@code aws}. */
    String partition() {
        return AwsRegions.partitionOf(region.of(command));
    }

    /** The services' settings, but for where the broker and the keysets are. */
    RunSettings settings() {
        return new RunSettings(
                targets(), role.of(command), Optional.empty(), endpoint.url(), region.of(command), logLevel.name());
    }

    /** What must be the same for an unfinished sweep to be gone on with. */
    List<String> fingerprint() {
        return List.of(
                "targets=" + targets(),
                "plan=" + plan,
                "role=" + role.of(command),
                "endpoint-url=" + endpoint.url(),
                "partition=" + partition());
    }
}
