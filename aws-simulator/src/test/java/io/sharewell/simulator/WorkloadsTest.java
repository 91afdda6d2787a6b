package io.sharewell.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sharewell.simulator.organization.AccountFile;
import io.sharewell.simulator.organization.Behaviours;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClient;
import software.amazon.awssdk.services.wellarchitected.model.AccessDeniedException;
import software.amazon.awssdk.services.wellarchitected.model.ConflictException;
import software.amazon.awssdk.services.wellarchitected.model.CreateWorkloadRequest;
import software.amazon.awssdk.services.wellarchitected.model.ResourceNotFoundException;
import software.amazon.awssdk.services.wellarchitected.model.ValidationException;
import software.amazon.awssdk.services.wellarchitected.model.WellArchitectedException;
import software.amazon.awssdk.services.wellarchitected.model.WorkloadSummary;

/** Workloads, and who may see them. */
class WorkloadsTest {

    @Test
    void listsFiftyAPageAndEachWorkloadOnce() {
        try (var sim = Sim.start(Orgs.with(owner(120)))) {
            var client = sim.wellArchitectedOf(Orgs.MEMBER);
            var pages = client.listWorkloadsPaginator(_ -> {}).stream().toList();
            var summaries = pages.stream()
                    .flatMap(it -> it.workloadSummaries().stream())
                    .toList();

            assertThat(pages).extracting(it -> it.workloadSummaries().size()).containsExactly(50, 50, 20);
            assertThat(summaries).extracting(WorkloadSummary::workloadId).doesNotHaveDuplicates();
            assertThat(summaries).extracting(WorkloadSummary::workloadName).doesNotHaveDuplicates();
            assertThat(summaries).allSatisfy(it -> assertThat(it.owner()).isEqualTo(Orgs.MEMBER));
            assertThat(summaries.getFirst().workloadArn())
                    .isEqualTo("arn:aws:wellarchitected:eu-west-1:444444444444:workload/"
                            + summaries.getFirst().workloadId());
            assertThat(summaries.getFirst().riskCountsAsStrings()).containsKeys("HIGH", "MEDIUM", "UNANSWERED");
        }
    }

    @Test
    void makesTheSameWorkloadsForTheSameSeedOnly() {
        var organization = Orgs.with(owner(5));

        assertThat(ids(organization.withSeed(1))).isEqualTo(ids(organization.withSeed(1)));
        assertThat(ids(organization.withSeed(2))).isNotEqualTo(ids(organization.withSeed(1)));
    }

    private static List<String> ids(io.sharewell.simulator.organization.OrganizationFile organization) {
        try (var sim = Sim.start(organization)) {
            return sim.wellArchitectedOf(Orgs.MEMBER).listWorkloads(_ -> {}).workloadSummaries().stream()
                    .map(WorkloadSummary::workloadId)
                    .toList();
        }
    }

    @Test
    void findsEachMadeWorkloadByItsId() {
        try (var sim = Sim.start(Orgs.with(owner(30)))) {
            var client = sim.wellArchitectedOf(Orgs.MEMBER);
            for (var summary : client.listWorkloads(_ -> {}).workloadSummaries()) {
                var workload = client.getWorkload(it -> it.workloadId(summary.workloadId()))
                        .workload();

                assertThat(workload.workloadName()).isEqualTo(summary.workloadName());
                assertThat(workload.updatedAt()).isEqualTo(summary.updatedAt());
            }
        }
    }

    @Test
    void keepsPagesApartFromChangesBetweenThem() {
        try (var sim = Sim.start(Orgs.with(owner(60)))) {
            var client = sim.wellArchitectedOf(Orgs.MEMBER);
            var first = client.listWorkloads(_ -> {});
            client.deleteWorkload(
                    it -> it.workloadId(first.workloadSummaries().getFirst().workloadId()));

            var second = client.listWorkloads(it -> it.nextToken(first.nextToken()));

            var seen = new HashSet<String>();
            first.workloadSummaries().forEach(it -> seen.add(it.workloadId()));
            second.workloadSummaries().forEach(it -> seen.add(it.workloadId()));
            assertThat(seen).hasSize(60);
        }
    }

    @Test
    void givesEmptyPagesWithATokenIfTold() {
        var always = Behaviours.DEFAULTS.with(Behaviours.EmptyPages.ALWAYS);
        try (var sim = Sim.start(Orgs.with(owner(3)).withBehaviours(always))) {
            assertThat(sim.wellArchitectedOf(Orgs.MEMBER).listWorkloadsPaginator(_ -> {}).stream())
                    .extracting(it -> it.workloadSummaries().size())
                    .containsExactly(0, 3);
        }
    }

