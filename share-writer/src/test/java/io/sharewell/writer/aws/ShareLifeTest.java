package io.sharewell.writer.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sharewell.aws.BudgetedCalls;
import io.sharewell.aws.RateLimiter;
import io.sharewell.aws.RequestCredentials;
import io.sharewell.events.AccountId;
import io.sharewell.events.Action;
import io.sharewell.events.Envelope;
import io.sharewell.events.InvitationFound;
import io.sharewell.events.Mode;
import io.sharewell.events.Permission;
import io.sharewell.events.Principal;
import io.sharewell.events.Purpose;
import io.sharewell.events.Region;
import io.sharewell.events.TargetOutcome;
import io.sharewell.events.Workload;
import io.sharewell.events.WorkloadFound;
import io.sharewell.simulator.AwsSimulator;
import io.sharewell.simulator.SimulatorOptions;
import io.sharewell.simulator.organization.Behaviours;
import io.sharewell.simulator.organization.Behaviours.AcceptedShareUpdate;
import io.sharewell.simulator.organization.Behaviours.DeletedShareTokens;
import io.sharewell.simulator.organization.Behaviours.DuplicateShares;
import io.sharewell.simulator.organization.OrganizationFile;
import io.sharewell.writer.SimulatorAdmin;
import io.sharewell.writer.domain.Answer;
import io.sharewell.writer.domain.Delivery;
import io.sharewell.writer.domain.Policies;
import io.sharewell.writer.domain.Policies.OnExpired;
import io.sharewell.writer.domain.Policies.OnFailed;
import io.sharewell.writer.domain.Policies.OnPermissionDifference;
import io.sharewell.writer.domain.Policies.OnRefused;
import io.sharewell.writer.domain.Progress;
import io.sharewell.writer.domain.ShareInvitations;
import io.sharewell.writer.domain.Target;
import io.sharewell.writer.domain.WellArchitected;
import io.sharewell.writer.domain.WorkloadShares;
import io.sharewell.writer.domain.WorkloadSharing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClient;

/**
 * Workloads with a share in every state there is, against a simulated AWS in each of the ways that the real one may be:
 * what a plan says is what is done then, and no workload ends with two live shares for one target.
 */
class ShareLifeTest {

    private static final AccountId OWNER = AccountId.of("400000000001");
    private static final String REVIEWS = "333333333333";
    private static final String STRANGER = "999999999999";
    private static final List<String> STATUSES =
            List.of("ACCEPTED", "REJECTED", "PENDING", "REVOKED", "EXPIRED", "ASSOCIATING", "ASSOCIATED", "FAILED");
    private static final Set<String> LIVE = Set.of("ACCEPTED", "PENDING", "ASSOCIATING", "ASSOCIATED");
    private static final Map<Action, Action> DONE_AS_PLANNED = Map.of(
            Action.NONE, Action.NONE,
            Action.WOULD_CREATE, Action.CREATED,
            Action.WOULD_UPDATE, Action.UPDATED,
            Action.WOULD_RENEW, Action.RENEWED,
            Action.WOULD_DELETE, Action.DELETED);
    private static final List<Policies> POLICIES = List.of(
            new Policies(OnExpired.RENEW, OnRefused.REPORT, OnFailed.REPORT, OnPermissionDifference.REPORT),
            new Policies(OnExpired.REPORT, OnRefused.INVITE_AGAIN, OnFailed.RENEW, OnPermissionDifference.UPDATE));

