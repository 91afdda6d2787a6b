package io.sharewell.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sharewell.aws.AwsRegions;
import io.sharewell.chaos.world.SimulatorAdmin;
import io.sharewell.events.Region;
import io.sharewell.simulator.AwsSimulator;
import io.sharewell.simulator.organization.OrganizationFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rest of a share's life from the command line: accepted, taken back, and planned anew. */
class AcceptAndUnshareIT {

    private static final String ACCEPTANCE_ROLE = "arn:aws:iam::333333333333:role/central/AcceptReviews";

    @TempDir
    private Path folder;

    @Test
    void acceptsWhatItSharedAndTakesBackWhatIsSelected() throws Exception {
        try (AwsSimulator aws = LaptopRun.aws(organization(), Duration.ofMillis(2))) {
            SimulatorAdmin admin = new SimulatorAdmin(aws.adminEndpoint());

            LaptopRun shared = run(aws, "--accept-with-role", ACCEPTANCE_ROLE);
            assertThat(shared.status()).as(shared.errors()).isZero();
            assertThat(shared.report().at("/workloads/actions/CREATED").asInt()).isEqualTo(7);
            JsonNode acceptance = shared.report().path("acceptance");
            assertThat(acceptance.path("purpose").asText()).isEqualTo("ACCEPT");
            assertThat(acceptance.at("/workloads/actions/ACCEPTED").asInt())
                    .as("but not in the Region that the reviews account has not enabled")
                    .isEqualTo(5);
            assertThat(statuses(admin, "ACCEPTED")).isEqualTo(5);

            LaptopRun unasked = command(aws, "unshare");
            assertThat(unasked.status()).as("nobody to ask").isEqualTo(64);
            assertThat(unasked.errors()).contains("--yes").contains("--plan");
            assertThat(admin.shares()).hasSize(9);

            LaptopRun unshared =
                    command(aws, "unshare", "--yes", "--tag", "stage=prod", "--exclude-regions", "ap-east-1");
            assertThat(unshared.status()).as(unshared.errors()).isZero();
            assertThat(unshared.report().at("/workloads/actions/DELETED").asInt())
                    .isEqualTo(3);
            assertThat(admin.shares())
                    .as("two with others, two in another account, two in a Region that was excluded")
                    .hasSize(6)
                    .filteredOn(share -> !share.sharedWith().equals(OrganizationFile.REVIEWS_ACCOUNT))
                    .hasSize(2);

            admin.resetCalls();
            LaptopRun plan = run(aws, "--plan", "--workload-name-prefix", "shop-");
            assertThat(plan.report().at("/workloads/found").asInt()).isEqualTo(3);
            assertThat(plan.report().at("/workloads/actions/WOULD_CREATE").asInt())
                    .isEqualTo(3);
            assertThat(admin.shareWrites()).isZero();
        }
    }

    @Test
    void acceptsTheOrganizationsInvitationsToWorkloadsAndNothingElse() throws Exception {
        try (AwsSimulator aws = LaptopRun.aws(invitations(), Duration.ofMillis(2))) {
            SimulatorAdmin admin = new SimulatorAdmin(aws.adminEndpoint());

            LaptopRun run = run(aws, "--accept-with-role", ACCEPTANCE_ROLE);

            assertThat(run.report().at("/workloads/actions/NONE").asInt())
                    .as("all are shared already")
                    .isEqualTo(180);
            JsonNode acceptance = run.report().path("acceptance");
            assertThat(acceptance.path("complete").asBoolean()).as(run.errors()).isTrue();
            assertThat(acceptance.at("/units/scanned").asInt()).isEqualTo(18);
            assertThat(acceptance.at("/workloads/found").asInt()).isEqualTo(200);
            assertThat(acceptance.at("/workloads/actions/ACCEPTED").asInt()).isEqualTo(180);
            assertThat(acceptance.at("/workloads/actions/NONE").asInt()).isEqualTo(20);
            assertThat(reasons(acceptance)).isEqualTo(Map.of("NOT_A_MEMBER", 10L, "NOT_A_WORKLOAD", 10L));
            assertThat(run.status()).as("somebody must look at the twenty").isEqualTo(2);
            assertThat(statuses(admin, "ACCEPTED")).isEqualTo(180);
            assertThat(statuses(admin, "PENDING")).as("the stranger's").isEqualTo(10);
        }
    }

