package io.sharewell.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sharewell.simulator.organization.AccountState;
import io.sharewell.simulator.organization.PermissionType;
import io.sharewell.simulator.organization.ShareFile;
import io.sharewell.simulator.organization.ShareStatus;
import org.junit.jupiter.api.Test;

/** What the page reads. */
class LiveApiTest {

    @Test
    void rollsUpWhatIsBelowAnOrganizationalUnit() {
        var shares =
                Orgs.shared(share("333333333333", ShareStatus.ACCEPTED), share("999999999999", ShareStatus.PENDING));
        var organization = Orgs.with(
                Orgs.member().withWorkloads(shares), Orgs.otherMember().withWorkloads(Orgs.in("us-east-1", 4)));
        try (var sim = Sim.start(organization)) {
            sim.wellArchitectedOf(Orgs.OTHER_MEMBER).listWorkloads(_ -> {});

            var live = sim.admin("/admin/live");

            var workloads = unit(live.path("root"), "Workloads");
            assertThat(workloads.path("accounts").asInt()).isZero();
            assertThat(workloads.at("/total/states/ACTIVE").asInt()).isEqualTo(2);
            assertThat(workloads.at("/total/workloads").asInt()).isEqualTo(5);
            assertThat(workloads.at("/total/shares").toString()).isEqualTo("{\"ACCEPTED\":1,\"PENDING\":1}");
            assertThat(live.at("/pending").asInt()).isEqualTo(1);
            assertThat(live.at("/root/total/calls").asInt())
                    .as("ListWorkloads is the member's call, AssumeRole the automation account's")
                    .isEqualTo(2);
            assertThat(workloads.at("/total/calls").asInt()).isEqualTo(1);
        }
    }

    @Test
    void showsAccountsOnlyOfUnitsThatAreOpenAndNoMoreThanAsked() {
        try (var sim = Sim.start(GeneratedOrganization.of(3000, 3, 1))) {
            var root = sim.admin("/admin/live").path("root");
            var sandbox = unit(root, "Sandbox").path("id").asText();

            assertThat(sim.admin("/admin/live").path("open")).isEmpty();
            assertThat(sim.adminRaw("GET", "/admin/live", "").body()).hasSizeLessThan(10_000);
            assertThat(sim.admin("/admin/live?open=" + sandbox + ":7")
                            .path("open")
                            .path(sandbox))
                    .hasSize(7);
            assertThat(sim.admin("/admin/live?open=ou-abcd-00000000").path("open"))
                    .as("a unit of an organization that was replaced")
                    .isEmpty();
            assertThat(sim.adminRaw("GET", "/admin/live?open=" + sandbox + ":many", "")
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void findsAccountsByNameAndId() {
        try (var sim = Sim.start(Orgs.with(Orgs.owner(), Orgs.otherMember()))) {
            assertThat(sim.admin("/admin/live?find=PAYMENTS")
                            .at("/found/accounts")
                            .findValuesAsText("id"))
                    .containsExactly(Orgs.MEMBER);
            assertThat(sim.admin("/admin/live?find=55555").at("/found/accounts").findValuesAsText("ou"))
                    .containsExactly("Workloads/Prod");
            assertThat(sim.admin("/admin/live?find=nobody").at("/found/count").asInt())
                    .isZero();
            assertThat(sim.admin("/admin/live?find=%20").has("found")).isFalse();
        }
    }

    @Test
    void showsAnAccountInDetail() {
        var suspended = Orgs.otherMember().withState(AccountState.SUSPENDED);
        try (var sim = Sim.start(Orgs.with(Orgs.owner().withWorkloads(Orgs.in("eu-west-1", 3)), suspended))) {
            sim.wellArchitectedOf(Orgs.MEMBER).listWorkloads(_ -> {});

            var details = sim.admin("/admin/live?account=" + Orgs.MEMBER + "&account=unknown")
                    .path("details");

            assertThat(details).hasSize(1);
            assertThat(details.at("/444444444444/regions/0/region").asText()).isEqualTo("eu-west-1");
            assertThat(details.at("/444444444444/regions/0/total/workloads").asInt())
                    .isEqualTo(3);
            assertThat(details.at("/444444444444/calls/0/operation").asText()).isEqualTo("ListWorkloads");
        }
    }

    @Test
    void showsAnAccountsRolesAsTheyStand() {
        try (var sim = Sim.start(Orgs.with(Orgs.owner()))) {
            sim.admin(
                    "POST",
                    "/admin/roles",
                    "{\"accountId\":\"444444444444\",\"role\":{\"name\":\"Auditor\",\"actions\":[]}}");
            sim.admin("DELETE", "/admin/roles?accountId=444444444444&name=WellArchitectedShares", "");

            assertThat(sim.admin("/admin/live?account=444444444444")
                            .at("/details/444444444444/roles")
                            .toString())
                    .isEqualTo("[\"Auditor\"]");
        }
    }

    @Test
    void isUpToDateAfterAChangeByHand() {
        var shared = Orgs.member().withWorkloads(Orgs.shared(share("333333333333", ShareStatus.PENDING)));
        try (var sim = Sim.start(Orgs.with(shared))) {
            assertThat(sim.admin("/admin/live").path("pending").asInt()).isEqualTo(1);

            sim.advance("P8D");

            assertThat(sim.admin("/admin/live").path("pending").asInt()).isZero();
            assertThat(sim.admin("/admin/live").at("/root/total/shares/EXPIRED").asInt())
                    .isEqualTo(1);
            sim.admin("PUT", "/admin/organization", "accounts: []");
            assertThat(sim.admin("/admin/live").at("/root/total/shares")).isEmpty();
        }
    }

    @Test
    void thePageMayLoadNothingFromElsewhere() {
        try (var sim = Sim.start(Orgs.with())) {
            for (var path : new String[] {"/", "/admin", "/admin/"}) {
                var page = sim.adminRaw("GET", path, "");
                assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
                assertThat(page.headers().firstValue("Content-Security-Policy"))
                        .hasValueSatisfying(it -> assertThat(it).startsWith("default-src 'none'"));
                assertThat(page.body().replace("http://www.w3.org/2000/svg", ""))
                        .doesNotContain("http:", "https:");
            }
        }
    }

    private static ShareFile share(String with, ShareStatus status) {
        return new ShareFile(with, PermissionType.READONLY, status, null, null);
    }

    private static JsonNode unit(JsonNode root, String name) {
        for (var unit : root.path("units")) {
            if (unit.path("name").asText().equals(name)) {
                return unit;
            }
        }
        throw new AssertionError("No unit " + name + " in " + root);
    }
}
