package io.sharewell.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.sharewell.simulator.organization.Behaviours;
import io.sharewell.simulator.organization.EventualConsistency;
import io.sharewell.simulator.organization.OrganizationFile;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sts.model.StsException;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClient;
import software.amazon.awssdk.services.wellarchitected.model.AccessDeniedException;
import software.amazon.awssdk.services.wellarchitected.model.ConflictException;
import software.amazon.awssdk.services.wellarchitected.model.ResourceNotFoundException;

/** What is new is not seen at once, if the switches say so. */
class EventualConsistencyTest {

    private static final String NEW_ROLE = """
            {"accountId": "444444444444",
             "role": {"name": "WellArchitectedShares", "actions": ["wellarchitected:*"]}}
            """;

    private static Sim sim(Duration newRoles, Duration rolePolicies, Duration newShares, boolean roleIsThere) {
        var member = roleIsThere ? Orgs.owner() : Orgs.owner().withRoles(List.of());
        return Sim.start(Orgs.with(member)
                .withBehaviours(Behaviours.DEFAULTS.with(new EventualConsistency(newRoles, rolePolicies, newShares))));
    }

    @Test
    void seesEverythingAtOnceByDefault() {
        try (var sim = Sim.start(Orgs.with(Orgs.owner().withRoles(List.of())))) {
            assertThat(catchThrowable(() -> sim.assume(Orgs.MEMBER))).isInstanceOf(StsException.class);

            sim.admin("POST", "/admin/roles", NEW_ROLE);

            var client = sim.wellArchitectedOf(Orgs.MEMBER);
            create(client, "t");
            assertThat(shares(client)).hasSize(1);
        }
    }

    @Test
    void answersForANewRoleAsIfThereWereNone() {
        try (var sim = sim(Duration.ofMinutes(1), null, null, false)) {
            var missing = catchThrowable(() -> sim.assume(Orgs.MEMBER));
            sim.admin("POST", "/admin/roles", NEW_ROLE);

            assertThatExceptionOfType(StsException.class)
                    .isThrownBy(() -> sim.assume(Orgs.MEMBER))
                    .satisfies(it -> assertThat(it.awsErrorDetails().errorMessage())
                            .isEqualTo(
                                    ((StsException) missing).awsErrorDetails().errorMessage()));

            sim.advance("1m");
            assertThat(sim.assume(Orgs.MEMBER)).isNotNull();
        }
    }

