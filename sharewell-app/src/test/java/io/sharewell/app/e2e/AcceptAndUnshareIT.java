package io.sharewell.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sharewell.simulator.AwsSimulator;
import io.sharewell.simulator.organization.OrganizationFile;
import java.nio.file.Path;
import java.time.Duration;
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
            Admin admin = new Admin(aws.adminEndpoint());

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

    private LaptopRun run(AwsSimulator aws, String... options) throws Exception {
        return LaptopRun.of(aws, folder.resolve("report.json"), options);
    }

    private LaptopRun command(AwsSimulator aws, String command, String... options) throws Exception {
        return LaptopRun.of(command, aws, folder.resolve("report.json"), options);
    }

    private static long statuses(Admin admin, String status) {
        return admin.shares().stream()
                .filter(share -> share.sharedWith().equals(OrganizationFile.REVIEWS_ACCOUNT))
                .filter(share -> share.status().equals(status))
                .count();
    }

    private static OrganizationFile organization() {
        return OrganizationFile.parse("""
                defaultRoles: [full]
                roles:
                  full: {name: WellArchitectedShares, actions: ["wellarchitected:*", "account:ListRegions"]}
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
