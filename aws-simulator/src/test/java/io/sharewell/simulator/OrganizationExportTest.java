package io.sharewell.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.simulator.organization.OrganizationFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClient;
import software.amazon.awssdk.services.wellarchitected.model.WorkloadEnvironment;
import software.amazon.awssdk.services.wellarchitected.model.WorkloadShareSummary;

/** The organization as it stands, out and in again. */
class OrganizationExportTest {

    private static OrganizationFile organization() {
        return Orgs.with(
                Orgs.owner().withWorkloads(Orgs.in("eu-west-1", 3)),
                Orgs.otherMember().withRoles(Orgs.everything()).withWorkloads(Orgs.in("eu-west-1", 5)));
    }

    @ParameterizedTest
    @CsvSource({"1, json", "2, yaml", "3, json", "4, yaml", "5, json", "6, yaml"})
    void isTheSameWorldAgainWhereItIsLoaded(long seed, String format) {
        try (var sim = Sim.start(organization());
                var other = Sim.start(Orgs.with())) {
            new RandomDeeds(sim, seed, Orgs.MEMBER, Orgs.OTHER_MEMBER).some(100);
            other.admin(
                    "POST",
                    "/admin/clock",
                    "{\"advance\":\""
                            + sim.admin("/admin/clock").path("advanced").asText() + "\"}");

            var exported = sim.adminRaw("GET", "/admin/organization/now?format=" + format, "")
                    .body();
            other.admin("PUT", "/admin/organization", exported);

            assertThat(other.adminRaw("GET", "/admin/organization/now?format=" + format, "")
                            .body())
                    .as("seed " + seed)
                    .isEqualTo(exported);
            assertThat(seen(other)).as("seed " + seed).isEqualTo(seen(sim));
        }
    }

    private static List<Object> seen(Sim sim) {
        return List.of(
                sim.adminSet("/admin/shares"),
                sim.admin("/admin/roles"),
                sharing(sim, Orgs.MEMBER),
                sharing(sim, Orgs.OTHER_MEMBER),
                workloads(sim, Orgs.MEMBER),
                workloads(sim, Orgs.OTHER_MEMBER));
    }

    private static String sharing(Sim sim, String account) {
        return sim.wellArchitectedOf(account).getGlobalSettings(_ -> {}).organizationSharingStatusAsString();
    }

    private static List<Object> workloads(Sim sim, String account) {
        var client = sim.wellArchitectedOf(account);
        return client.listWorkloads(_ -> {}).workloadSummaries().stream()
                .map(it -> (Object) List.of(
                        it,
                        shares(client, it.workloadId()),
                        client.getWorkload(get -> get.workloadId(it.workloadId()))
                                .workload()))
                .toList();
    }