    @Test
    void createsAWorkloadOnceWithAToken() {
        try (var sim = Sim.start(Orgs.with(owner(2)))) {
            var client = sim.wellArchitectedOf(Orgs.MEMBER);
            var created = client.createWorkload(it -> create(it).clientRequestToken("t"));
            var again = client.createWorkload(it -> create(it).clientRequestToken("t"));

            assertThat(again.workloadId()).isEqualTo(created.workloadId());
            assertThat(client.listWorkloads(_ -> {}).workloadSummaries()).hasSize(3);
            var workload = client.getWorkload(it -> it.workloadId(created.workloadId()))
                    .workload();
            assertThat(workload.description()).isEqualTo("As it is written");
            assertThat(workload.environmentAsString()).isEqualTo("PREPRODUCTION");
            assertThat(workload.tags()).containsEntry("team", "a");
            assertThatExceptionOfType(ConflictException.class)
                    .isThrownBy(() -> client.createWorkload(WorkloadsTest::create));
        }
    }

    @Test
    void tellsOfANewWorkloadsProfileAndJiraConfiguration() {
        var profile = "arn:aws:wellarchitected:eu-west-1:444444444444:profile/payments";
        try (var sim = Sim.start(Orgs.with(owner(0)))) {
            var client = sim.wellArchitectedOf(Orgs.MEMBER);
            var id = client.createWorkload(
                            it -> create(it).profileArns(profile).jiraConfiguration(jira -> jira.issueManagementStatus(
                                            "ENABLED")
                                    .issueManagementType("MANUAL")
                                    .jiraProjectKey("PAY")))
                    .workloadId();

            var workload = client.getWorkload(it -> it.workloadId(id)).workload();

            assertThat(workload.profiles()).singleElement().satisfies(it -> assertThat(it.profileArn())
                    .isEqualTo(profile));
            assertThat(workload.jiraConfiguration().jiraProjectKey()).isEqualTo("PAY");
            assertThat(workload.jiraConfiguration().issueManagementStatusAsString())
                    .isEqualTo("ENABLED");
            assertThat(client.listWorkloads(_ -> {})
                            .workloadSummaries()
                            .getFirst()
                            .profiles())
                    .isEqualTo(workload.profiles());
        }
    }

    @Test
    void tellsAnAccountsJiraConfiguration() {
        try (var sim = Sim.start(Orgs.with(owner(0)))) {
            var client = sim.wellArchitectedOf(Orgs.MEMBER);
            assertThat(client.getGlobalSettings(_ -> {}).jiraConfiguration()).isNull();

            client.updateGlobalSettings(it -> it.jiraConfiguration(
                    jira -> jira.issueManagementStatus("ENABLED").jiraProjectKey("PAY")));
            client.updateGlobalSettings(it -> it.jiraConfiguration(jira -> jira.jiraProjectKey("LEDGER")));

            var there = client.getGlobalSettings(_ -> {}).jiraConfiguration();
            assertThat(there.jiraProjectKey()).isEqualTo("LEDGER");
            assertThat(there.issueManagementStatusAsString()).isEqualTo("ENABLED");
            assertThat(sim.wellArchitected(Sim.REVIEWER)
                            .getGlobalSettings(_ -> {})
                            .jiraConfiguration())
                    .isNull();
        }
    }

    @Test
    void forgetsWhatTheModelDoesNotKnow() {
        try (var sim = Sim.start(Orgs.with(owner(0)))) {
            var session = sim.assume(Orgs.MEMBER);
            var answer = RawHttp.send(
                    sim,
                    session,
                    new RawHttp.Raw(
                            "wellarchitected",
                            "CreateWorkload",
                            "eu-west-1",
                            "POST",
                            "/workloads",
                            """
                            {"WorkloadName":"New one","Description":"for a test","Environment":"PRODUCTION","ReviewOwner":"somebody",
                             "AwsRegions":["eu-west-1"],"Lenses":["wellarchitected"],"ClientRequestToken":"t",
                             "Foo":1,"DiscoveryConfig":{"TrustedAdvisorIntegrationStatus":"ENABLED","Bar":2}}""",
                            Map.of("Content-Type", "application/json")));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            var client = sim.wellArchitected(session);
            var id =
                    client.listWorkloads(_ -> {}).workloadSummaries().getFirst().workloadId();

            // The client holds it against the model.
            assertThat(client.getWorkload(it -> it.workloadId(id))
                            .workload()
                            .discoveryConfig()
                            .trustedAdvisorIntegrationStatusAsString())
                    .isEqualTo("ENABLED");
        }
    }

