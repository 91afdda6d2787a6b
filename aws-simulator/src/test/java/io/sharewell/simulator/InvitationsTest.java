package io.sharewell.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sharewell.simulator.organization.OrganizationFile;
import io.sharewell.simulator.organization.OrganizationFileException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClient;
import software.amazon.awssdk.services.wellarchitected.model.ConflictException;
import software.amazon.awssdk.services.wellarchitected.model.ListShareInvitationsRequest;
import software.amazon.awssdk.services.wellarchitected.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.wellarchitected.model.ShareInvitation;
import software.amazon.awssdk.services.wellarchitected.model.ShareInvitationSummary;
import software.amazon.awssdk.services.wellarchitected.model.WellArchitectedException;

/** Invitations of all kinds in one list, which a client must tell apart; and Regions that must be enabled on both sides. */
class InvitationsTest {

    private static final String ORGANIZATION = """
            accounts:
              - id: "333333333333"
                optInRegions: [ap-east-1]
                invitations:
                  - {type: LENS, region: eu-west-1, name: Data lake lens, sharedBy: "888888888888"}
                  - {type: PROFILE, region: eu-west-1, name: Start-up, sharedBy: "888888888888", permissionType: CONTRIBUTOR}
                  - {type: TEMPLATE, region: eu-west-1, name: Web shop, sharedBy: "444444444444"}
                  - {type: LENS, region: eu-west-1, name: Old lens, sharedBy: "888888888888", status: EXPIRED}
                  - {type: LENS, region: us-east-1, name: Elsewhere, sharedBy: "888888888888"}
              - id: "444444444444"
                optInRegions: [ap-east-1]
                roles: [{name: WellArchitectedShares, actions: ["*"]}]
                workloads:
                  eu-west-1: [{name: Payments, shares: [{sharedWith: "333333333333"}]}]
                  ap-east-1: [{name: Far away}]
              - {id: "555555555555", roles: [{name: WellArchitectedShares, actions: ["*"]}]}
            """;

    private Sim sim;
    private WellArchitectedClient reviewer;

    @BeforeEach
    void start() {
        sim = Sim.start(OrganizationFile.parse(ORGANIZATION));
        reviewer = sim.wellArchitected(Sim.REVIEWER);
    }

    @AfterEach
    void stop() {
        sim.close();
    }

    private List<ShareInvitationSummary> invitations(ListShareInvitationsRequest request) {
        return reviewer.listShareInvitationsPaginator(request).stream()
                .flatMap(it -> it.shareInvitationSummaries().stream())
                .toList();
    }

    private List<ShareInvitationSummary> all() {
        return invitations(ListShareInvitationsRequest.builder().build());
    }

    private ShareInvitationSummary of(String type) {
        return invitations(ListShareInvitationsRequest.builder()
                        .shareResourceType(type)
                        .build())
                .getFirst();
    }

    @Test
    void standBesideOneAnotherInOneList() {
        assertThat(all())
                .extracting(ShareInvitationSummary::shareResourceTypeAsString)
                .containsExactly("WORKLOAD", "LENS", "PROFILE", "TEMPLATE");
        assertThat(invitations(
                        ListShareInvitationsRequest.builder().maxResults(1).build()))
                .isEqualTo(all());
        assertThat(of("WORKLOAD").lensArn()).isNull();
        assertThat(of("LENS").lensName()).isEqualTo("Data lake lens");
        assertThat(of("LENS").workloadId()).isNull();
        assertThat(of("LENS").lensArn()).matches("arn:aws:wellarchitected:eu-west-1:888888888888:lens/[0-9a-f]{32}");
        assertThat(of("PROFILE").permissionTypeAsString()).isEqualTo("CONTRIBUTOR");
        assertThat(of("PROFILE").profileArn()).contains(":888888888888:profile/");
        assertThat(of("TEMPLATE").templateArn()).contains(":444444444444:review-template/");
        assertThat(of("TEMPLATE").sharedWith()).isEqualTo(Sim.REVIEWS);
    }

    @Test
    void areShownToAndAnsweredBySomebodyWhoLooksAtAllAccounts() {
        var shown = sim.admin("/admin/invitations");
        var lens = StreamSupport.stream(shown.spliterator(), false)
                .filter(it -> it.path("resourceName").asText().equals("Data lake lens"))
                .findFirst()
                .orElseThrow();
        var path = "/admin/invitations/" + lens.path("shareId").asText();

        assertThat(shown.findValuesAsText("shareResourceType"))
                .containsExactly("WORKLOAD", "LENS", "PROFILE", "TEMPLATE", "LENS", "LENS");
        assertThat(lens.path("resourceArn").asText()).isEqualTo(of("LENS").lensArn());
        assertThat(lens.path("invitationId").asText()).isEqualTo(of("LENS").shareInvitationId());
        assertThat(sim.admin("POST", path, "{\"action\": \"ACCEPT\"}")
                        .path("status")
                        .asText())
                .isEqualTo("ACCEPTED");
        assertThat(all())
                .extracting(ShareInvitationSummary::shareResourceTypeAsString)
                .containsExactly("WORKLOAD", "PROFILE", "TEMPLATE");
        assertThat(sim.adminRaw("POST", path, "{\"action\": \"REJECT\"}").statusCode())
                .isEqualTo(409);
    }