    private static List<WorkloadShareSummary> shares(WellArchitectedClient client, String workload) {
        return client.listWorkloadShares(it -> it.workloadId(workload)).workloadShareSummaries();
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 60})
    void saysOfAnUntouchedWorldWhatItWasLoadedFrom(int accounts) {
        try (var sim = Sim.start(SimulatorOptions.of(GeneratedOrganization.of(accounts, 3, 1)))) {
            assertThat(sim.admin("/admin/organization/now")).isEqualTo(sim.admin("/admin/organization"));
        }
    }

    @Test
    void keepsEveryKindOfShareOfTheDemo() {
        try (var sim = Sim.start(SimulatorOptions.of(GeneratedOrganization.demo(60, 1)));
                var other = Sim.start(Orgs.with())) {
            var exported = sim.admin("/admin/organization/now").toString();
            other.admin("PUT", "/admin/organization", exported);

            assertThat(other.adminSet("/admin/shares"))
                    .isEqualTo(sim.adminSet("/admin/shares"))
                    .isNotEmpty();
        }
    }

    @Test
    void counts7DaysOfAnInvitationFromWhenItWasSent() {
        try (var sim = Sim.start(organization())) {
            var client = sim.wellArchitectedOf(Orgs.MEMBER);
            var workload = client.listWorkloads(_ -> {}).workloadSummaries().getFirst();
            client.createWorkloadShare(it -> it.workloadId(workload.workloadId())
                    .sharedWith(Sim.REVIEWS)
                    .permissionType("READONLY")
                    .clientRequestToken("t"));
            sim.advance("P6D");
            sim.admin(
                    "PUT",
                    "/admin/organization",
                    sim.admin("/admin/organization/now").toString());
            assertThat(sim.admin("/admin/shares").at("/0/status").asText()).isEqualTo("PENDING");

            sim.advance("P1D");

            assertThat(sim.admin("/admin/shares").at("/0/status").asText()).isEqualTo("EXPIRED");
        }
    }

    @Test
    void keepsTheWorkloadsOfAnAccountOutsideOfTheOrganizationThere() {
        var file = "accounts: [{id: \"444444444444\"}]";
        try (var sim = Sim.start(OrganizationFile.parse(file))) {
            sim.wellArchitected(Sim.REVIEWER).createWorkload(it -> it.workloadName("Reviews' own")
                    .description("In no organization")
                    .environment(WorkloadEnvironment.PRODUCTION)
                    .awsRegions("eu-west-1")
                    .reviewOwner("somebody")
                    .lenses("wellarchitected")
                    .clientRequestToken("t"));
            var listed = sim.organizations().listAccounts(_ -> {}).accounts();
            var exported = sim.admin("/admin/organization/now").toString();

            sim.admin("PUT", "/admin/organization", exported);

            assertThat(sim.organizations().listAccounts(_ -> {}).accounts()).isEqualTo(listed);
            assertThat(sim.wellArchitected(Sim.REVIEWER).listWorkloads(_ -> {}).workloadSummaries())
                    .singleElement()
                    .satisfies(it -> assertThat(it.workloadName()).isEqualTo("Reviews' own"));
            assertThat(sim.admin("/admin/organization/now").toString()).isEqualTo(exported);
        }
    }

    @Test
    void givesNothingNewAnIdThatTheFileHas() {
        try (var sim = Sim.start(organization())) {
            var client = sim.wellArchitectedOf(Orgs.MEMBER);
            var workload =
                    client.listWorkloads(_ -> {}).workloadSummaries().getFirst().workloadId();
            create(client, workload, "100000000001");
            sim.admin(
                    "PUT",
                    "/admin/organization",
                    sim.admin("/admin/organization/now").toString());

            create(sim.wellArchitectedOf(Orgs.MEMBER), workload, "100000000002");

            assertThat(sim.admin("/admin/shares").findValuesAsText("shareId"))
                    .hasSize(2)
                    .doesNotHaveDuplicates();
        }
    }

    private static void create(WellArchitectedClient client, String workload, String principal) {
        client.createWorkloadShare(it -> it.workloadId(workload)
                .sharedWith(principal)
                .permissionType("READONLY")
                .clientRequestToken(principal));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            accounts: [{id: "444444444444", workloads: {eu-west-1: [{id: xyz}]}}] | 32 hexadecimal digits
            accounts: [{id: "444444444444", outsideOrganization: true, ou: X}]    | outside of the organization
            accounts: [{id: "111111111111", outsideOrganization: true}]           | the management account
            delegatedServices: {"444444444444": [ram.amazonaws.com]}              | add it to delegatedAdministrators
            accounts: [{id: "444444444444", workloads: {eu-west-1: [{id: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa}, {id: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa}]}}] | is there twice
            """)
    void refusesWhatContradictsItself(String file, String explanation) {
        try (var sim = Sim.start(Orgs.with())) {
            var answer = sim.adminRaw("PUT", "/admin/organization", file);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains(explanation);
        }
    }

    @Test
    void isYamlOrJson() {
        try (var sim = Sim.start(organization())) {
            var yaml = sim.adminRaw("GET", "/admin/organization?format=yaml", "");

            assertThat(yaml.headers().firstValue("Content-Type")).hasValue("application/yaml");
            assertThat(OrganizationFile.parse(yaml.body()))
                    .isEqualTo(OrganizationFile.parse(
                            sim.admin("/admin/organization?format=json").toString()));
            assertThat(sim.adminRaw("GET", "/admin/organization?format=xml", "").body())
                    .contains("json or yaml");
            assertThat(sim.adminRaw("GET", "/admin/organization/then", "").statusCode())
                    .isEqualTo(404);
        }
    }
}
