package io.sharewell.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sharewell.simulator.organization.AccountFile;
import io.sharewell.simulator.organization.Behaviours;
import io.sharewell.simulator.organization.Behaviours.ManagementOptIn;
import io.sharewell.simulator.organization.OrganizationFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClient;
import software.amazon.awssdk.services.wellarchitected.model.ConflictException;
import software.amazon.awssdk.services.wellarchitected.model.ValidationException;
import software.amazon.awssdk.services.wellarchitected.model.WorkloadSummary;

/** Sharing with an organization and its OUs: who may, and what its members see. */
class OrganizationSharingTest {

    private static final String OUTSIDER = "888888888888";

    private static OrganizationFile organization() {
        return Orgs.with(
                Orgs.owner(),
                Orgs.otherMember().withRoles(Orgs.everything()),
                AccountFile.of(OUTSIDER, "elsewhere", null)
                        .outside()
                        .withRoles(Orgs.everything())
                        .withWorkloads(Orgs.in("eu-west-1", 1)));
    }

    @Test
    void isForMembersOfThatOrganizationAlone() {
        try (var sim = Sim.start(organization())) {
            var owner = sim.wellArchitectedOf(Orgs.MEMBER);
            var outsider = sim.wellArchitectedOf(OUTSIDER);
            var id = organizationId(sim);
            var unit = unitOfMember(sim);

            assertRefused(outsider, id);
            assertRefused(outsider, unit);
            assertRefused(outsider, "arn:aws:organizations::111111111111:ou/" + id + "/" + unit);
            assertRefused(owner, "arn:aws:organizations::999999999999:organization/" + id);
            assertRefused(owner, "arn:aws:organizations::111111111111:organization/o-anotherorgid");
            assertRefused(owner, "arn:aws:organizations::111111111111:ou/o-anotherorgid/" + unit);
            assertRefused(owner, "arn:aws:organizations::999999999999:ou/" + id + "/" + unit);
            assertThat(share(owner, "arn:aws:organizations::111111111111:ou/" + id + "/" + unit))
                    .isNotNull();
            assertThat(share(owner, "arn:aws:organizations::111111111111:organization/" + id))
                    .isNotNull();
        }
    }

