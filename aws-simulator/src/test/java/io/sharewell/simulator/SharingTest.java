package io.sharewell.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sharewell.simulator.organization.AccountFile;
import io.sharewell.simulator.organization.Behaviours;
import io.sharewell.simulator.organization.Behaviours.AcceptedShareUpdate;
import io.sharewell.simulator.organization.Behaviours.DeletedShareTokens;
import io.sharewell.simulator.organization.Behaviours.DuplicateShares;
import io.sharewell.simulator.organization.Behaviours.ForeignShareList;
import io.sharewell.simulator.organization.Behaviours.SelfShare;
import io.sharewell.simulator.organization.OrganizationFile;
import io.sharewell.simulator.organization.PermissionType;
import io.sharewell.simulator.organization.ShareFile;
import io.sharewell.simulator.organization.ShareStatus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClient;
import software.amazon.awssdk.services.wellarchitected.model.AccessDeniedException;
import software.amazon.awssdk.services.wellarchitected.model.ConflictException;
import software.amazon.awssdk.services.wellarchitected.model.ResourceNotFoundException;
import software.amazon.awssdk.services.wellarchitected.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.wellarchitected.model.ShareInvitationAction;
import software.amazon.awssdk.services.wellarchitected.model.ValidationException;
import software.amazon.awssdk.services.wellarchitected.model.WorkloadShareSummary;
import software.amazon.awssdk.services.wellarchitected.model.WorkloadSummary;

/** The life of a share, both sides. */
class SharingTest {

    @Test
    void invitesTheRecipientWhoAcceptsAndThenSeesTheWorkload() {
        try (var sim = Sim.start(Orgs.with(Orgs.owner()))) {
            var owner = sim.wellArchitectedOf(Orgs.MEMBER);
            var reviewer = sim.wellArchitected(Sim.REVIEWER);
            var workload = onlyWorkload(owner);

            var shareId = share(owner, workload, Sim.REVIEWS);
            assertThat(onlyShare(owner, workload).statusAsString()).isEqualTo("PENDING");
            assertThat(reviewer.listWorkloads(_ -> {}).workloadSummaries()).isEmpty();
            var invitation = reviewer.listShareInvitations(_ -> {})
                    .shareInvitationSummaries()
                    .getFirst();
            assertThat(invitation.sharedBy()).isEqualTo(Orgs.MEMBER);
            assertThat(invitation.workloadId()).isEqualTo(workload);
            assertThat(invitation.shareResourceTypeAsString()).isEqualTo("WORKLOAD");

            reviewer.updateShareInvitation(it -> it.shareInvitationId(invitation.shareInvitationId())
                    .shareInvitationAction(ShareInvitationAction.ACCEPT));

            assertThat(onlyShare(owner, workload).statusAsString()).isEqualTo("ACCEPTED");
            assertThat(onlyShare(owner, workload).shareId()).isEqualTo(shareId);
            assertThat(reviewer.listWorkloads(_ -> {}).workloadSummaries())
                    .singleElement()
                    .satisfies(it -> assertThat(it.owner()).isEqualTo(Orgs.MEMBER));
            assertThat(reviewer.getWorkload(it -> it.workloadId(workload))
                            .workload()
                            .shareInvitationId())
                    .isEqualTo(invitation.shareInvitationId());
            assertThat(reviewer.listShareInvitations(_ -> {}).shareInvitationSummaries())
                    .isEmpty();
        }
    }

    @Test
    void keepsToTheRegion() {
        try (var sim = Sim.start(Orgs.with(Orgs.owner()))) {
            var owner = sim.wellArchitectedOf(Orgs.MEMBER);
            share(owner, onlyWorkload(owner), Sim.REVIEWS);

            assertThat(sim.wellArchitected(Region.US_EAST_1, Sim.REVIEWER)
                            .listShareInvitations(_ -> {})
                            .shareInvitationSummaries())
                    .isEmpty();
        }
    }

