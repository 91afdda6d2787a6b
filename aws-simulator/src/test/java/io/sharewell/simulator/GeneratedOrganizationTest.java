package io.sharewell.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sharewell.simulator.organization.AccountFile;
import io.sharewell.simulator.organization.AccountState;
import io.sharewell.simulator.organization.OrganizationFile;
import io.sharewell.simulator.organization.RegionWorkloads;
import io.sharewell.simulator.organization.ShareFile;
import io.sharewell.simulator.organization.ShareStatus;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeneratedOrganizationTest {

    @ParameterizedTest
    @CsvSource({"3, 0, 0", "4, 5, 20", "10, 3, 30", "60, 3, 180", "1000, 3, 3000", "200, 60, 12000"})
    void hasExactlyAsManyAccountsAndWorkloadsAsAsked(int accounts, int perAccount, int workloads) {
        var organization = GeneratedOrganization.of(accounts, perAccount, 1);

        assertThat(organization.accounts()).hasSize(accounts);
        assertThat(organization.accounts()).extracting(AccountFile::id).doesNotHaveDuplicates();
        assertThat(organization.accounts().stream()
                        .mapToInt(GeneratedOrganizationTest::workloads)
                        .sum())
                .isEqualTo(workloads);
        assertThat(organization.accounts())
                .filteredOn(it -> it.state() != null || isSpecial(it))
                .allMatch(it -> workloads(it) == 0);
    }

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(GeneratedOrganization.of(100, 3, 5)).isEqualTo(GeneratedOrganization.of(100, 3, 5));
        assertThat(GeneratedOrganization.of(100, 3, 6)).isNotEqualTo(GeneratedOrganization.of(100, 3, 5));
        assertThat(GeneratedOrganization.demo(60, 5)).isEqualTo(GeneratedOrganization.demo(60, 5));
    }

    @Test
    void isUnevenAsOrganizationsAre() {
        var counts = GeneratedOrganization.of(300, 3, 1).accounts().stream()
                .filter(it -> it.state() == null && !isSpecial(it))
                .mapToInt(GeneratedOrganizationTest::workloads)
                .summaryStatistics();

        assertThat(counts.getMin()).isZero();
        assertThat(counts.getMax()).isGreaterThan(6);
    }

    @Test
    void hasAFewClosedAccounts() {
        assertThat(GeneratedOrganization.of(300, 3, 1).accounts())
                .filteredOn(it -> it.state() != null)
                .hasSizeBetween(3, 12)
                .extracting(AccountFile::state)
                .contains(AccountState.SUSPENDED, AccountState.PENDING_CLOSURE);
    }

    @Test
    void needsThreeAccounts() {
        assertThatIllegalArgumentException().isThrownBy(() -> GeneratedOrganization.of(2, 3, 1));
    }

    @Test
    void theDemoHasEveryKindOfAccountAndShare() {
        var demo = GeneratedOrganization.demo(60, 1);
        var shares = demo.accounts().stream()
                .flatMap(GeneratedOrganizationTest::shares)
                .toList();

        assertThat(demo.accounts())
                .hasSize(61)
                .filteredOn(it -> it.outsideOrganization() == null)
                .hasSize(60);
        assertThat(demo.accounts()).filteredOn(it -> it.invitations() != null).hasSize(1);
        assertThat(demo.accounts())
                .extracting(it -> it.state() == null ? AccountState.ACTIVE : it.state())
                .containsAll(List.of(AccountState.values()));
        assertThat(demo.accounts())
                .anyMatch(it -> it.roles() != null && it.roles().isEmpty());
        assertThat(demo.roles())
                .containsOnlyKeys(
                        "full", "cannot-list-shares", "cannot-list", "other-external-id", "accepts-invitations");
        assertThat(demo.accounts().stream().flatMap(it -> it.roles() == null ? Stream.empty() : it.roles().stream()))
                .extracting(it -> it.name())
                .containsAll(demo.roles().keySet());
        assertThat(shares)
                .filteredOn(it -> it.sharedWith().equals(Sim.REVIEWS))
                .extracting(it -> it.status() + " " + it.permissionType())
                .containsAll(Stream.of(ShareStatus.values())
                        .flatMap(it -> Stream.of(it + " READONLY", it + " CONTRIBUTOR"))
                        .toList());
        assertThat(shares)
                .extracting(ShareFile::sharedWith)
                .contains("999999999999", OrganizationFile.AUTOMATION_ACCOUNT);
    }

    @ParameterizedTest
    @CsvSource({"22", "120"})
    void theDemoLoads(int accounts) {
        var demo = GeneratedOrganization.demo(accounts, 3);
        try (var sim = Sim.start(demo)) {
            var listed = sim.organizations().listAccountsPaginator().stream().flatMap(it -> it.accounts().stream());

            assertThat(listed).hasSize(accounts);
            assertThat(OrganizationFile.parse(demo.toJson())).isEqualTo(demo);
        }
    }

    @Test
    void theDemosAcceptedShareIsSeenByItsRecipient() {
        try (var sim = Sim.start(GeneratedOrganization.demo(60, 1))) {
            var automation = sim.wellArchitected(software.amazon.awssdk.regions.Region.US_EAST_1, Sim.AUTOMATION);

            assertThat(automation.listWorkloads(_ -> {}).workloadSummaries())
                    .singleElement()
                    .satisfies(it -> assertThat(it.owner()).isNotEqualTo(OrganizationFile.AUTOMATION_ACCOUNT));
        }
    }

    private static boolean isSpecial(AccountFile account) {
        return Set.of(
                        OrganizationFile.MANAGEMENT_ACCOUNT,
                        OrganizationFile.AUTOMATION_ACCOUNT,
                        OrganizationFile.REVIEWS_ACCOUNT)
                .contains(account.id());
    }

    private static int workloads(AccountFile account) {
        return regions(account)
                .mapToInt(it -> it.generated() + it.listed().size())
                .sum();
    }

    private static Stream<RegionWorkloads> regions(AccountFile account) {
        return account.workloads() == null ? Stream.empty() : account.workloads().values().stream();
    }

    private static Stream<ShareFile> shares(AccountFile account) {
        return regions(account)
                .flatMap(it -> it.listed().stream())
                .flatMap(it -> it.shares() == null ? Stream.empty() : it.shares().stream());
    }
}
