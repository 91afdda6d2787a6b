package io.sharewell.simulator.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sharewell.simulator.AwsSimulator;
import io.sharewell.simulator.SimulatorOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrganizationFileTest {

    @Test
    void readsCountsAndListsOfWorkloads() {
        var file = OrganizationFile.parse("""
                latency: 20ms
                accounts:
                  - id: "444444444444"
                    workloads:
                      eu-west-1: 3
                      us-east-1:
                        - name: Payments
                          riskCounts: {HIGH: 2}
                          shares: [{sharedWith: "333333333333", status: EXPIRED}]
                    roles: [WellArchitectedShares, {name: Other, actions: ["s3:*"]}]
                """);

        var account = file.accounts().getFirst();
        assertThat(account.workloads().get("eu-west-1")).isEqualTo(RegionWorkloads.generated(3));
        assertThat(account.workloads().get("us-east-1").listed().getFirst().shares())
                .containsExactly(new ShareFile("333333333333", null, ShareStatus.EXPIRED, null, null));
        assertThat(account.roles())
                .containsExactly(RoleFile.named("WellArchitectedShares"), RoleFile.allowing("Other", List.of("s3:*")));
        assertThat(file.latency()).isEqualTo(Latency.parse("20ms"));
    }

    @Test
    void writesWhatItReadsIncludingAnEmptyListOfRoles() {
        var file = OrganizationFile.parse("""
                accounts:
                  - {id: "444444444444", roles: [], optInRegions: [ap-east-1], workloads: {eu-west-1: 3}}
                behaviours: {duplicateShares: allowed, foreignShareList: notFound}
                latency: PT0.05S
                """);

        assertThat(OrganizationFile.parse(file.toJson())).isEqualTo(file);
        assertThat(file.accounts().getFirst().roles()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            accounts: [{id: '12'}]                                                   | must be 12 digits
            accounts: [{id: '444444444444'}, {id: '444444444444'}]                   | is there twice
            accounts: [{id: '444444444444', ou: Nowhere}]                            | not among organizationalUnits
            accounts: [{id: '444444444444', roles: [Unknown]}]                       | not defined
            accounts: [{id: '444444444444', optInRegions: [eu-west-1]}]              | not an opt-in Region
            accounts: [{id: '444444444444', serviceControlPolicies: [None]}]         | attached but not defined
            accounts: [{id: '444444444444', workloads: {af-south-1: 1}}]             | no Well-Architected Tool
            accounts: [{id: '444444444444', roles: [{name: R, policies: [{a: b}]}]}] | policy of role R is malformed
            users: [{accountId: '999999999999', name: u}]                            | not among accounts
            """)
    void saysWhatContradictsItself(String text, String explanation) {
        var file = OrganizationFile.parse(text);

        assertThatExceptionOfType(OrganizationFileException.class)
                .isThrownBy(() -> AwsSimulator.start(SimulatorOptions.of(file)).close())
                .withMessageContaining(explanation);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {accounts: [                       | not understood at line 1
            acounts: []                        | column 12: 'acounts' is not known; known are accounts,
            behaviours: {selfShare: perhaps}   | perhaps
            latency: soon                      | write it like 50ms
            accounts: [{workloads: {eu-west-1: {generated: 5}}}] | a number or a list
            """)
    void saysWhatItDoesNotUnderstand(String text, String explanation) {
        assertThatExceptionOfType(OrganizationFileException.class)
                .isThrownBy(() -> OrganizationFile.parse(text))
                .withMessageContaining(explanation);
    }

    @Test
    void redactsKeysInItsTexts() {
        var user = new UserFile("444444444444", "u", "AKIA", "the-secret", null, null);

        assertThat(user.toString()).doesNotContain("the-secret");
    }

    @Test
    void readsDurationsAsPeopleWriteThem() {
        var durations = Map.of(
                "50ms", Duration.ofMillis(50),
                "2s", Duration.ofSeconds(2),
                "5m", Duration.ofMinutes(5),
                "1h", Duration.ofHours(1),
                "P8D", Duration.ofDays(8));

        durations.forEach(
                (text, duration) -> assertThat(TimeTexts.duration(text)).isEqualTo(duration));
        assertThatIllegalArgumentException().isThrownBy(() -> TimeTexts.duration("50"));
    }
}