    @Test
    void rejectsForGood() {
        try (var sim = Sim.start(Orgs.with(Orgs.owner()))) {
            var owner = sim.wellArchitectedOf(Orgs.MEMBER);
            var reviewer = sim.wellArchitected(Sim.REVIEWER);
            var workload = onlyWorkload(owner);
            share(owner, workload, Sim.REVIEWS);
            var invitation = reviewer.listShareInvitations(_ -> {})
                    .shareInvitationSummaries()
                    .getFirst()
                    .shareInvitationId();

            reviewer.updateShareInvitation(
                    it -> it.shareInvitationId(invitation).shareInvitationAction(ShareInvitationAction.REJECT));

            assertThat(onlyShare(owner, workload).statusAsString()).isEqualTo("REJECTED");
            assertThatExceptionOfType(ConflictException.class)
                    .isThrownBy(() -> reviewer.updateShareInvitation(
                            it -> it.shareInvitationId(invitation).shareInvitationAction(ShareInvitationAction.ACCEPT)))
                    .withMessageContaining("already been processed");
        }
    }

    @Test
    void expiresAfterSevenDaysUnanswered() {
        try (var sim = Sim.start(Orgs.with(Orgs.owner()))) {
            var workload = onlyWorkload(sim.wellArchitectedOf(Orgs.MEMBER));
            share(sim.wellArchitectedOf(Orgs.MEMBER), workload, Sim.REVIEWS);
            var invitation = sim.wellArchitected(Sim.REVIEWER)
                    .listShareInvitations(_ -> {})
                    .shareInvitationSummaries()
                    .getFirst()
                    .shareInvitationId();

            sim.advance("P6DT23H");
            assertThat(onlyShare(sim.wellArchitectedOf(Orgs.MEMBER), workload).statusAsString())
                    .isEqualTo("PENDING");
            sim.advance("PT1H");

            assertThat(onlyShare(sim.wellArchitectedOf(Orgs.MEMBER), workload).statusAsString())
                    .isEqualTo("EXPIRED");
            var reviewer = sim.wellArchitected(Sim.REVIEWER);
            assertThat(reviewer.listShareInvitations(_ -> {}).shareInvitationSummaries())
                    .isEmpty();
            assertThatExceptionOfType(ConflictException.class)
                    .isThrownBy(() -> reviewer.updateShareInvitation(it ->
                            it.shareInvitationId(invitation).shareInvitationAction(ShareInvitationAction.ACCEPT)));
        }
    }

    @Test
    void anAcceptedShareNeverExpiresAndEndsWhenItIsDeleted() {
        try (var sim = Sim.start(Orgs.with(accepted(PermissionType.READONLY)))) {
            sim.advance("P30D");
            var owner = sim.wellArchitectedOf(Orgs.MEMBER);
            var workload = onlyWorkload(owner);
            var share = onlyShare(owner, workload);
            assertThat(share.statusAsString()).isEqualTo("ACCEPTED");

            owner.deleteWorkloadShare(it -> it.workloadId(workload).shareId(share.shareId()));

            assertThat(shares(owner, workload)).isEmpty();
            assertThat(sim.wellArchitected(Sim.REVIEWER).listWorkloads(_ -> {}).workloadSummaries())
                    .isEmpty();
        }
    }

    @Test
    void refusesASecondShareWithTheSamePrincipalUntilTheFirstIsDeleted() {
        var expired = new ShareFile(Sim.REVIEWS, PermissionType.READONLY, ShareStatus.EXPIRED, null, null);
        try (var sim = Sim.start(Orgs.with(Orgs.owner().withWorkloads(Orgs.shared(expired))))) {
            var owner = sim.wellArchitectedOf(Orgs.MEMBER);
            var workload = onlyWorkload(owner);

            assertThatExceptionOfType(ConflictException.class)
                    .isThrownBy(() -> share(owner, workload, Sim.REVIEWS))
                    .satisfies(it -> assertThat(it.statusCode()).isEqualTo(409))
                    .satisfies(it -> assertThat(it.resourceId())
                            .isEqualTo(onlyShare(owner, workload).shareId()));
            owner.deleteWorkloadShare(it ->
                    it.workloadId(workload).shareId(onlyShare(owner, workload).shareId()));
            share(owner, workload, Sim.REVIEWS);

            assertThat(onlyShare(owner, workload).statusAsString()).isEqualTo("PENDING");
        }
    }

