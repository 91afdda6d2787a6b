package io.sharewell.discovery;

import io.sharewell.aws.DefaultRegions;
import io.sharewell.aws.config.AwsAccess;
import io.sharewell.aws.config.AwsAccessSettings;
import io.sharewell.discovery.domain.OuTree;
import io.sharewell.discovery.domain.SelectionRules;
import io.sharewell.discovery.domain.TagRule;
import io.sharewell.events.AccountId;
import io.sharewell.messaging.SettingsCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** What can be wrong with the settings of this module. */
@ApplicationScoped
class DiscoverySettingsCheck implements SettingsCheck {

    private static final Set<String> PARTITIONS = Set.of("aws", "aws-us-gov", "aws-cn");

    private final DiscoverySettings settings;
    private final AwsAccessSettings aws;

    DiscoverySettingsCheck(DiscoverySettings settings, AwsAccessSettings aws) {
        this.settings = settings;
        this.aws = aws;
    }

    @Override
    public List<String> faults() {
        List<String> faults = new ArrayList<>(AwsAccess.faults(aws));
        DiscoverySettings.SelectionSettings selection = settings.selection();
        each("selection.accounts", selection.accounts(), AccountId::of, faults);
        each("selection.exclude-accounts", selection.excludeAccounts(), AccountId::of, faults);
        each("selection.ous", selection.ous(), OuTree::requireId, faults);
        each("selection.exclude-ous", selection.excludeOus(), OuTree::requireId, faults);
        each("selection.tags", selection.tags(), TagRule::parse, faults);
        each("selection.regions", selection.regions(), this::requireRegion, faults);
        each("selection.exclude-regions", selection.excludeRegions(), this::requireRegion, faults);
        each(
                "selection.workload-name-prefix",
                selection.workloadNamePrefix().map(List::of),
                SelectionRules::requirePrefix,
                faults);
        each(
                "selection.exclude-regions",
                selection.excludeRegions().map(List::of),
                excluded -> SelectionRules.requireRegionLeft(selection.regions().orElse(List.of()), excluded),
                faults);
        each("acceptance.account", settings.acceptance().account().map(List::of), AccountId::of, faults);
        positive("acceptance.every", settings.acceptance().every(), faults);
        positive("schedule.every", settings.schedule().every(), faults);
        positive("schedule.after-failure", settings.schedule().afterFailure(), faults);
        positive("deadline", settings.deadline(), faults);
        positive("ou-tree-age", settings.ouTreeAge(), faults);
        positive("patience", settings.patience(), faults);
        if (!PARTITIONS.contains(settings.partition())) {
            faults.add("account-discovery.partition is " + settings.partition() + ": give one of "
                    + new TreeSet<>(PARTITIONS));
        }
        rate("rates.list-accounts", settings.rates().listAccounts(), faults);
        rate("rates.others", settings.rates().others(), faults);
        settings.api()
                .token()
                .filter(token -> token.length() < 16)
                .ifPresent(
                        _ -> faults.add(
                                "account-discovery.api.token is shorter than 16 characters: make one with 'openssl rand -hex 32'"));
        return faults;
    }

    private void requireRegion(String name) {
        DefaultRegions.named(name, settings.partition());
    }

    private static <T> void each(String name, Optional<List<T>> values, Consumer<T> parser, List<String> faults) {
        for (T value : values.orElse(List.of())) {
            try {
                parser.accept(value);
            } catch (IllegalArgumentException e) {
                faults.add("account-discovery." + name + ": " + e.getMessage());
            }
        }
    }

    private static void positive(String name, Duration value, List<String> faults) {
        if (!value.isPositive()) {
            faults.add("account-discovery." + name + " is " + value + ": give a duration such as 24h");
        }
    }

    private static void rate(String name, double value, List<String> faults) {
        if (!(value > 0)) {
            faults.add("account-discovery." + name + " is " + value + ": give calls per second, more than 0");
        }
    }
}