    @Test
    void knowsAPrincipalByItsIdAndByItsArn() {
        try (var sim = Sim.start(organization())) {
            var owner = sim.wellArchitectedOf(Orgs.MEMBER);
            var id = organizationId(sim);
            var unit = unitOfMember(sim);
            share(owner, id);
            share(owner, "arn:aws:organizations::111111111111:ou/" + id + "/" + unit);

            assertThatExceptionOfType(ConflictException.class)
                    .isThrownBy(() -> share(owner, "arn:aws:organizations::111111111111:organization/" + id));
            assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> share(owner, unit));
        }
    }

    private static void assertRefused(WellArchitectedClient owner, String sharedWith) {
        assertThatExceptionOfType(ValidationException.class)
                .as(sharedWith)
                .isThrownBy(() -> share(owner, sharedWith))
                .satisfies(it -> assertThat(it.fields().getFirst().name()).isEqualTo("SharedWith"));
    }

    @ParameterizedTest
    @EnumSource(ManagementOptIn.class)
    void dependsOnTheManagementAccountsOptInIfToldAndOnNoStrangers(ManagementOptIn optIn) {
        try (var sim = Sim.start(organization().withBehaviours(Behaviours.DEFAULTS.with(optIn)))) {
            var owner = sim.wellArchitectedOf(Orgs.MEMBER);
            boolean covered = optIn == ManagementOptIn.ALL_MEMBERS;

            enable(sim.wellArchitectedOf(OUTSIDER));
            assertThat(setting(owner)).isEqualTo("DISABLED");
            enable(sim.wellArchitected(Sim.ADMINISTRATOR));

            assertThat(setting(owner)).isEqualTo(covered ? "ENABLED" : "DISABLED");
            share(owner, unitOfMember(sim));
            sim.advance("1m");
            assertThat(sim.admin("/admin/shares").at("/0/status").asText())
                    .isEqualTo(covered ? "ASSOCIATED" : "FAILED");
        }
    }

    @Test
    void isForAnAccountThatOptedInItself() {
        try (var sim = Sim.start(organization())) {
            var owner = sim.wellArchitectedOf(Orgs.MEMBER);
            enable(owner);

            assertThat(setting(owner)).isEqualTo("ENABLED");
            assertThat(setting(sim.wellArchitectedOf(Orgs.OTHER_MEMBER))).isEqualTo("DISABLED");
            assertThat(setting(sim.wellArchitected(Sim.ADMINISTRATOR))).isEqualTo("DISABLED");
            share(owner, unitOfMember(sim));
            sim.advance("1m");
            assertThat(sim.admin("/admin/shares").at("/0/status").asText()).isEqualTo("ASSOCIATED");
        }
    }

    @Test
    void beginsAsTheOrganizationFileSays() {
        var file = OrganizationFile.parse("""
                organizationSharing: true
                behaviours: {managementOptIn: itself}
                roles: {all: {name: WellArchitectedShares, actions: ["*"]}}
                defaultRoles: [all]
                accounts:
                  - {id: "444444444444"}
                  - {id: "555555555555", organizationSharing: true}
                """);
        try (var sim = Sim.start(file)) {
            assertThat(setting(sim.wellArchitected(Sim.ADMINISTRATOR))).isEqualTo("ENABLED");
            assertThat(setting(sim.wellArchitectedOf("444444444444"))).isEqualTo("DISABLED");
            assertThat(setting(sim.wellArchitectedOf("555555555555"))).isEqualTo("ENABLED");
        }
    }

    @Test
    void listsAWorkloadOnceThatCameByTwoShares() {
        var file = OrganizationFile.parse("""
                id: o-exampleorgid
                behaviours: {emptyPages: never}
                roles: {all: {name: WellArchitectedShares, actions: ["*"]}}
                defaultRoles: [all]
                accounts:
                  - {id: "555555555555"}
                  - id: "444444444444"
                    workloads:
                      eu-west-1:
                        - name: First
                          shares:
                            - {sharedWith: "555555555555", status: ACCEPTED}
                            - {sharedWith: o-exampleorgid, status: ASSOCIATED}
                        - {name: Second, shares: [{sharedWith: "555555555555", status: ACCEPTED}]}
                """);
        try (var sim = Sim.start(file)) {
            var pages = sim.wellArchitectedOf("555555555555").listWorkloadsPaginator(it -> it.maxResults(1)).stream()
                    .map(it -> it.workloadSummaries().stream()
                            .map(WorkloadSummary::workloadName)
                            .toList())
                    .toList();

            assertThat(pages.stream().flatMap(it -> it.stream())).containsExactly("First", "Second");
            assertThat(pages).hasSize(2);
        }
    }

    private static String organizationId(Sim sim) {
        return sim.organizations().describeOrganization(_ -> {}).organization().id();
    }

    private static String unitOfMember(Sim sim) {
        return sim.organizations()
                .listParents(it -> it.childId(Orgs.OTHER_MEMBER))
                .parents()
                .getFirst()
                .id();
    }

    private static void enable(WellArchitectedClient client) {
        client.updateGlobalSettings(it -> it.organizationSharingStatus("ENABLED"));
    }

    private static String setting(WellArchitectedClient client) {
        return client.getGlobalSettings(_ -> {}).organizationSharingStatusAsString();
    }

    private static String share(WellArchitectedClient owner, String sharedWith) {
        var workload = owner.listWorkloads(_ -> {}).workloadSummaries().getFirst();
        return owner.createWorkloadShare(it -> it.workloadId(workload.workloadId())
                        .sharedWith(sharedWith)
                        .permissionType("READONLY"))
                .shareId();
    }
}
