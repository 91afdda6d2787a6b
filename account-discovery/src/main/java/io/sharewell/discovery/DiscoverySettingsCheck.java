package io.sharewell.discovery;

import io.sharewell.aws.AwsRegions;
import io.sharewell.aws.config.AwsAccess;
import io.sharewell.aws.config.AwsAccessSettings;
import io.sharewell.discovery.DiscoverySettings.SelectionSettings;
import io.sharewell.discovery.domain.OuTree;
import io.sharewell.discovery.domain.SelectionRules;
import io.sharewell.discovery.domain.TagRule;
import io.sharewell.events.AccountId;
import io.sharewell.messaging.SettingFaults;
import io.sharewell.messaging.SettingsCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What can be wrong with the settings of this module. */
@ApplicationScoped
class DiscoverySettingsCheck implements SettingsCheck {

    private static final Set<String> PARTITIONS = Set.of("aws", "aws-us-gov", "aws-cn");
    private static final int SHORTEST_TOKEN = 16;

    private final DiscoverySettings settings;
    private final AwsAccessSettings aws;

    DiscoverySettingsCheck(DiscoverySettings settings, AwsAccessSettings aws) {
        this.settings = settings;
        this.aws = aws;
    }

    @Override
    public List<String> faults() {
        SettingFaults faults = new SettingFaults(DiscoverySettings.class);
        checkSelection(faults);
        checkTimes(faults);
        settings.acceptance()
                .account()
                .ifPresent(account -> faults.parsed("acceptance.account", account, AccountId::of));
        if (!PARTITIONS.contains(settings.partition())) {
            faults.add("partition", "is " + settings.partition() + ": give one of " + new TreeSet<>(PARTITIONS));
        }
        faults.rate("rates.list-accounts", settings.rates().listAccounts());
        faults.rate("rates.tags", settings.rates().tags());
        faults.rate("rates.others", settings.rates().others());
        settings.api()
                .token()
                .filter(token -> token.length() < SHORTEST_TOKEN)
                .ifPresent(_ -> faults.add(
                        "api.token",
                        "is shorter than " + SHORTEST_TOKEN + " characters: make one with 'openssl rand -hex 32'"));
        faults.addAll(AwsAccess.faults(aws));
        return faults.all();
    }

    private void checkSelection(SettingFaults faults) {
        SelectionSettings selection = settings.selection();
        faults.eachParsed("selection.accounts", selection.accounts(), AccountId::of);
        faults.eachParsed("selection.exclude-accounts", selection.excludeAccounts(), AccountId::of);
        faults.eachParsed("selection.ous", selection.ous(), OuTree::requireId);
        faults.eachParsed("selection.exclude-ous", selection.excludeOus(), OuTree::requireId);
        faults.eachParsed("selection.tags", selection.tags(), TagRule::parse);
        faults.eachParsed("selection.regions", selection.regions(), this::requireRegion);
        faults.eachParsed("selection.exclude-regions", selection.excludeRegions(), this::requireRegion);
        selection
                .excludeRegions()
                .ifPresent(excluded -> faults.parsed(
                        "selection.exclude-regions",
                        excluded,
                        it -> SelectionRules.requireRegionLeft(
                                selection.regions().orElse(List.of()), it)));
        selection
                .workloadNamePrefix()
                .ifPresent(prefix ->
                        faults.parsed("selection.workload-name-prefix", prefix, SelectionRules::requirePrefix));
    }

    private void checkTimes(SettingFaults faults) {
        faults.positive("acceptance.every", settings.acceptance().every(), "15m");
        faults.positive("schedule.every", settings.schedule().every(), "24h");
        faults.positive("schedule.after-failure", settings.schedule().afterFailure(), "15m");
        faults.positive("deadline", settings.deadline(), "12h");
        faults.positive("ou-tree-age", settings.ouTreeAge(), "23h");
        faults.positive("patience", settings.patience(), "10m");
    }

    private void requireRegion(String name) {
        AwsRegions.named(name, settings.partition());
    }
}