    @Test
    void makesASecondShareIfTold() {
        try (var sim =
                Sim.start(Orgs.with(Orgs.owner()).withBehaviours(Behaviours.DEFAULTS.with(DuplicateShares.ALLOWED)))) {
            var owner = sim.wellArchitectedOf(Orgs.MEMBER);
            var workload = onlyWorkload(owner);

            var first = share(owner, workload, Sim.REVIEWS);
            var second = share(owner, workload, Sim.REVIEWS);

            assertThat(shares(owner, workload))
                    .extracting(WorkloadShareSummary::shareId)
                    .containsExactly(first, second);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ShareStatus.class,
            names = {"PENDING", "ACCEPTED", "EXPIRED", "REJECTED", "REVOKED"})
    void makesASecondShareOnceTheFirstIsOverIfTold(ShareStatus status) {
        var first = new ShareFile(Sim.REVIEWS, PermissionType.READONLY, status, null, null);
        try (var sim = Sim.start(Orgs.with(Orgs.owner().withWorkloads(Orgs.shared(first)))
                .withBehaviours(Behaviours.DEFAULTS.with(DuplicateShares.ALLOWED_AFTER_END)))) {
            var owner = sim.wellArchitectedOf(Orgs.MEMBER);
            var workload = onlyWorkload(owner);

            if (status != ShareStatus.PENDING && status != ShareStatus.ACCEPTED) {
                share(owner, workload, Sim.REVIEWS);
                assertThat(shares(owner, workload)).hasSize(2);
            }
            assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> share(owner, workload, Sim.REVIEWS));
        }
    }

    @Test
    void answersARepeatedTokenWithTheSameShare() {
        try (var sim = Sim.start(Orgs.with(Orgs.owner()))) {
            var owner = sim.wellArchitectedOf(Orgs.MEMBER);
            var workload = onlyWorkload(owner);

            var first = share(owner, workload, "token-1", PermissionType.READONLY);
            var second = share(owner, workload, "token-1", PermissionType.READONLY);

            assertThat(second).isEqualTo(first);
            assertThat(shares(owner, workload)).hasSize(1);
            assertThatExceptionOfType(ConflictException.class)
                    .isThrownBy(() -> share(owner, workload, "token-1", PermissionType.CONTRIBUTOR))
                    .withMessageContaining("client request token");
        }
    }

    @ParameterizedTest
    @EnumSource(DeletedShareTokens.class)
    void remembersOrForgetsTheTokenOfADeletedShare(DeletedShareTokens tokens) {
        try (var sim = Sim.start(Orgs.with(Orgs.owner()).withBehaviours(Behaviours.DEFAULTS.with(tokens)))) {
            var owner = sim.wellArchitectedOf(Orgs.MEMBER);
            var workload = onlyWorkload(owner);
            var first = share(owner, workload, "token-1", PermissionType.READONLY);
            owner.deleteWorkloadShare(it -> it.workloadId(workload).shareId(first));

            var second = share(owner, workload, "token-1", PermissionType.READONLY);

            boolean remembered = tokens == DeletedShareTokens.REMEMBERED;
            assertThat(second.equals(first)).isEqualTo(remembered);
            assertThat(shares(owner, workload)).hasSize(remembered ? 0 : 1);
        }
    }

    @Test
    void deletesOnceForARepeatedToken() {
        try (var sim = Sim.start(Orgs.with(accepted(PermissionType.READONLY)))) {
            var owner = sim.wellArchitectedOf(Orgs.MEMBER);
            var workload = onlyWorkload(owner);
            var share = onlyShare(owner, workload).shareId();

            owner.deleteWorkloadShare(
                    it -> it.workloadId(workload).shareId(share).clientRequestToken("d"));
            owner.deleteWorkloadShare(
                    it -> it.workloadId(workload).shareId(share).clientRequestToken("d"));

            assertThatExceptionOfType(ResourceNotFoundException.class)
                    .isThrownBy(() -> owner.deleteWorkloadShare(
                            it -> it.workloadId(workload).shareId(share).clientRequestToken("e")))
                    .satisfies(it -> assertThat(it.resourceType()).isEqualTo("WORKLOAD_SHARE"));
        }
    }

