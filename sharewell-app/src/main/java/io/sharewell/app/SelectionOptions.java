package io.sharewell.app;

import io.sharewell.aws.AwsRegions;
import io.sharewell.discovery.domain.SelectionRules;
import io.sharewell.events.AccountId;
import io.sharewell.events.Region;
import io.sharewell.events.Selection;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which accounts, Regions and workloads a command is about. */
final class SelectionOptions {

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
            names = "--ous",
            split = ",",
            paramLabel = "OU",
            converter = Converters.Ou.class,
            description = "Only accounts in these OUs, or anywhere below them; the nearest rule wins.")
    private List<String> ous;

    @Option(
            names = "--exclude-ous",
            split = ",",
            paramLabel = "OU",
            converter = Converters.Ou.class,
            description = "No accounts in these OUs, or anywhere below them.")
    private List<String> excludeOus;

    @Option(
            names = "--tag",
            paramLabel = "RULE",
            converter = Converters.Tag.class,
            description = "Only accounts with this tag: key=value or key!=value. May be given several times.")
    private List<String> tags;

    @Option(names = "--management-account", description = "The management account, too.")
    private boolean managementAccount;

    @Option(
            names = "--regions",
            split = ",",
            paramLabel = "REGION",
            converter = Converters.AwsRegion.class,
            description = "Only these Regions; default: all that have the Well-Architected Tool.")
    private List<Region> regions;

    @Option(
            names = "--exclude-regions",
            split = ",",
            paramLabel = "REGION",
            converter = Converters.AwsRegion.class,
            description = "Not these Regions.")
    private List<Region> excludeRegions;

    @Option(
            names = "--workload-name-prefix",
            paramLabel = "TEXT",
            converter = Converters.Prefix.class,
            description = "Only workloads whose names begin so.")
    private String workloadNamePrefix;

    @Option(
            names = "--retry-problems",
            paramLabel = "REPORT",
            description = "Only the accounts and Regions that had problems or no outcome in this report (JSON).")
    private Path retryProblems;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /**
     * @param partition of the organization, such as {@code aws}
     * @throws ParameterException if the options contradict each other, or a Region is in another partition
     * @throws Failures.SetUpException if the report of earlier problems cannot be read, or has none
     */
    Selection selection(String partition) {
        requireIn(partition, "--regions", regions);
        requireIn(partition, "--exclude-regions", excludeRegions);
        if (retryProblems != null) {
            return problemsOfEarlier();
        }
        Selection selection = new Selection(
                accounts,
                excludeAccounts,
                ous,
                excludeOus,
                tags,
                regions,
                excludeRegions,
                null,
                workloadNamePrefix,
                managementAccount);
        try {
            SelectionRules.requireRegionLeft(selection.regions(), selection.excludeRegions());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--exclude-regions: " + e.getMessage());
        }
        return selection;
    }

    /** @param named null if none are */
    private void requireIn(String partition, String option, List<Region> named) {
        try {
            for (Region region : named == null ? List.<Region>of() : named) {
                AwsRegions.named(region.value(), partition);
            }
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), option + ": " + e.getMessage() + ", which is that of --region");
        }
    }

    private Selection problemsOfEarlier() {
        if (accounts != null || ous != null || regions != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--retry-problems names accounts and Regions: leave --accounts, --ous and --regions out");
        }
        EarlierProblems problems = EarlierProblems.in(retryProblems);
        return new Selection(
                List.copyOf(problems.accounts()),
                excludeAccounts,
                null,
                excludeOus,
                tags,
                null,
                excludeRegions,
                problems.regions(),
                workloadNamePrefix,
                managementAccount);
    }
}
