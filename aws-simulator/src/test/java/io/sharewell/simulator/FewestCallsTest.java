package io.sharewell.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sharewell.simulator.organization.AccountState;
import io.sharewell.simulator.organization.Behaviours;
import io.sharewell.simulator.organization.Behaviours.EmptyPages;
import io.sharewell.simulator.organization.OrganizationFile;
import io.sharewell.simulator.organization.PermissionType;
import io.sharewell.simulator.organization.RegionWorkloads;
import io.sharewell.simulator.organization.RoleFile;
import io.sharewell.simulator.organization.ShareFile;
import io.sharewell.simulator.organization.ShareStatus;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.model.StsException;
import software.amazon.awssdk.services.wellarchitected.model.WellArchitectedException;

/** How many calls a walk over the organization needs at least. */
class FewestCallsTest {

    private static final List<Region> REGIONS = List.of(Region.EU_WEST_1, Region.US_EAST_1, Region.AP_EAST_1);

    /** The walk itself, made by AWS's clients, is the proof. */
    @Test
    void areAsManyAsAWalkMakesThatNeverFails() {
        var behaviours = Behaviours.DEFAULTS.with(EmptyPages.NEVER);
        try (var sim = Sim.start(GeneratedOrganization.demo(60, 1).withBehaviours(behaviours))) {
            var fewest = fewest(sim, "?regions=eu-west-1,us-east-1,ap-east-1");

            walk(sim);

            var made = sim.admin("/admin/calls");
            fewest.path("calls").properties().forEach(it -> assertThat(succeeded(made, it.getKey()))
                    .as(it.getKey())
                    .isEqualTo(it.getValue().asLong())
                    .isPositive());
        }
    }

    private static long succeeded(JsonNode made, String operation) {
        long errors = 0;
        for (var count : made.path(operation).path("errors")) {
            errors += count.asLong();
        }
        return made.path(operation).path("count").asLong() - errors;
    }

    private static void walk(Sim sim) {
        var accounts = sim.organizations().listAccountsPaginator().stream().flatMap(it -> it.accounts().stream());
        accounts.forEach(account -> {
            try {
                var session = sim.assume(account.id());
                REGIONS.forEach(region -> walk(sim, account.id(), region, session));
            } catch (StsException _) {
                // Not to be reached.
            }
        });
    }

    private static void walk(Sim sim, String account, Region region, AwsCredentials session) {
        var client = sim.wellArchitected(region, session);
        try {
            client.listWorkloadsPaginator(_ -> {}).stream()
                    .flatMap(it -> it.workloadSummaries().stream())
                    .filter(it -> it.owner().equals(account))
                    .forEach(it -> client.listWorkloadSharesPaginator(list -> list.workloadId(it.workloadId()))
                            .forEach(_ -> {}));
        } catch (WellArchitectedException _) {
            // Not to be listed.
        }
    }

    @Test
    void takesAPageFor20AccountsAnd50Workloads() {
        try (var sim = Sim.start(Orgs.with(
                Orgs.owner()
                        .withWorkloads(Map.of(
                                "eu-west-1",
                                RegionWorkloads.generated(51),
                                "us-east-1",
                                RegionWorkloads.generated(50))),
                Orgs.otherMember().withState(AccountState.SUSPENDED)))) {
            var fewest = fewest(sim, "?regions=eu-west-1,us-east-1");

            assertThat(calls(fewest))
                    .isEqualTo(Map.of(
                            "organizations.ListAccounts", 1L,
                            // the three special accounts have the role too
                            "sts.AssumeRole", 4L,
                            "wellarchitected.ListWorkloads", 3L * 2 + 3,
                            "wellarchitected.ListWorkloadShares", 101L));
            assertThat(fewest.path("total").asLong()).isEqualTo(115);
            assertThat(fewest.path("accounts").asInt()).isEqualTo(5);
            assertThat(fewest.path("reachableAccounts").asInt()).isEqualTo(4);
            assertThat(fewest.path("accountRegions").asInt()).isEqualTo(8);
            assertThat(fewest.path("workloads").asInt()).isEqualTo(101);
        }
    }