    @Test
    void tellsNamesApartButForSpacesAndCapitals() {
        try (var sim = Sim.start(Orgs.with(owner(0)))) {
            var session = sim.assume(Orgs.MEMBER);
            var client = sim.wellArchitected(session);
            client.createWorkload(it -> create(it).workloadName("Payments API"));

            assertThatExceptionOfType(ConflictException.class)
                    .isThrownBy(() -> client.createWorkload(it -> create(it).workloadName("payments  api")));
            assertThat(sim.wellArchitected(Region.US_EAST_1, session)
                            .createWorkload(it -> create(it).workloadName("Payments API"))
                            .workloadId())
                    .isNotNull();
        }
    }

    @Test
    void wantsRegionsAndAReviewOwnerOfANewWorkload() {
        try (var sim = Sim.start(Orgs.with(owner(0)))) {
            var client = sim.wellArchitectedOf(Orgs.MEMBER);

            assertThatExceptionOfType(ValidationException.class)
                    .isThrownBy(() -> client.createWorkload(it -> create(it).awsRegions(List.of())));
            assertThatExceptionOfType(ValidationException.class)
                    .isThrownBy(() -> client.createWorkload(it -> create(it).reviewOwner(null)))
                    .satisfies(it -> assertThat(it.fields().getFirst().name()).isEqualTo("ReviewOwner"));
        }
    }

    private static CreateWorkloadRequest.Builder create(CreateWorkloadRequest.Builder builder) {
        return builder.workloadName("New one")
                .description("As it is written")
                .environment("PREPRODUCTION")
                .awsRegions("eu-west-1")
                .reviewOwner("someone")
                .lenses("wellarchitected")
                .tags(Map.of("team", "a"));
    }

    @Test
    void deletesAWorkloadWithItsShares() {
        try (var sim = Sim.start(Orgs.with(owner(2)))) {
            var client = sim.wellArchitectedOf(Orgs.MEMBER);
            var id = client.listWorkloads(_ -> {}).workloadSummaries().getLast().workloadId();
            client.createWorkloadShare(
                    it -> it.workloadId(id).sharedWith(Sim.REVIEWS).permissionType("READONLY"));

            client.deleteWorkload(it -> it.workloadId(id));

            assertThat(sim.admin("/admin/shares")).isEmpty();
            assertThat(sim.wellArchitected(Sim.REVIEWER)
                            .listShareInvitations(_ -> {})
                            .shareInvitationSummaries())
                    .isEmpty();
            assertThatExceptionOfType(ResourceNotFoundException.class)
                    .isThrownBy(() -> client.getWorkload(it -> it.workloadId(id)));
        }
    }

    @Test
    void tagsAWorkload() {
        try (var sim = Sim.start(Orgs.with(owner(1)))) {
            var client = sim.wellArchitectedOf(Orgs.MEMBER);
            var arn =
                    client.listWorkloads(_ -> {}).workloadSummaries().getFirst().workloadArn();

            client.tagResource(it -> it.workloadArn(arn).tags(Map.of("team", "a b")));

            assertThat(client.listTagsForResource(it -> it.workloadArn(arn)).tags())
                    .containsEntry("team", "a b");
        }
    }

    @Test
    void takesFiftyTags() {
        try (var sim = Sim.start(Orgs.with(owner(1)))) {
            var client = sim.wellArchitectedOf(Orgs.MEMBER);
            var arn =
                    client.listWorkloads(_ -> {}).workloadSummaries().getFirst().workloadArn();
            client.tagResource(it -> it.workloadArn(arn).tags(tags(0, 50)));

            assertThatExceptionOfType(WellArchitectedException.class)
                    .isThrownBy(
                            () -> client.tagResource(it -> it.workloadArn(arn).tags(tags(50, 51))))
                    .satisfies(it -> assertThat(it.statusCode()).isEqualTo(400));
            client.tagResource(it -> it.workloadArn(arn).tags(tags(49, 50)));

            assertThat(client.listTagsForResource(it -> it.workloadArn(arn)).tags())
                    .isEqualTo(tags(0, 50));
        }
    }

    private static Map<String, String> tags(int from, int to) {
        return IntStream.range(from, to).boxed().collect(Collectors.toMap(it -> "key-" + it, it -> "value"));
    }