    @Test
    void letsANewRolesPolicyAllowNothingForAWhile() {
        try (var sim = sim(null, Duration.ofMinutes(1), null, false)) {
            sim.admin("POST", "/admin/roles", NEW_ROLE);
            var client = sim.wellArchitectedOf(Orgs.MEMBER);

            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> client.listWorkloads(_ -> {}))
                    .withMessageContaining("no identity-based policy allows the wellarchitected:ListWorkloads action");

            sim.advance("1m");
            assertThat(client.listWorkloads(_ -> {}).workloadSummaries()).hasSize(1);
        }
    }

    @Test
    void letsAReplacedRolesPolicyReachItsSessionsAfterAWhile() {
        try (var sim = sim(null, Duration.ofMinutes(1), null, true)) {
            var client = sim.wellArchitectedOf(Orgs.MEMBER);
            sim.admin("POST", "/admin/roles", NEW_ROLE.replace("wellarchitected:*", "account:*"));

            assertThat(client.listWorkloads(_ -> {}).workloadSummaries()).hasSize(1);

            sim.advance("1m");
            assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> client.listWorkloads(_ -> {}));
        }
    }

    @Test
    void takesARoleOfTheFileForOldUnlessItSaysWhenItWasCreated() {
        try (var sim = sim(Duration.ofDays(3650), null, null, true)) {
            assertThat(sim.assume(Orgs.MEMBER)).isNotNull();

            sim.admin("PUT", "/admin/organization", """
                    accounts:
                      - id: "444444444444"
                        roles: [{name: WellArchitectedShares, createdAt: %s}]
                    behaviours: {eventualConsistency: {newRoles: 1m}}
                    """.formatted(
                            sim.admin("/admin/clock").path("now").asText()));

            assertThat(catchThrowable(() -> sim.assume(Orgs.MEMBER))).isInstanceOf(StsException.class);
            sim.advance("1m");
            assertThat(sim.assume(Orgs.MEMBER)).isNotNull();
        }
    }

    @Test
    void keepsANewShareOutOfTheListsOfOwnerAndRecipient() {
        try (var sim = sim(null, null, Duration.ofMinutes(1), true)) {
            var owner = sim.wellArchitectedOf(Orgs.MEMBER);
            var reviewer = sim.wellArchitected(Sim.REVIEWER);
            var shareId = create(owner, "t");

            assertThat(shares(owner)).isEmpty();
            assertThat(reviewer.listShareInvitations(_ -> {}).shareInvitationSummaries())
                    .isEmpty();
            var invitation =
                    sim.admin("/admin/invitations").at("/0/invitationId").asText();
            assertThatExceptionOfType(ResourceNotFoundException.class)
                    .isThrownBy(() -> reviewer.updateShareInvitation(
                            it -> it.shareInvitationId(invitation).shareInvitationAction("ACCEPT")));

            sim.advance("1m");
            assertThat(shares(owner)).containsExactly(shareId);
            assertThat(reviewer.listShareInvitations(_ -> {}).shareInvitationSummaries())
                    .hasSize(1);
        }
    }

    @Test
    void knowsANewShareByItsIdItsTokenAndItsPrincipalAtOnce() {
        try (var sim = sim(null, null, Duration.ofMinutes(1), true)) {
            var owner = sim.wellArchitectedOf(Orgs.MEMBER);
            var shareId = create(owner, "t");

            assertThat(create(owner, "t")).isEqualTo(shareId);
            assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> create(owner, "another"));
            assertThat(owner.updateWorkloadShare(it -> it.workloadId(workload(owner))
                                    .shareId(shareId)
                                    .permissionType("CONTRIBUTOR"))
                            .workloadShare()
                            .shareId())
                    .isEqualTo(shareId);
            owner.deleteWorkloadShare(
                    it -> it.workloadId(workload(owner)).shareId(shareId).clientRequestToken("d"));
            assertThat(sim.admin("/admin/shares")).isEmpty();
        }
    }

    @Test
    void givesAndTakesRoles() {
        try (var sim = Sim.start(Orgs.with(Orgs.owner(), Orgs.otherMember()))) {
            sim.admin("POST", "/admin/roles", "{\"role\":{\"name\":\"Auditor\",\"actions\":[\"account:*\"]}}");
            assertThat(sim.admin("/admin/roles?accountId=444444444444").findValuesAsText("name"))
                    .containsExactly("WellArchitectedShares", "Auditor");
            assertThat(sim.admin("/admin/roles").findValuesAsText("arn"))
                    .hasSize(10)
                    .contains("arn:aws:iam::555555555555:role/Auditor");

            sim.admin("DELETE", "/admin/roles?accountId=444444444444&name=WellArchitectedShares", "");

            assertThat(catchThrowable(() -> sim.assume(Orgs.MEMBER))).isInstanceOf(StsException.class);
            assertThat(sim.assume(Orgs.OTHER_MEMBER)).isNotNull();
            assertThat(sim.adminRaw("DELETE", "/admin/roles?accountId=444444444444&name=WellArchitectedShares", "")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void saysWhatANewRoleNeeds() {
        try (var sim = Sim.start(Orgs.with())) {
            assertThat(sim.adminRaw("POST", "/admin/roles", "{}").body()).contains("A new role needs a name");
            assertThat(sim.adminRaw("POST", "/admin/roles", "{\"role\":\"Unknown\"}")
                            .body())
                    .contains("which is not defined");
            assertThat(sim.adminRaw(
                                    "POST",
                                    "/admin/roles",
                                    "{\"accountId\":\"999999999999\",\"role\":{\"name\":\"X\"}}")
                            .body())
                    .contains("There is no account 999999999999");
            assertThat(sim.adminRaw("DELETE", "/admin/roles", "").body()).contains("Name the role");
            assertThatExceptionOfType(io.sharewell.simulator.organization.OrganizationFileException.class)
                    .isThrownBy(() -> OrganizationFile.parse("behaviours: {eventualConsistency: {newRoles: PT-1S}}"))
                    .withMessageContaining("is a time like 10s");
        }
    }

    private static String workload(WellArchitectedClient client) {
        return client.listWorkloads(_ -> {}).workloadSummaries().getFirst().workloadId();
    }

    private static String create(WellArchitectedClient client, String token) {
        var workload = workload(client);
        return client.createWorkloadShare(it -> it.workloadId(workload)
                        .sharedWith(Sim.REVIEWS)
                        .permissionType("READONLY")
                        .clientRequestToken(token))
                .shareId();
    }

    private static List<String> shares(WellArchitectedClient client) {
        var workload = workload(client);
        return client.listWorkloadShares(it -> it.workloadId(workload)).workloadShareSummaries().stream()
                .map(it -> it.shareId())
                .toList();
    }
}