    @Test
    void looksIntoTheRegionsAnAccountHasEnabled() {
        try (var sim = Sim.start(Orgs.with(Orgs.owner(), Orgs.otherMember().withOptInRegions(List.of("ap-east-1"))))) {
            assertThat(fewest(sim, "").path("accountRegions").asInt()).isEqualTo(16 * 5 + 1);
        }
    }

    @Test
    void countsSharedWorkloadsInAListButNotAmongTheOwned() {
        var share = new ShareFile(Orgs.OTHER_MEMBER, PermissionType.READONLY, ShareStatus.ACCEPTED, null, null);
        try (var sim = Sim.start(Orgs.with(
                Orgs.owner().withWorkloads(Orgs.shared(share)),
                Orgs.otherMember().withWorkloads(Orgs.in("eu-west-1", 50))))) {
            var fewest = fewest(sim, "?regions=eu-west-1");

            assertThat(fewest.path("workloads").asInt()).isEqualTo(51);
            assertThat(calls(fewest)).containsEntry("wellarchitected.ListWorkloads", 4L + 2);
        }
    }

    @Test
    void walksAsItIsTold() {
        var strict = RoleFile.allowing("Strict", List.of("wellarchitected:*")).withExternalId("words");
        try (var sim = Sim.start(Orgs.with(Orgs.owner().withRoles(List.of(strict))))) {
            assertThat(fewest(sim, "?role=Strict").path("reachableAccounts").asInt())
                    .isZero();
            assertThat(fewest(sim, "?role=Strict&externalId=words")
                            .path("reachableAccounts")
                            .asInt())
                    .isEqualTo(1);
            assertThat(fewest(sim, "?role=Strict&externalId=words&accessKeyId=AKIAI44QH8DHBEXAMPLE")
                            .path("reachableAccounts")
                            .asInt())
                    .isZero();
        }
    }

    @Test
    void asksOfEachWorkloadWherePoliciesTellThemApart() {
        try (var sim = Sim.start(Orgs.with(Orgs.owner().withWorkloads(Orgs.in("eu-west-1", 3))))) {
            var one = sim.wellArchitectedOf(Orgs.MEMBER)
                    .listWorkloads(_ -> {})
                    .workloadSummaries()
                    .get(1)
                    .workloadArn();
            sim.admin("POST", "/admin/roles", """
                    {"accountId": "444444444444", "role": {"name": "One", "actions": ["wellarchitected:ListWorkloads"],
                      "policies": [{"Version": "2012-10-17", "Statement": [
                        {"Effect": "Allow", "Action": "wellarchitected:ListWorkloadShares", "Resource": "%s"}]}]}}
                    """.formatted(one));

            var fewest = fewest(sim, "?regions=eu-west-1&role=One");

            assertThat(fewest.path("workloads").asInt()).isEqualTo(3);
            assertThat(calls(fewest)).containsEntry("wellarchitected.ListWorkloadShares", 1L);
        }
    }

    @Test
    void changesNothing() {
        try (var sim = Sim.start(Orgs.with(Orgs.owner()))) {
            var before = sim.admin("/admin/organization/now");

            fewest(sim, "");

            assertThat(sim.admin("/admin/organization/now")).isEqualTo(before);
            assertThat(sim.admin("/admin/calls")).isEmpty();
        }
    }

    @Test
    void saysWhatItCannotCount() {
        try (var sim = Sim.start(OrganizationFile.parse("accounts: []"))) {
            assertThat(sim.adminRaw("GET", "/admin/calls/fewest?accessKeyId=AKIA", "")
                            .body())
                    .contains("no user with that key");
            assertThat(sim.adminRaw("GET", "/admin/calls/fewest?regions=eu-west", "")
                            .body())
                    .contains("regions are some of");
            assertThat(sim.adminRaw("GET", "/admin/calls/most", "").statusCode())
                    .isEqualTo(404);
        }
    }

    private static JsonNode fewest(Sim sim, String query) {
        return sim.admin("/admin/calls/fewest" + query);
    }

    private static Map<String, Long> calls(JsonNode fewest) {
        return fewest.path("calls").properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().asLong()));
    }
}
