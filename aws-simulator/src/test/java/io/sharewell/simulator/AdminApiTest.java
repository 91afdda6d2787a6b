package io.sharewell.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.simulator.organization.OrganizationFile;
import io.sharewell.simulator.organization.PermissionType;
import io.sharewell.simulator.organization.ShareFile;
import io.sharewell.simulator.organization.ShareStatus;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.wellarchitected.model.WorkloadSummary;

class AdminApiTest {

    private static final ShareFile PENDING =
            new ShareFile(Sim.REVIEWS, PermissionType.CONTRIBUTOR, ShareStatus.PENDING, null, null);

    @Test
    void isHealthy() {
        try (var sim = Sim.start(Orgs.with())) {
            assertThat(sim.admin("/admin/health").path("status").asText()).isEqualTo("UP");
        }
    }

    @Test
    void passesOverAClientsOfferToUpgradeToHttp2() throws Exception {
        try (var aws = AwsSimulator.start(SimulatorOptions.of(Orgs.with()));
                var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(aws.adminEndpoint().resolve("/admin/health"))
                    .build();

            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(client.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        }
    }

    @Test
    void showsSharesAsTheyStand() {
        try (var sim = Sim.start(Orgs.with(Orgs.owner().withWorkloads(Orgs.shared(PENDING))))) {
            sim.advance("P8D");
            var share = sim.admin("/admin/shares").get(0);
            var workload = sim.wellArchitectedOf(Orgs.MEMBER)
                    .listWorkloads(_ -> {})
                    .workloadSummaries()
                    .getFirst();

            assertThat(share.path("accountId").asText()).isEqualTo(Orgs.MEMBER);
            assertThat(share.path("region").asText()).isEqualTo("eu-west-1");
            assertThat(share.path("workloadId").asText()).isEqualTo(workload.workloadId());
            assertThat(share.path("workloadArn").asText()).isEqualTo(workload.workloadArn());
            assertThat(share.path("shareId").asText()).matches("[0-9a-f]{32}");
            assertThat(share.path("sharedWith").asText()).isEqualTo(Sim.REVIEWS);
            assertThat(share.path("permissionType").asText()).isEqualTo("CONTRIBUTOR");
            assertThat(share.path("status").asText()).isEqualTo("EXPIRED");
        }
    }

    @ParameterizedTest
    @CsvSource({"ACCEPT, ACCEPTED", "REJECT, REJECTED", "REVOKE, REVOKED"})
    void answersAnInvitationAsAPersonWould(String action, String status) {
        try (var sim = Sim.start(Orgs.with(Orgs.owner().withWorkloads(Orgs.shared(PENDING))))) {
            var invitation = sim.admin("/admin/invitations").get(0);
            var path = "/admin/invitations/" + invitation.path("shareId").asText();
            assertThat(invitation.path("status").asText()).isEqualTo("PENDING");
            assertThat(invitation.path("workloadName").asText()).isEqualTo("Payments");

            sim.admin("POST", path, "{\"action\":\"" + action + "\"}");

            assertThat(sim.admin("/admin/shares").at("/0/status").asText()).isEqualTo(status);
            assertThat(sim.adminRaw("POST", path, "{\"action\":\"ACCEPT\"}").statusCode())
                    .isEqualTo(409);
        }
    }

    @Test
    void deletesAShareBehindItsOwnersBack() {
        try (var sim = Sim.start(Orgs.with(Orgs.owner().withWorkloads(Orgs.shared(PENDING))))) {
            var id = sim.admin("/admin/shares").at("/0/shareId").asText();

            sim.admin("DELETE", "/admin/shares/" + id, "");

            assertThat(sim.admin("/admin/shares")).isEmpty();
            assertThat(sim.adminRaw("DELETE", "/admin/shares/" + id, "").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void countsCallsAndErrorsPerOperationUntilReset() {
        try (var sim = Sim.start(Orgs.with(Orgs.owner()))) {
            sim.assume(Orgs.MEMBER);
            org.assertj.core.api.Assertions.catchThrowable(() -> sim.assume("999999999999"));
            var counter = sim.admin("/admin/calls").path("sts.AssumeRole");

            assertThat(counter.path("count").asInt()).isEqualTo(2);
            assertThat(counter.at("/errors/AccessDenied").asInt()).isEqualTo(1);
            sim.admin("DELETE", "/admin/calls", "");
            assertThat(sim.admin("/admin/calls")).isEmpty();
        }
    }

    @Test
    void writesAJournalWithoutSecrets() {
        try (var sim = Sim.start(Orgs.with(Orgs.owner()))) {
            var session = sim.assume(Orgs.MEMBER, it -> it.externalId("external-secret"));
            var client = sim.wellArchitected(session);
            var workload =
                    client.listWorkloads(_ -> {}).workloadSummaries().getFirst().workloadId();
            client.createWorkloadShare(it -> it.workloadId(workload)
                    .sharedWith(Sim.REVIEWS)
                    .permissionType("READONLY")
                    .clientRequestToken("token-7"));

            var create =
                    sim.admin("/admin/journal?operation=CreateWorkloadShare").get(0);
            assertThat(create.path("service").asText()).isEqualTo("wellarchitected");
            assertThat(create.path("accountId").asText()).isEqualTo(Orgs.MEMBER);
            assertThat(create.path("region").asText()).isEqualTo("eu-west-1");
            assertThat(create.path("callerArn").asText()).endsWith(":assumed-role/WellArchitectedShares/test");
            assertThat(create.path("status").asInt()).isEqualTo(200);
            assertThat(create.at("/parameters/ClientRequestToken").asText()).isEqualTo("token-7");
            var journal = sim.admin("/admin/journal").toString();
            assertThat(journal)
                    .doesNotContain(session.sessionToken(), session.secretAccessKey(), "external-secret")
                    .doesNotContain(AwsSimulator.SECRET_ACCESS_KEY);
        }
    }

    @Test
    void keepsTheJournalToItsSize() {
        try (var sim =
                Sim.start(SimulatorOptions.of(Orgs.with()).withoutRateLimits().withJournalSize(3))) {
            for (int i = 0; i < 5; i++) {
                sim.sts().getCallerIdentity();
            }

            assertThat(sim.admin("/admin/journal")).hasSize(3);
            assertThat(sim.calls("sts.GetCallerIdentity")).isEqualTo(5);
        }
    }

    @Test
    void replacesTheWholeOrganizationFromYamlOrJson() {
        try (var sim = Sim.start(Orgs.with(Orgs.owner()))) {
            sim.sts().getCallerIdentity();
            sim.admin("PUT", "/admin/organization", """
                    accounts:
                      - {id: "777777777777", name: replaced, workloads: {eu-west-1: 4}}
                    """);
            assertThat(sim.calls("sts.GetCallerIdentity")).isZero();
            assertThat(sim.organizations()
                            .describeAccount(it -> it.accountId("777777777777"))
                            .account()
                            .name())
                    .isEqualTo("replaced");
            assertThat(sim.wellArchitectedOf("777777777777")
                            .listWorkloads(_ -> {})
                            .workloadSummaries())
                    .extracting(WorkloadSummary::owner)
                    .hasSize(4)
                    .containsOnly("777777777777");

            var exported = sim.admin("/admin/organization").toString();
            sim.admin("PUT", "/admin/organization", exported);

            assertThat(OrganizationFile.parse(sim.admin("/admin/organization").toString()))
                    .isEqualTo(OrganizationFile.parse(exported));
        }
    }

    @Test
    void keepsTheOptionsItWasStartedWithWhenTheOrganizationIsReplaced() {
        try (var sim = Sim.start(Orgs.with())) {
            sim.admin("PUT", "/admin/organization", "accounts: []");

            assertThat(sim.admin("/admin/organization")
                            .at("/rateLimits/enabled")
                            .asBoolean(true))
                    .isFalse();
        }
    }

    @Test
    void refusesAnOrganizationThatIsNoneAndKeepsTheOldOne() {
        try (var sim = Sim.start(Orgs.with(Orgs.owner()))) {
            var answer = sim.adminRaw("PUT", "/admin/organization", "accounts: [{id: \"12\"}]");

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("12 digits");
            assertThat(sim.assume(Orgs.MEMBER)).isNotNull();
        }
    }

    @Test
    void tellsAndAdvancesTheClock() {
        try (var sim = Sim.start(Orgs.with())) {
            sim.advance("P8D");
            sim.advance("90m");

            assertThat(sim.admin("/admin/clock").path("advanced").asText()).isEqualTo("PT193H30M");
            assertThat(sim.adminRaw("POST", "/admin/clock", "{\"advance\":\"-P1D\"}")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(sim.adminRaw("POST", "/admin/clock", "").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void saysWhatItDoesNotHave() {
        try (var sim = Sim.start(Orgs.with())) {
            assertThat(sim.adminRaw("GET", "/admin/nothing", "").statusCode()).isEqualTo(404);
            assertThat(sim.adminRaw("GET", "/other", "").body()).contains("The admin API has no GET /other");
        }
    }
}