    @Test
    void namesTheActionARoleLacks() {
        var member = Orgs.member()
                .withRoles(Orgs.role("wellarchitected:ListWorkloads"))
                .withWorkloads(Orgs.in("eu-west-1", 1));
        try (var sim = Sim.start(Orgs.with(member))) {
            var client = sim.wellArchitectedOf(Orgs.MEMBER);
            var id =
                    client.listWorkloads(_ -> {}).workloadSummaries().getFirst().workloadId();

            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> client.createWorkloadShare(
                            it -> it.workloadId(id).sharedWith(Sim.REVIEWS).permissionType("READONLY")))
                    .withMessageContaining(
                            "is not authorized to perform: wellarchitected:CreateWorkloadShare on resource:"
                                    + " arn:aws:wellarchitected:eu-west-1:444444444444:workload/" + id
                                    + " because no identity-based policy allows the wellarchitected:CreateWorkloadShare action")
                    .satisfies(it -> assertThat(it.statusCode()).isEqualTo(403));
        }
    }

    @Test
    void namesAServiceControlPolicyThatDeniesARegion() throws JsonProcessingException {
        JsonNode deny = new ObjectMapper().readTree("""
                {"Statement": [{"Effect": "Deny", "Action": "*", "Resource": "*",
                  "Condition": {"StringNotEquals": {"aws:RequestedRegion": ["eu-west-1"]}}}]}
                """);
        var organization = Orgs.with(owner(1).withServiceControlPolicies(List.of("EuropeOnly")))
                .withServiceControlPolicies(Map.of("EuropeOnly", deny));
        try (var sim = Sim.start(organization)) {
            var session = sim.assume(Orgs.MEMBER);

            assertThat(sim.wellArchitected(session).listWorkloads(_ -> {}).workloadSummaries())
                    .hasSize(1);
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(
                            () -> sim.wellArchitected(Region.US_EAST_1, session).listWorkloads(_ -> {}))
                    .withMessageContaining(
                            "with an explicit deny in a service control policy: arn:aws:organizations::");
        }
    }

    @Test
    void doesNotKnowASessionInARegionItsAccountHasNotEnabled() {
        var enabled = Orgs.otherMember()
                .withRoles(Orgs.everything())
                .withOptInRegions(List.of("ap-east-1"))
                .withWorkloads(Orgs.in("ap-east-1", 2));
        try (var sim = Sim.start(Orgs.with(owner(0), enabled))) {
            var hongKong = Region.of("ap-east-1");

            assertThat(sim.wellArchitected(hongKong, sim.assume(Orgs.OTHER_MEMBER))
                            .listWorkloads(_ -> {})
                            .workloadSummaries())
                    .hasSize(2);
            assertUnrecognized(sim.wellArchitected(hongKong, sim.assume(Orgs.MEMBER)));
            assertUnrecognized(sim.wellArchitected(Region.US_GOV_EAST_1, sim.assume(Orgs.MEMBER)));
        }
    }

    private static void assertUnrecognized(WellArchitectedClient client) {
        assertThatExceptionOfType(WellArchitectedException.class)
                .isThrownBy(() -> client.listWorkloads(_ -> {}))
                .withMessageContaining("The security token included in the request is invalid.")
                .satisfies(it -> assertThat(it.statusCode()).isEqualTo(403))
                .satisfies(it -> assertThat(it.awsErrorDetails().errorCode()).isEqualTo("UnrecognizedClientException"));
    }

    @Test
    void checksRequestsAgainstTheModel() {
        try (var sim = Sim.start(Orgs.with(owner(1)))) {
            var client = sim.wellArchitectedOf(Orgs.MEMBER);

            assertInvalid(() -> client.listWorkloads(it -> it.maxResults(51)), "MaxResults");
            assertInvalid(() -> client.listWorkloads(it -> it.maxResults(0)), "MaxResults");
            assertInvalid(
                    () -> client.listWorkloads(it -> it.workloadNamePrefix("x".repeat(101))), "WorkloadNamePrefix");
            assertInvalid(() -> client.listWorkloads(it -> it.nextToken("forged")), "NextToken");
            assertInvalid(() -> client.listWorkloadShares(it -> it.workloadId("short")), "WorkloadId");
            assertInvalid(
                    () -> client.createWorkloadShare(it -> it.workloadId("0".repeat(32))
                            .sharedWith(Sim.REVIEWS)
                            .permissionType("OWNER")),
                    "PermissionType");
            assertInvalid(
                    () -> client.createWorkloadShare(
                            it -> it.workloadId("0".repeat(32)).permissionType("READONLY")),
                    "SharedWith");
        }
    }

    private static void assertInvalid(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String field) {
        assertThatExceptionOfType(ValidationException.class)
                .isThrownBy(call)
                .satisfies(it -> assertThat(it.statusCode()).isEqualTo(400))
                .satisfies(it -> assertThat(it.reasonAsString()).isEqualTo("FIELD_VALIDATION_FAILED"))
                .satisfies(it -> assertThat(it.fields().getFirst().name()).isEqualTo(field));
    }

    private static AccountFile owner(int workloads) {
        return Orgs.member().withRoles(Orgs.everything()).withWorkloads(Orgs.in("eu-west-1", workloads));
    }
}