    @ParameterizedTest
    @EnumSource(AcceptedShareUpdate.class)
    void keepsOrResetsTheAcceptanceWhenThePermissionChanges(AcceptedShareUpdate update) {
        try (var sim = Sim.start(
                Orgs.with(accepted(PermissionType.READONLY)).withBehaviours(Behaviours.DEFAULTS.with(update)))) {
            var owner = sim.wellArchitectedOf(Orgs.MEMBER);
            var workload = onlyWorkload(owner);
            var share = onlyShare(owner, workload).shareId();

            var answer = owner.updateWorkloadShare(
                            it -> it.workloadId(workload).shareId(share).permissionType("CONTRIBUTOR"))
                    .workloadShare();

            assertThat(answer.permissionTypeAsString()).isEqualTo("CONTRIBUTOR");
            assertThat(answer.statusAsString()).isEqualTo(update == AcceptedShareUpdate.KEEPS ? "ACCEPTED" : "PENDING");
            assertThat(answer.sharedBy()).isEqualTo(Orgs.MEMBER);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ShareStatus.class,
            names = {"EXPIRED", "REJECTED", "REVOKED", "FAILED"})
    void doesNotUpdateAShareThatIsOver(ShareStatus status) {
        var share = new ShareFile(Sim.REVIEWS, PermissionType.READONLY, status, "It did not work.", null);
        try (var sim = Sim.start(Orgs.with(Orgs.owner().withWorkloads(Orgs.shared(share))))) {
            var owner = sim.wellArchitectedOf(Orgs.MEMBER);
            var workload = onlyWorkload(owner);
            var summary = onlyShare(owner, workload);

            assertThat(summary.statusAsString()).isEqualTo(status.name());
            assertThat(summary.statusMessage()).isEqualTo(status == ShareStatus.FAILED ? "It did not work." : null);
            assertThatExceptionOfType(ConflictException.class)
                    .isThrownBy(() -> owner.updateWorkloadShare(it ->
                            it.workloadId(workload).shareId(summary.shareId()).permissionType("CONTRIBUTOR")));
        }
    }

    @Test
    void takesTwentySharesPerWorkload() {
        try (var sim = Sim.start(Orgs.with(Orgs.owner()))) {
            var owner = sim.wellArchitectedOf(Orgs.MEMBER);
            var workload = onlyWorkload(owner);
            for (int i = 0; i < 20; i++) {
                share(owner, workload, String.valueOf(600_000_000_000L + i));
            }

            assertThatExceptionOfType(ServiceQuotaExceededException.class)
                    .isThrownBy(() -> share(owner, workload, Sim.REVIEWS))
                    .satisfies(it -> assertThat(it.statusCode()).isEqualTo(402))
                    .satisfies(it -> assertThat(it.serviceCode()).isEqualTo("wellarchitected"));
            assertThat(owner
                            .listWorkloadSharesPaginator(
                                    it -> it.workloadId(workload).maxResults(7))
                            .stream())
                    .extracting(it -> it.workloadShareSummaries().size())
                    .containsExactly(7, 7, 6);
        }
    }

    @Test
    void narrowsTheListByPrefixAndStatus() {
        try (var sim = Sim.start(Orgs.with(Orgs.owner()
                .withWorkloads(Orgs.shared(
                        new ShareFile(Sim.REVIEWS, PermissionType.READONLY, ShareStatus.ACCEPTED, null, null),
                        new ShareFile("333300000000", PermissionType.READONLY, ShareStatus.PENDING, null, null),
                        new ShareFile(
                                "999999999999", PermissionType.CONTRIBUTOR, ShareStatus.PENDING, null, null)))))) {
            var owner = sim.wellArchitectedOf(Orgs.MEMBER);
            var workload = onlyWorkload(owner);

            assertThat(owner.listWorkloadShares(it -> it.workloadId(workload).sharedWithPrefix("3333"))
                            .workloadShareSummaries())
                    .hasSize(2);
            assertThat(owner.listWorkloadShares(it -> it.workloadId(workload).sharedWithPrefix(Sim.REVIEWS))
                            .workloadShareSummaries())
                    .hasSize(1);
            assertThat(owner.listWorkloadShares(it -> it.workloadId(workload).status("PENDING"))
                            .workloadShareSummaries())
                    .hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"someone@example.com", "33333333333x", "arn:aws:iam::333333333333:group/g", "o-anotherorgid"})
    void refusesWhatIsNoPrincipal(String sharedWith) {
        try (var sim = Sim.start(Orgs.with(Orgs.owner()))) {
            var owner = sim.wellArchitectedOf(Orgs.MEMBER);

            assertThatExceptionOfType(ValidationException.class)
                    .isThrownBy(() -> share(owner, onlyWorkload(owner), sharedWith))
                    .satisfies(it -> assertThat(it.reasonAsString()).isEqualTo("FIELD_VALIDATION_FAILED"))
                    .satisfies(it -> assertThat(it.fields().getFirst().name()).isEqualTo("SharedWith"));
        }
    }

    @Test
    void sharesWithAUserOfAnAccount() {
        try (var sim = Sim.start(Orgs.with(Orgs.owner()))) {
            var owner = sim.wellArchitectedOf(Orgs.MEMBER);

            share(owner, onlyWorkload(owner), "arn:aws:iam::333333333333:user/reviewer");

            assertThat(sim.wellArchitected(Sim.REVIEWER)
                            .listShareInvitations(_ -> {})
                            .shareInvitationSummaries())
                    .hasSize(1);
        }
    }

    @Test
    void sharesWithAUserAndNobodyElseOfHisAccount() {
        var file = OrganizationFile.parse("""
                roles: {all: {name: WellArchitectedShares, actions: ["*"]}}
                defaultRoles: [all]
                accounts: [{id: "333333333333"}, {id: "444444444444", workloads: {eu-west-1: 1}}]
                users:
                  - accountId: "222222222222"
                    name: automation
                    accessKeyId: AKIAIOSFODNN7EXAMPLE
                    secretAccessKey: wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
                  - accountId: "333333333333"
                    name: reviewer
                    accessKeyId: AKIAI44QH8DHBEXAMPLE
                    secretAccessKey: je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY
                  - {accountId: "333333333333", name: other, accessKeyId: AKIAOTHEREXAMPLE0000, secretAccessKey: secret}
                """);
        try (var sim = Sim.start(file)) {
            var owner = sim.wellArchitectedOf(Orgs.MEMBER);
            var workload = onlyWorkload(owner);
            share(owner, workload, "arn:aws:iam::333333333333:user/reviewer");
            var reviewer = sim.wellArchitected(Sim.REVIEWER);
            var invitation = reviewer.listShareInvitations(_ -> {})
                    .shareInvitationSummaries()
                    .getFirst()
                    .shareInvitationId();
            var others = List.of(
                    sim.wellArchitected(AwsBasicCredentials.create("AKIAOTHEREXAMPLE0000", "secret")),
                    sim.wellArchitectedOf(Sim.REVIEWS));

            assertThat(others).allSatisfy(other -> {
                assertThat(other.listShareInvitations(_ -> {}).shareInvitationSummaries())
                        .isEmpty();
                assertThatExceptionOfType(ResourceNotFoundException.class).isThrownBy(() -> accept(other, invitation));
            });
            accept(reviewer, invitation);
            assertThat(onlyWorkload(reviewer)).isEqualTo(workload);
            assertThat(others).allSatisfy(other -> {
                assertThat(other.listWorkloads(_ -> {}).workloadSummaries()).isEmpty();
                assertThatExceptionOfType(ResourceNotFoundException.class)
                        .isThrownBy(() -> other.getWorkload(it -> it.workloadId(workload)));
            });
        }
    }

    private static void accept(WellArchitectedClient recipient, String invitation) {
        recipient.updateShareInvitation(
                it -> it.shareInvitationId(invitation).shareInvitationAction(ShareInvitationAction.ACCEPT));
    }

    @ParameterizedTest
    @EnumSource(SelfShare.class)
    void refusesOrAllowsAShareWithTheOwner(SelfShare selfShare) {
        try (var sim = Sim.start(Orgs.with(Orgs.owner()).withBehaviours(Behaviours.DEFAULTS.with(selfShare)))) {
            var owner = sim.wellArchitectedOf(Orgs.MEMBER);
            var workload = onlyWorkload(owner);

            if (selfShare == SelfShare.REFUSED) {
                assertThatExceptionOfType(ValidationException.class)
                        .isThrownBy(() -> share(owner, workload, Orgs.MEMBER));
            } else {
                assertThat(share(owner, workload, Orgs.MEMBER)).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ForeignShareList.class)
    void tellsARecipientNothingOfTheShares(ForeignShareList answer) {
        try (var sim = Sim.start(
                Orgs.with(accepted(PermissionType.CONTRIBUTOR)).withBehaviours(Behaviours.DEFAULTS.with(answer)))) {
            var reviewer = sim.wellArchitected(Sim.REVIEWER);
            var workload = onlyWorkload(reviewer);
            Class<? extends Exception> expected =
                    answer == ForeignShareList.DENIED ? AccessDeniedException.class : ResourceNotFoundException.class;

            assertThatExceptionOfType(expected)
                    .isThrownBy(() -> reviewer.listWorkloadShares(it -> it.workloadId(workload)));
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> share(reviewer, workload, "999999999999"));
        }
    }

    @Test
    void tellsAStrangerThatThereIsNoSuchWorkload() {
        try (var sim = Sim.start(Orgs.with(Orgs.owner(), Orgs.otherMember().withRoles(Orgs.everything())))) {
            var workload = onlyWorkload(sim.wellArchitectedOf(Orgs.MEMBER));
            var stranger = sim.wellArchitectedOf(Orgs.OTHER_MEMBER);

            assertThatExceptionOfType(ResourceNotFoundException.class)
                    .isThrownBy(() -> stranger.listWorkloadShares(it -> it.workloadId(workload)))
                    .withMessageContaining("[ResourceNotFound] No workload with ID " + workload)
                    .satisfies(it -> assertThat(it.resourceType()).isEqualTo("WORKLOAD"));
        }
    }

    @Test
    void associatesAnOrganizationalUnitWithoutAskingIfSharingIsEnabled() {
        try (var sim = Sim.start(Orgs.with(Orgs.owner(), Orgs.otherMember().withRoles(Orgs.everything())))) {
            var owner = sim.wellArchitectedOf(Orgs.MEMBER);
            var workload = onlyWorkload(owner);
            var unit = sim.organizations()
                    .listParents(it -> it.childId(Orgs.OTHER_MEMBER))
                    .parents()
                    .getFirst()
                    .id();
            sim.wellArchitected(Sim.ADMINISTRATOR).updateGlobalSettings(it -> it.organizationSharingStatus("ENABLED"));

            share(owner, workload, unit);
            assertThat(onlyShare(owner, workload).statusAsString()).isEqualTo("ASSOCIATING");
            sim.advance("PT1M");

            assertThat(onlyShare(owner, workload).statusAsString()).isEqualTo("ASSOCIATED");
            var member = sim.wellArchitectedOf(Orgs.OTHER_MEMBER);
            assertThat(onlyWorkload(member)).isEqualTo(workload);
            assertThat(member.listShareInvitations(_ -> {}).shareInvitationSummaries())
                    .isEmpty();
            assertThat(owner.listWorkloads(_ -> {}).workloadSummaries()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(ShareStatus.class)
    void beginsWithTheStatusTheOrganizationFileSays(ShareStatus status) {
        var share = new ShareFile(Sim.REVIEWS, PermissionType.READONLY, status, null, null);
        try (var sim = Sim.start(Orgs.with(Orgs.owner().withWorkloads(Orgs.shared(share))))) {
            var owner = sim.wellArchitectedOf(Orgs.MEMBER);
            sim.advance("PT10M");

            assertThat(onlyShare(owner, onlyWorkload(owner)).statusAsString()).isEqualTo(status.name());
        }
    }

    @Test
    void failsToAssociateWhileSharingWithTheOrganizationIsDisabled() {
        try (var sim = Sim.start(Orgs.with(Orgs.owner()))) {
            var owner = sim.wellArchitectedOf(Orgs.MEMBER);
            var workload = onlyWorkload(owner);
            share(
                    owner,
                    workload,
                    sim.organizations()
                            .describeOrganization(_ -> {})
                            .organization()
                            .arn());
            sim.advance("PT1M");

            assertThat(onlyShare(owner, workload).statusAsString()).isEqualTo("FAILED");
            assertThat(onlyShare(owner, workload).statusMessage()).contains("not enabled");
        }
    }

    @Test
    void filtersInvitations() {
        try (var sim = Sim.start(Orgs.with(Orgs.owner().withWorkloads(Orgs.in("eu-west-1", 3))))) {
            var owner = sim.wellArchitectedOf(Orgs.MEMBER);
            var workloads = owner.listWorkloads(_ -> {}).workloadSummaries();
            workloads.forEach(it -> share(owner, it.workloadId(), Sim.REVIEWS));
            var reviewer = sim.wellArchitected(Sim.REVIEWER);
            var name = workloads.getFirst().workloadName();

            assertThat(reviewer.listShareInvitations(it -> it.workloadNamePrefix(name))
                            .shareInvitationSummaries())
                    .hasSize(1);
            assertThat(reviewer.listShareInvitations(it -> it.shareResourceType("LENS"))
                            .shareInvitationSummaries())
                    .isEmpty();
            assertThat(reviewer.listShareInvitationsPaginator(it -> it.maxResults(2)).stream())
                    .extracting(it -> it.shareInvitationSummaries().size())
                    .containsExactly(2, 1);
            assertThatExceptionOfType(ValidationException.class)
                    .isThrownBy(() -> reviewer.listShareInvitations(
                            it -> it.workloadNamePrefix("a").lensNamePrefix("b")));
        }
    }

    private static AccountFile accepted(PermissionType permission) {
        return Orgs.owner()
                .withWorkloads(Orgs.shared(new ShareFile(Sim.REVIEWS, permission, ShareStatus.ACCEPTED, null, null)));
    }

    private static String onlyWorkload(WellArchitectedClient client) {
        return client.listWorkloads(_ -> {}).workloadSummaries().stream()
                .map(WorkloadSummary::workloadId)
                .reduce((_, _) -> {
                    throw new AssertionError("There is more than one workload");
                })
                .orElseThrow();
    }

    private static String share(WellArchitectedClient owner, String workload, String sharedWith) {
        return owner.createWorkloadShare(
                        it -> it.workloadId(workload).sharedWith(sharedWith).permissionType("READONLY"))
                .shareId();
    }

    private static String share(WellArchitectedClient owner, String workload, String token, PermissionType permission) {
        return owner.createWorkloadShare(it -> it.workloadId(workload)
                        .sharedWith(Sim.REVIEWS)
                        .permissionType(permission.name())
                        .clientRequestToken(token))
                .shareId();
    }

    private static List<WorkloadShareSummary> shares(WellArchitectedClient owner, String workload) {
        return owner.listWorkloadShares(it -> it.workloadId(workload)).workloadShareSummaries();
    }

    private static WorkloadShareSummary onlyShare(WellArchitectedClient owner, String workload) {
        var shares = shares(owner, workload);
        assertThat(shares).hasSize(1);
        return shares.getFirst();
    }
}
