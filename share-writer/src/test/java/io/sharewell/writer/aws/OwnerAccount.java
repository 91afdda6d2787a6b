package io.sharewell.writer.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.sharewell.aws.BudgetedCalls;
import io.sharewell.aws.RateLimiter;
import io.sharewell.aws.RequestCredentials;
import io.sharewell.events.AccountId;
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
import io.sharewell.platform.test.SimulatorAdmin;
import io.sharewell.simulator.AwsSimulator;
import io.sharewell.simulator.SimulatorOptions;
import io.sharewell.simulator.organization.Behaviours;
import io.sharewell.simulator.organization.OrganizationFile;
import io.sharewell.writer.domain.Answer;
import io.sharewell.writer.domain.Delivery;
import io.sharewell.writer.domain.Policies;
import io.sharewell.writer.domain.Progress;
import io.sharewell.writer.domain.ShareInvitations;
import io.sharewell.writer.domain.Target;
import io.sharewell.writer.domain.WellArchitected;
import io.sharewell.writer.domain.WorkloadShares;
import io.sharewell.writer.domain.WorkloadSharing;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClient;

/**
 * An account in a simulated AWS, with a workload for each status and permission that a share with the reviews account can
 * have, some without a share, and a share with a stranger on each of them; one has no share left.
 */
final class OwnerAccount implements AutoCloseable {

    static final String REVIEWS = "333333333333";
    static final String STRANGER = "999999999999";
    static final String FULL = "full";
    private static final int UNSHARED = 8;
    private static final int MOST_SHARES = 20;
    private static final AccountId OWNER = AccountId.of("400000000001");
    private static final List<String> STATUSES =
            List.of("ACCEPTED", "REJECTED", "PENDING", "REVOKED", "EXPIRED", "ASSOCIATING", "ASSOCIATED", "FAILED");

    private final Map<String, String> workloads = new TreeMap<>();
    private final AwsSimulator aws;
    private final SimulatorAdmin admin;
    private final WellArchitectedClient client;
    private final Policies policies;
    private final Target target;

    OwnerAccount(Behaviours behaviours, Policies policies, Permission wanted) {
        this(
                new Target(Principal.of(REVIEWS), wanted),
                policies,
                organization -> organization.withBehaviours(behaviours));
    }

    OwnerAccount(Target target, Policies policies, UnaryOperator<OrganizationFile> change) {
        this.policies = policies;
        this.target = target;
        this.aws = AwsSimulator.start(SimulatorOptions.of(change.apply(OrganizationFile.parse(organization())))
                .withoutRateLimits());
        this.admin = new SimulatorAdmin(aws.adminEndpoint());
        this.client = WellArchitectedClient.builder()
                .endpointOverride(aws.endpoint())
                .region(software.amazon.awssdk.regions.Region.EU_WEST_1)
                .build();
    }

    private String organization() {
        StringBuilder yaml = new StringBuilder("""
                id: o-exampleorgid
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
        for (int i = 1; i < UNSHARED; i++) {
            addWorkload(yaml, "none-" + i, "");
        }
        for (String status : STATUSES) {
            for (Permission permission : List.of(Permission.READONLY, Permission.CONTRIBUTOR)) {
                addWorkload(
                        yaml,
                        status + "-" + permission,
                        "{sharedWith: \"%s\", permissionType: %s, status: %s}, "
                                .formatted(REVIEWS, permission, status));
            }
        }
        addWorkload(yaml, FULL, shares(MOST_SHARES - 1));
        return yaml.toString();
    }

    private static String shares(int number) {
        return IntStream.range(0, number)
                .mapToObj("{sharedWith: \"9000000000%02d\", status: ACCEPTED}, "::formatted)
                .collect(Collectors.joining());
    }

    private void addWorkload(StringBuilder yaml, String name, String share) {
        String id = "%032d".formatted(workloads.size() + 1);
        workloads.put(name, id);
        yaml.append("        - {id: \"%s\", name: \"%s\", shares: [%s{sharedWith: \"%s\", status: ACCEPTED}]}\n"
                .formatted(id, name, share, STRANGER));
    }

    /** A writer with a session of its own. */
    WorkloadSharing writer() {
        return new WorkloadSharing(List.of(target), policies, tool(session()), (_, _) -> false);
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
                new RateLimiter<>(10_000, 10_000), Duration.ZERO, Clock.systemUTC(), Duration.ofHours(1)));
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

    /** The outcome of each workload, by its name. */
    Map<String, TargetOutcome> settle(String sweep, Purpose purpose, Mode mode) {
        WorkloadSharing writer = writer();
        Map<String, TargetOutcome> outcomes = new TreeMap<>();
        for (WorkloadFound found : found(sweep, purpose, mode)) {
            Progress.Whole whole = (Progress.Whole) writer.share(found, Delivery.FIRST);
            outcomes.put(found.workload().name(), whole.result().targets().getFirst());
        }
        return outcomes;
    }

    /** A record for each workload. */
    List<WorkloadFound> found(String sweep, Purpose purpose, Mode mode) {
        return workloads.entrySet().stream()
                .map(workload -> new WorkloadFound(
                        Envelope.of(sweep, purpose, mode),
                        OWNER,
                        Region.of("eu-west-1"),
                        workload(workload.getKey(), workload.getValue()),
                        null,
                        null))
                .toList();
    }

    private static Workload workload(String name, String id) {
        String arn = "arn:aws:wellarchitected:eu-west-1:" + OWNER + ":workload/" + id;
        return new Workload(id, arn, name, null, null, null, null);
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

    int size() {
        return workloads.size();
    }

    /** Calls that changed a share, or tried to. */
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

    SimulatorAdmin admin() {
        return admin;
    }

    @Override
    public void close() {
        client.close();
        aws.close();
    }
}