    static Stream<Arguments> worlds() {
        List<Arguments> worlds = new ArrayList<>();
        for (DuplicateShares duplicates : DuplicateShares.values()) {
            for (DeletedShareTokens tokens : DeletedShareTokens.values()) {
                for (AcceptedShareUpdate update : AcceptedShareUpdate.values()) {
                    for (Policies policies : POLICIES) {
                        for (Permission wanted : List.of(Permission.READONLY, Permission.CONTRIBUTOR)) {
                            worlds.add(Arguments.of(
                                    new Behaviours(null, duplicates, tokens, update, null, null, null),
                                    policies,
                                    wanted));
                        }
                    }
                }
            }
        }
        return worlds.stream();
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void endsAsPlannedWithOneLiveShareAtMost(Behaviours behaviours, Policies policies, Permission wanted) {
        try (World world = new World(behaviours, policies, wanted)) {
            Map<String, TargetOutcome> planned = world.settle("plan", Purpose.SHARE, Mode.PLAN);
            assertThat(world.writes()).isZero();

            Map<String, TargetOutcome> done = world.settle("first", Purpose.SHARE, Mode.APPLY);
            assertDoneAsPlanned(planned, done);
            assertThat(world.sharesWith(REVIEWS)).allSatisfy((workload, shares) -> {
                assertThat(shares.stream()
                                .filter(share ->
                                        LIVE.contains(share.path("status").asText())))
                        .as("live shares of %s", workload)
                        .hasSizeLessThanOrEqualTo(1);
                assertThat(shares).as("shares of %s", workload).hasSizeLessThanOrEqualTo(1);
            });
            assertThatReportIsWhatAwsHas(done, world);

            world.forgetCalls();
            world.settle("second", Purpose.SHARE, Mode.APPLY);
            assertThat(world.writes()).as("nothing is left to do").isZero();

            assertDoneAsPlanned(
                    world.settle("plan-unshare", Purpose.UNSHARE, Mode.PLAN),
                    world.settle("unshare", Purpose.UNSHARE, Mode.APPLY));
            assertThat(world.sharesWith(REVIEWS)).isEmpty();
            assertThat(world.sharesWith(STRANGER)).as("others' shares").hasSize(world.workloads.size());
        }
    }

    private static void assertDoneAsPlanned(Map<String, TargetOutcome> planned, Map<String, TargetOutcome> done) {
        assertThat(done).hasSameSizeAs(planned).allSatisfy((workload, outcome) -> {
            assertThat(outcome.action())
                    .as(workload)
                    .isEqualTo(DONE_AS_PLANNED.get(planned.get(workload).action()));
            assertThat(outcome.problem())
                    .as(workload)
                    .isEqualTo(planned.get(workload).problem());
        });
    }

    private static void assertThatReportIsWhatAwsHas(Map<String, TargetOutcome> done, World world) {
        world.sharesWith(REVIEWS).forEach((workload, shares) -> {
            TargetOutcome outcome = done.get(workload);
            assertThat(outcome.shareId())
                    .isEqualTo(shares.getFirst().path("shareId").asText());
            assertThat(outcome.status())
                    .isEqualTo(shares.getFirst().path("status").asText());
        });
    }

    /** One account with a workload for each status and permission, and one without a share. */
    private static final class World implements AutoCloseable {

        private final Map<String, String> workloads = new TreeMap<>();
        private final AwsSimulator aws;
        private final SimulatorAdmin admin;
        private final WellArchitectedClient client;
        private final WorkloadSharing sharing;

        World(Behaviours behaviours, Policies policies, Permission wanted) {
            aws = AwsSimulator.start(
                    SimulatorOptions.of(OrganizationFile.parse(organization()).withBehaviours(behaviours))
                            .withoutRateLimits());
            admin = new SimulatorAdmin(aws.adminEndpoint());
            client = WellArchitectedClient.builder()
                    .endpointOverride(aws.endpoint())
                    .region(software.amazon.awssdk.regions.Region.EU_WEST_1)
                    .build();
            Target target = new Target(Principal.of(REVIEWS), wanted);
            sharing = new WorkloadSharing(List.of(target), policies, tool(session()), (_, _) -> false);
        }

        private String organization() {
            StringBuilder yaml = new StringBuilder("""
                    accounts:
                      - {id: "222222222222", name: automation}
                      - {id: "333333333333", name: reviews}
                      - id: "400000000001"
                        name: owner
                        roles: [{name: WellArchitectedShares, actions: ["wellarchitected:*"]}]
                        workloads:
                          eu-west-1:
                    """);
            addWorkload(yaml, "none", "");
            for (String status : STATUSES) {
                for (String permission : List.of("READONLY", "CONTRIBUTOR")) {
                    addWorkload(
                            yaml,
                            status + "-" + permission,
                            "{sharedWith: \"%s\", permissionType: %s, status: %s}, "
                                    .formatted(REVIEWS, permission, status));
                }
            }
            return yaml.toString();
        }

        private void addWorkload(StringBuilder yaml, String name, String share) {
            String id = "%032d".formatted(workloads.size() + 1);
            workloads.put(name, id);
            yaml.append("            - {id: \"%s\", name: \"%s\", shares: [%s{sharedWith: \"%s\", status: ACCEPTED}]}\n"
                    .formatted(id, name, share, STRANGER));
        }

        private AwsRequestOverrideConfiguration session() {
            try (StsClient sts = StsClient.builder()
                    .endpointOverride(aws.endpoint())
                    .region(software.amazon.awssdk.regions.Region.EU_WEST_1)
                    .credentialsProvider(StaticCredentialsProvider.create(
                            AwsBasicCredentials.create(AwsSimulator.ACCESS_KEY_ID, AwsSimulator.SECRET_ACCESS_KEY)))
                    .build()) {
                Credentials session = sts.assumeRole(
                                request -> request.roleArn("arn:aws:iam::" + OWNER + ":role/WellArchitectedShares")
                                        .roleSessionName("test"))
                        .credentials();
                return RequestCredentials.of(session.accessKeyId(), session.secretAccessKey(), session.sessionToken());
            }
        }

        private WellArchitected tool(AwsRequestOverrideConfiguration session) {
            RecordCalls calls = new RecordCalls(new BudgetedCalls(
                    new RateLimiter<>(10_000, 10_000), Duration.ZERO, Clock.systemUTC(), Instant.MAX));
            return new WellArchitected() {
                @Override
                public Answer<WorkloadShares> sharesOf(WorkloadFound found) {
                    return new Answer.Given<>(new AwsWorkloadShares(client, session, calls, found));
                }

                @Override
                public Answer<ShareInvitations> invitationsOf(InvitationFound found) {
                    throw new AssertionError("no invitations here");
                }
            };
        }

        Map<String, TargetOutcome> settle(String sweep, Purpose purpose, Mode mode) {
            Map<String, TargetOutcome> outcomes = new TreeMap<>();
            workloads.forEach((name, id) -> {
                WorkloadFound found = new WorkloadFound(
                        Envelope.of(sweep, purpose, mode),
                        OWNER,
                        Region.of("eu-west-1"),
                        new Workload(
                                id,
                                "arn:aws:wellarchitected:eu-west-1:" + OWNER + ":workload/" + id,
                                name,
                                null,
                                null,
                                null,
                                null),
                        null,
                        null,
                        List.of());
                Progress.Whole whole = (Progress.Whole) sharing.share(found, Delivery.FIRST);
                outcomes.put(name, whole.result().targets().getFirst());
            });
            return outcomes;
        }

        /** By the workload's name; those without a share are left out. */
        Map<String, List<JsonNode>> sharesWith(String principal) {
            Map<String, List<JsonNode>> shares = new TreeMap<>();
            JsonNode all = admin.get("shares");
            workloads.forEach((name, id) -> {
                List<JsonNode> ofWorkload = all.valueStream()
                        .filter(share -> share.path("workloadId").asText().equals(id))
                        .filter(share -> share.path("sharedWith").asText().equals(principal))
                        .toList();
                if (!ofWorkload.isEmpty()) {
                    shares.put(name, ofWorkload);
                }
            });
            return shares;
        }

        long writes() {
            JsonNode calls = admin.get("calls");
            return Stream.of("Create", "Update", "Delete")
                    .mapToLong(verb -> calls.path("wellarchitected." + verb + "WorkloadShare")
                            .path("count")
                            .asLong())
                    .sum();
        }

        void forgetCalls() {
            admin.delete("calls");
        }

        @Override
        public void close() {
            client.close();
            aws.close();
        }
    }
}
