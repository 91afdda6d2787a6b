package io.sharewell.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.aws.AwsRegions;
import io.sharewell.aws.config.AwsAccessSettings;
import io.sharewell.events.Mode;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiscoverySettingsTest {

    @Test
    void hasTheseDefaults() {
        DiscoverySettings settings = config(Map.of()).getConfigMapping(DiscoverySettings.class);

        assertThat(settings.schedule().enabled()).isTrue();
        assertThat(settings.schedule().every()).isEqualTo(Duration.ofHours(24));
        assertThat(settings.schedule().afterFailure()).isEqualTo(Duration.ofMinutes(15));
        assertThat(settings.schedule().mode()).isEqualTo(Mode.APPLY);
        assertThat(settings.selection().accounts()).isEmpty();
        assertThat(settings.selection().excludeAccounts()).isEmpty();
        assertThat(settings.selection().ous()).isEmpty();
        assertThat(settings.selection().excludeOus()).isEmpty();
        assertThat(settings.selection().tags()).isEmpty();
        assertThat(settings.selection().regions()).isEmpty();
        assertThat(settings.selection().managementAccount()).isFalse();
        assertThat(settings.api().token()).isEmpty();
        assertThat(settings.rates().listAccounts()).isEqualTo(7);
        assertThat(settings.rates().tags()).isEqualTo(9);
        assertThat(settings.rates().others()).isEqualTo(4);
        assertThat(settings.deadline()).isEqualTo(Duration.ofHours(12));
        assertThat(settings.partition()).isEqualTo("aws");
        assertThat(settings.ouPaths()).isTrue();
        assertThat(settings.ouTreeAge()).isEqualTo(Duration.ofHours(23));
        assertThat(settings.patience()).isEqualTo(Duration.ofMinutes(10));
        assertThat(faults(Map.of())).isEmpty();
    }

    @Test
    void hasTheseNames() {
        DiscoverySettings settings = config(Map.ofEntries(
                        Map.entry("account-discovery.schedule.enabled", "false"),
                        Map.entry("account-discovery.schedule.every", "1h"),
                        Map.entry("account-discovery.schedule.after-failure", "2h"),
                        Map.entry("account-discovery.schedule.mode", "PLAN"),
                        Map.entry("account-discovery.selection.accounts", "111111111111,222222222222"),
                        Map.entry("account-discovery.selection.exclude-accounts", "333333333333"),
                        Map.entry("account-discovery.selection.ous", "r-ab12"),
                        Map.entry("account-discovery.selection.exclude-ous", "ou-ab12-cdefgh34"),
                        Map.entry("account-discovery.selection.tags", "a=b,c!=d"),
                        Map.entry("account-discovery.selection.regions", "eu-west-1"),
                        Map.entry("account-discovery.selection.management-account", "true"),
                        Map.entry("account-discovery.api.token", "sixteen-characters"),
                        Map.entry("account-discovery.rates.list-accounts", "1.5"),
                        Map.entry("account-discovery.rates.tags", "3.5"),
                        Map.entry("account-discovery.rates.others", "2.5"),
                        Map.entry("account-discovery.deadline", "3h"),
                        Map.entry("account-discovery.partition", "aws-us-gov"),
                        Map.entry("account-discovery.ou-paths", "false"),
                        Map.entry("account-discovery.ou-tree-age", "4h"),
                        Map.entry("account-discovery.patience", "5m")))
                .getConfigMapping(DiscoverySettings.class);

        assertThat(settings.schedule().enabled()).isFalse();
        assertThat(settings.schedule().every()).isEqualTo(Duration.ofHours(1));
        assertThat(settings.schedule().afterFailure()).isEqualTo(Duration.ofHours(2));
        assertThat(settings.schedule().mode()).isEqualTo(Mode.PLAN);
        assertThat(settings.selection().accounts().orElseThrow()).containsExactly("111111111111", "222222222222");
        assertThat(settings.selection().excludeAccounts().orElseThrow()).containsExactly("333333333333");
        assertThat(settings.selection().ous().orElseThrow()).containsExactly("r-ab12");
        assertThat(settings.selection().excludeOus().orElseThrow()).containsExactly("ou-ab12-cdefgh34");
        assertThat(settings.selection().tags().orElseThrow()).containsExactly("a=b", "c!=d");
        assertThat(settings.selection().regions().orElseThrow()).containsExactly("eu-west-1");
        assertThat(settings.selection().managementAccount()).isTrue();
        assertThat(settings.api().token()).contains("sixteen-characters");
        assertThat(settings.rates().listAccounts()).isEqualTo(1.5);
        assertThat(settings.rates().tags()).isEqualTo(3.5);
        assertThat(settings.rates().others()).isEqualTo(2.5);
        assertThat(settings.deadline()).isEqualTo(Duration.ofHours(3));
        assertThat(settings.partition()).isEqualTo("aws-us-gov");
        assertThat(settings.ouPaths()).isFalse();
        assertThat(settings.ouTreeAge()).isEqualTo(Duration.ofHours(4));
        assertThat(settings.patience()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void tellsAllFaultsAtOnceEachWithItsCure() {
        assertThat(faults(Map.ofEntries(
                        Map.entry("account-discovery.selection.accounts", "12,111111111111,x"),
                        Map.entry("account-discovery.selection.exclude-accounts", "all"),
                        Map.entry("account-discovery.selection.ous", "Prod"),
                        Map.entry("account-discovery.selection.exclude-ous", "ou-1"),
                        Map.entry("account-discovery.selection.tags", "stage"),
                        Map.entry("account-discovery.selection.regions", "Ireland"),
                        Map.entry("account-discovery.schedule.every", "0s"),
                        Map.entry("account-discovery.schedule.after-failure", "-1s"),
                        Map.entry("account-discovery.deadline", "0s"),
                        Map.entry("account-discovery.ou-tree-age", "0s"),
                        Map.entry("account-discovery.patience", "0s"),
                        Map.entry("account-discovery.partition", "aws-moon"),
                        Map.entry("account-discovery.rates.list-accounts", "0"),
                        Map.entry("account-discovery.rates.tags", "0"),
                        Map.entry("account-discovery.rates.others", "-1"),
                        Map.entry("account-discovery.api.token", "short"),
                        Map.entry("aws-access.attempts", "0"))))
                .hasSize(18)
                .anySatisfy(fault -> assertThat(fault)
                        .contains("account-discovery.selection.accounts")
                        .contains("'12' is not an AWS account id: it must be 12 digits"))
                .anySatisfy(fault -> assertThat(fault)
                        .contains("account-discovery.selection.ous")
                        .contains("must look like ou-ab12-cdefgh34"))
                .anySatisfy(fault -> assertThat(fault)
                        .contains("account-discovery.selection.tags")
                        .contains("write key=value or key!=value"))
                .anySatisfy(fault -> assertThat(fault)
                        .contains("account-discovery.selection.regions")
                        .contains("AWS has no Region 'Ireland'"))
                .anySatisfy(fault -> assertThat(fault)
                        .contains("account-discovery.partition is aws-moon")
                        .contains("[aws, aws-cn, aws-us-gov]"))
                .anySatisfy(fault -> assertThat(fault)
                        .contains("account-discovery.rates.list-accounts")
                        .contains("more than 0"))
                .anySatisfy(fault -> assertThat(fault)
                        .contains("account-discovery.rates.tags")
                        .contains("more than 0"))
                .anySatisfy(fault -> assertThat(fault)
                        .contains("account-discovery.api.token is shorter than 16 characters")
                        .contains("openssl rand -hex 32")
                        .doesNotContain("short\""))
                .anySatisfy(fault -> assertThat(fault).startsWith("aws-access."));
    }

    @Test
    void aRegionThatIsNotThereIsAFault() {
        assertThat(faults(Map.of(
                        "account-discovery.selection.regions", "us-gov-west-1",
                        "account-discovery.selection.exclude-regions", "eu-wset-1")))
                .containsExactly(
                        "account-discovery.selection.regions: us-gov-west-1 is not in the partition aws",
                        "account-discovery.selection.exclude-regions: AWS has no Region 'eu-wset-1', as far as this"
                                + " version of its SDK knows; a newer Region wants a newer version of Sharewell. The"
                                + " Well-Architected Tool is in " + AwsRegions.wellArchitected("aws"));
    }

    @Test
    void aSelectionThatCanFindNothingIsAFault() {
        assertThat(faults(Map.of(
                        "account-discovery.selection.workload-name-prefix", "x".repeat(101),
                        "account-discovery.selection.regions", "eu-west-1,us-east-1",
                        "account-discovery.selection.exclude-regions", "us-east-1,eu-west-1")))
                .satisfiesExactlyInAnyOrder(
                        fault -> assertThat(fault)
                                .contains("account-discovery.selection.workload-name-prefix")
                                .contains("a prefix of 101 characters"),
                        fault -> assertThat(fault)
                                .contains("account-discovery.selection.exclude-regions")
                                .contains("all Regions asked for are excluded"));
    }

    private static Iterable<String> faults(Map<String, String> values) {
        SmallRyeConfig config = config(values);
        return new DiscoverySettingsCheck(
                        config.getConfigMapping(DiscoverySettings.class),
                        config.getConfigMapping(AwsAccessSettings.class))
                .faults();
    }

    private static SmallRyeConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(DiscoverySettings.class)
                .withMapping(AwsAccessSettings.class)
                .withDefaultValues(values)
                .build();
    }
}