    private static Map<String, Long> reasons(JsonNode report) {
        return StreamSupport.stream(report.path("problems").spliterator(), false)
                .collect(Collectors.groupingBy(problem -> problem.path("reason").asText(), Collectors.counting()));
    }

    /** In each of 18 Regions ten workloads that the reviews account is invited to; and 20 invitations of other kinds. */
    private static OrganizationFile invitations() {
        StringBuilder yaml = new StringBuilder("""
                roles:
                  full: {name: WellArchitectedShares, path: /tools/, actions: ["wellarchitected:*", "account:ListRegions"]}
                  accept:
                    name: AcceptReviews
                    path: /central/
                    actions: ["wellarchitected:ListShareInvitations", "wellarchitected:UpdateShareInvitation"]
                defaultRoles: [full]
                accounts:
                  - {id: "222222222222", name: automation}
                  - id: "333333333333"
                    name: reviews
                    optInRegions: [ap-east-1, me-south-1]
                    roles: [full, accept]
                    invitations:
                """);
        for (int i = 0; i < 10; i++) {
            yaml.append("      - {type: LENS, region: eu-west-1, sharedBy: \"444444444444\"}\n");
        }
        yaml.append("""
                  - {id: "999999999999", name: stranger, outsideOrganization: true, workloads: {eu-west-1: [%s]}}
                  - id: "444444444444"
                    name: shop
                    optInRegions: [ap-east-1, me-south-1]
                    workloads:
                """.formatted(tenWorkloads("foreign")));
        for (Region region : AwsRegions.wellArchitected("aws")) {
            yaml.append("      %s: [%s]\n".formatted(region, tenWorkloads(region.value())));
        }
        return OrganizationFile.parse(yaml.toString());
    }

    private static String tenWorkloads(String name) {
        return IntStream.range(0, 10)
                .mapToObj("{name: %s-%%d, shares: [{sharedWith: \"333333333333\"}]}".formatted(name)::formatted)
                .collect(Collectors.joining(", "));
    }

    private LaptopRun run(AwsSimulator aws, String... options) throws Exception {
        return command(aws, "run", options);
    }

    private LaptopRun command(AwsSimulator aws, String command, String... options) throws Exception {
        List<String> all = new ArrayList<>(List.of("--role-path", "/tools/"));
        all.addAll(List.of(options));
        return LaptopRun.of(command, aws, folder.resolve("report.json"), all.toArray(String[]::new));
    }

    private static long statuses(SimulatorAdmin admin, String status) {
        return admin.shares().stream()
                .filter(share -> share.sharedWith().equals(OrganizationFile.REVIEWS_ACCOUNT))
                .filter(share -> share.status().equals(status))
                .count();
    }

    private static OrganizationFile organization() {
        return OrganizationFile.parse("""
                defaultRoles: [full]
                roles:
                  full: {name: WellArchitectedShares, path: /tools/, actions: ["wellarchitected:*", "account:ListRegions"]}
                  accept:
                    name: AcceptReviews
                    path: /central/
                    actions:
                      - wellarchitected:ListShareInvitations
                      - wellarchitected:UpdateShareInvitation
                      - account:ListRegions
                accounts:
                  - {id: "222222222222", name: automation}
                  - {id: "333333333333", name: reviews, roles: [full, accept]}
                  - id: "444444444444"
                    name: shop
                    tags: {stage: prod}
                    optInRegions: [ap-east-1]
                    workloads:
                      eu-west-1:
                        - {name: shop-web, shares: [{sharedWith: "999999999999", status: ACCEPTED}]}
                        - {name: shop-api, shares: [{sharedWith: "999999999999", status: PENDING}]}
                        - {name: shop-search}
                      ap-east-1: 2
                  - {id: "555555555555", name: lab, workloads: {us-east-1: 2}}
                """);
    }
}