    @Test
    void areFoundByTheNamesOfTheirKind() {
        assertThat(invitations(ListShareInvitationsRequest.builder()
                        .lensNamePrefix("Data")
                        .build()))
                .containsExactly(of("LENS"));
        assertThat(invitations(ListShareInvitationsRequest.builder()
                        .workloadNamePrefix("Data")
                        .build()))
                .isEmpty();
        assertThat(invitations(ListShareInvitationsRequest.builder()
                        .shareResourceType("LENS")
                        .profileNamePrefix("S")
                        .build()))
                .isEmpty();
    }

    @Test
    void areAcceptedAndRejectedWithoutTouchingOthers() {
        var lens = of("LENS");

        assertThat(answer(lens, "ACCEPT").lensArn()).isEqualTo(lens.lensArn());
        assertThat(answer(of("PROFILE"), "REJECT").shareResourceTypeAsString()).isEqualTo("PROFILE");

        assertThat(all())
                .extracting(ShareInvitationSummary::shareResourceTypeAsString)
                .containsExactly("WORKLOAD", "TEMPLATE");
        assertThat(reviewer.listWorkloads(_ -> {}).workloadSummaries()).isEmpty();
    }

    private ShareInvitation answer(ShareInvitationSummary invitation, String action) {
        return reviewer.updateShareInvitation(it ->
                        it.shareInvitationId(invitation.shareInvitationId()).shareInvitationAction(action))
                .shareInvitation();
    }

    @Test
    void areAnsweredOnce() {
        var template = of("TEMPLATE");
        answer(template, "REJECT");

        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> answer(template, "ACCEPT"))
                .withMessageContaining("already been processed: it is REJECTED");
    }

    @Test
    void expireAfterSevenDays() {
        sim.advance("P7D");

        assertThat(all()).isEmpty();
    }

    @Test
    void areTheAccountsAlone() {
        assertThat(sim.wellArchitectedOf("444444444444")
                        .listShareInvitations(_ -> {})
                        .shareInvitationSummaries())
                .isEmpty();
        assertThat(sim.wellArchitected(Region.US_EAST_1, Sim.REVIEWER)
                        .listShareInvitations(_ -> {})
                        .shareInvitationSummaries())
                .extracting(ShareInvitationSummary::lensName)
                .containsExactly("Elsewhere");
    }

    @Test
    void goThroughSnapshotsAndTheExport() {
        sim.admin("POST", "/admin/snapshots", "{\"name\":\"before\"}");
        answer(of("LENS"), "ACCEPT");
        var exported = sim.admin("/admin/organization/now");
        sim.admin("POST", "/admin/snapshots/before/restore", "");

        assertThat(all()).hasSize(4);
        assertThat(exported.toString()).contains("ACCEPTED");
    }

    @Test
    void needTheirRegionOnBothSides() {
        var owner = sim.wellArchitected(Region.AP_EAST_1, sim.assume("444444444444"));
        var workload =
                owner.listWorkloads(_ -> {}).workloadSummaries().getFirst().workloadId();
        for (var account : List.of(Sim.REVIEWS, "555555555555")) {
            owner.createWorkloadShare(
                    it -> it.workloadId(workload).sharedWith(account).permissionType("READONLY"));
        }

        assertThat(sim.wellArchitected(Region.AP_EAST_1, Sim.REVIEWER)
                        .listShareInvitations(_ -> {})
                        .shareInvitationSummaries())
                .hasSize(1);
        // The other account has not enabled the Region, which therefore does not know its credentials.
        assertThatExceptionOfType(WellArchitectedException.class)
                .isThrownBy(() -> sim.wellArchitected(Region.AP_EAST_1, sim.assume("555555555555"))
                        .listShareInvitations(_ -> {}))
                .satisfies(it -> assertThat(it.awsErrorDetails().errorCode()).isEqualTo("UnrecognizedClientException"));
    }

    @Test
    void anAccountHasAThousandWorkloadsPerRegionAtMost() {
        try (var full = Sim.start(Orgs.with(Orgs.owner().withWorkloads(Orgs.in("eu-west-1", 999))))) {
            create(full.wellArchitectedOf(Orgs.MEMBER), "The thousandth");

            assertThatExceptionOfType(ServiceQuotaExceededException.class)
                    .isThrownBy(() -> create(full.wellArchitectedOf(Orgs.MEMBER), "One too many"))
                    .satisfies(it -> assertThat(it.statusCode()).isEqualTo(402));
            create(full.wellArchitected(Region.US_EAST_1, full.assume(Orgs.MEMBER)), "Elsewhere");
        }
    }

    private static void create(WellArchitectedClient client, String name) {
        client.createWorkload(it -> it.workloadName(name)
                .description("A workload")
                .environment("PRODUCTION")
                .awsRegions("eu-west-1")
                .reviewOwner("someone@example.com")
                .lenses("wellarchitected"));
    }

    @Test
    void anInvitationThatLacksSomethingIsRefused() {
        assertThatExceptionOfType(OrganizationFileException.class)
                .isThrownBy(() -> Sim.start(OrganizationFile.parse(ORGANIZATION.replace("type: LENS, ", ""))))
                .withMessageContaining("needs a type (LENS, PROFILE or TEMPLATE)");
        assertThatExceptionOfType(OrganizationFileException.class)
                .isThrownBy(() -> Sim.start(OrganizationFile.parse(ORGANIZATION.replace("us-east-1", "mars-1"))))
                .withMessageContaining("no Well-Architected Tool");
    }
}
