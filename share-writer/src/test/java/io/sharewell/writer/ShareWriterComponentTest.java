package io.sharewell.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sharewell.events.AccountId;
import io.sharewell.events.Action;
import io.sharewell.events.Envelope;
import io.sharewell.events.Event;
import io.sharewell.events.Grant;
import io.sharewell.events.Invitation;
import io.sharewell.events.InvitationFound;
import io.sharewell.events.Mode;
import io.sharewell.events.Permission;
import io.sharewell.events.Principal;
import io.sharewell.events.Problem;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.Region;
import io.sharewell.events.SessionExpired;
import io.sharewell.events.ShareResult.AccountSelected;
import io.sharewell.events.ShareResult.AccountSkipped;
import io.sharewell.events.ShareResult.AccountsSelected;
import io.sharewell.events.ShareResult.InvitationResult;
import io.sharewell.events.ShareResult.WorkloadResult;
import io.sharewell.events.TargetOutcome;
import io.sharewell.events.Workload;
import io.sharewell.events.WorkloadFound;
import io.sharewell.messaging.test.PipelineClient;
import io.sharewell.platform.LocalPlatform;
import io.sharewell.platform.test.LocalPlatformTestResource;
import io.sharewell.platform.test.SimulatorAdmin;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The writer between real Kafka and the simulator; it shares with 333333333333 and 444444444444. */
@QuarkusTest
@TestProfile(WriterProfile.class)
@QuarkusTestResource(
        value = LocalPlatformTestResource.class,
        initArgs = {@ResourceArg(name = "accounts", value = "3"), @ResourceArg(name = "seed", value = "3303")})
class ShareWriterComponentTest {

    private static final String FRESH = "00000000000000000000000000000001";
    private static final String EXPIRED = "00000000000000000000000000000002";
    private static final String ACCEPTED = "00000000000000000000000000000003";
    private static final String POOR = "00000000000000000000000000000004";

    private static final String ORGANIZATION = """
            accounts:
              - {id: "111111111111", name: Management}
              - {id: "222222222222", name: Automation}
              - id: "333333333333"
                name: Reviews
                roles: [{name: WellArchitectedShares, actions: ["wellarchitected:*"]}]
              - id: "400000000001"
                name: Everything allowed
                roles: [{name: WellArchitectedShares, actions: ["wellarchitected:*"]}]
                workloads:
                  eu-west-1:
                    - {id: "00000000000000000000000000000001", name: Fresh}
                    - id: "00000000000000000000000000000002"
                      name: Expired
                      shares: [{sharedWith: "333333333333", status: EXPIRED}]
                    - id: "00000000000000000000000000000003"
                      name: Accepted
                      shares:
                        - {sharedWith: "333333333333", status: ACCEPTED}
                        - {sharedWith: "444444444444", status: ACCEPTED, permissionType: READONLY}
              - id: "400000000002"
                name: With the role of the original
                workloads:
                  eu-west-1:
                    - id: "00000000000000000000000000000004"
                      name: Poor
                      shares: [{sharedWith: "333333333333", status: EXPIRED}]
            """;
    private static final List<String> TOPICS = List.of("share-results", "session-renewals");
    private static final Region IRELAND = Region.of("eu-west-1");
    private static final AccountId OWNER = AccountId.of("400000000001");
    private static final AccountId ORIGINAL = AccountId.of("400000000002");
    private static final AccountId REVIEWS = AccountId.of("333333333333");
    private static final Grant GRANT = new Grant("Z3JhbnQ=", Instant.parse("2030-01-01T00:00:00Z"));

    private final String sweepId = UUID.randomUUID().toString();

    @Inject
    WriterSettings settings;

    private LocalPlatform platform;
    private SimulatorAdmin simulator;
    private PipelineClient pipeline;
    private Sessions sessions;

    @BeforeEach
    void organization() {
        simulator = new SimulatorAdmin(platform.adminEndpoint());
        simulator.put("organization", ORGANIZATION);
        pipeline = new PipelineClient(platform.bootstrapServers(), TOPICS);
        sessions = new Sessions(platform.awsEndpoint(), settings.sealKeyset().orElseThrow());
    }

    @AfterEach
    void close() {
        simulator.delete("faults");
        sessions.close();
        pipeline.close();
    }

    @Test
    void sharesWithEveryTargetOnceHoweverOftenTheRecordComes() {
        WorkloadFound found = found(Purpose.SHARE, OWNER, FRESH);

        share(found);
        pipeline.publish(found);
        pipeline.publish(found);
        List<Event> said = pipeline.await(sweepId, events -> events.size() >= 3);

        assertThat(all(said, WorkloadResult.class)).allSatisfy(result -> assertThat(result.targets())
                .extracting(TargetOutcome::sharedWith, TargetOutcome::permission, TargetOutcome::status)
                .containsExactly(
                        tuple(Principal.of("333333333333"), Permission.READONLY, "PENDING"),
                        tuple(Principal.of("444444444444"), Permission.CONTRIBUTOR, "PENDING")));
        assertThat(shares(FRESH))
                .hasSize(2)
                .allMatch(share -> share.path("status").asText().equals("PENDING"));
        assertThat(calls("CreateWorkloadShare", OWNER)).isEqualTo(2);
    }

    @Test
    void makesOneSharePerTargetThoughTheRecordIsWorkedOnThreeTimesAtOnce() {
        WorkloadFound found = found(Purpose.SHARE, OWNER, FRESH);

        pipeline.publish(found);
        pipeline.publish(found);
        pipeline.publish(found);
        List<Event> said = pipeline.await(sweepId, events -> events.size() >= 3);

        assertThat(shares(FRESH)).hasSize(2);
        assertThat(all(said, WorkloadResult.class))
                .flatExtracting(WorkloadResult::targets)
                .extracting(TargetOutcome::problem)
                .containsOnlyNulls();
    }

    @Test
    void makesOneShareThoughAwsDropsTheAnswer() {
        simulator.post("faults", """
                {"operation": "CreateWorkloadShare", "kind": "dropAfter", "count": 4}
                """);

        WorkloadResult result = share(found(Purpose.SHARE, OWNER, FRESH));

        assertThat(result.targets()).extracting(TargetOutcome::status).containsExactly("PENDING", "PENDING");
        assertThat(shares(FRESH)).hasSize(2);
    }

    @Test
    void renewsAnExpiredInvitation() {
        TargetOutcome outcome =
                share(found(Purpose.SHARE, OWNER, EXPIRED)).targets().getFirst();

        assertThat(outcome.action()).isEqualTo(Action.RENEWED);
        assertThat(outcome.status()).isEqualTo("PENDING");
        assertThat(shares(EXPIRED))
                .filteredOn(share -> share.path("sharedWith").asText().equals("333333333333"))
                .singleElement()
                .satisfies(share -> assertThat(share.path("shareId").asText()).isEqualTo(outcome.shareId()));
    }

    @Test
    void doesWhatTheRoleOfTheOriginalAllowsAndNamesTheRest() {
        List<TargetOutcome> outcomes =
                share(found(Purpose.SHARE, ORIGINAL, POOR)).targets();

        assertThat(outcomes.get(0)).satisfies(outcome -> {
            assertThat(outcome.action()).isEqualTo(Action.NONE);
            assertThat(outcome.status()).isEqualTo("EXPIRED");
            assertThat(outcome.problem().reason()).isEqualTo(Reason.DENIED);
            assertThat(outcome.problem().remedy()).contains("wellarchitected:DeleteWorkloadShare");
        });
        assertThat(outcomes.get(1).action()).isEqualTo(Action.CREATED);
    }

    @Test
    void leavesAcceptedSharesAloneAndReportsAnotherPermission() {
        List<TargetOutcome> outcomes =
                share(found(Purpose.SHARE, OWNER, ACCEPTED)).targets();

        assertThat(outcomes).extracting(TargetOutcome::action).containsOnly(Action.NONE);
        assertThat(outcomes).extracting(TargetOutcome::status).containsOnly("ACCEPTED");
        assertThat(outcomes.get(0).problem()).isNull();
        assertThat(outcomes.get(1).problem()).extracting(Problem::reason).isEqualTo(Reason.PERMISSION_DIFFERS);
    }

    @Test
    void takesTheSharesBack() {
        assertThat(share(found(Purpose.UNSHARE, OWNER, ACCEPTED)).targets())
                .extracting(TargetOutcome::action)
                .containsOnly(Action.DELETED);
        assertThat(shares(ACCEPTED)).isEmpty();
    }

    @Test
    void writesNothingWhenItPlans() {
        Envelope plan = Envelope.of(sweepId, Purpose.SHARE, Mode.PLAN);

        WorkloadResult result = share(found(plan, OWNER, FRESH));

        assertThat(result.targets()).extracting(TargetOutcome::action).containsOnly(Action.WOULD_CREATE);
        assertThat(shares(FRESH)).isEmpty();
    }

    @Test
    void saysThatAWorkloadIsGone() {
        WorkloadResult result = share(found(Purpose.SHARE, OWNER, "0000000000000000000000000000dead"));

        assertThat(result.problem().reason()).isEqualTo(Reason.WORKLOAD_GONE);
    }

    @Test
    void asksForAnotherSessionAndTakesAlongWhatIsSettled() {
        simulator.post("faults", """
                {"operation": "CreateWorkloadShare", "accountId": "400000000001", "kind": "error", "status": 403,
                 "code": "ExpiredTokenException", "message": "The security token included in the request is expired"}
                """);
        WorkloadFound found = found(Purpose.SHARE, OWNER, EXPIRED)
                .with(
                        List.of(new TargetOutcome(
                                Principal.of("333333333333"), Permission.READONLY, Action.NONE, "s", "PENDING", null)),
                        List.of());

        pipeline.publish(found);
        List<Event> said = pipeline.await(sweepId, events -> !events.isEmpty());

        assertThat(one(said, SessionExpired.class).record()).isEqualTo(found);
        assertThat(one(said, SessionExpired.class).topic()).isEqualTo("workloads-found");
    }

    @Test
    void acceptsAnInvitationFromAnAccountOfTheOrganization() {
        share(found(Purpose.SHARE, OWNER, FRESH));
        JsonNode waiting = simulator
                .get("invitations")
                .valueStream()
                .filter(it -> it.path("sharedWith").asText().equals(REVIEWS.value())
                        && it.path("workloadId").asText().equals(FRESH))
                .findFirst()
                .orElseThrow();
        String acceptSweep = UUID.randomUUID().toString();
        Envelope accept = Envelope.of(acceptSweep, Purpose.ACCEPT, Mode.APPLY);
        Envelope sharing = Envelope.of(sweepId, Purpose.SHARE, Mode.APPLY);
        pipeline.publish(new AccountSelected(sharing, REVIEWS, "Reviews", null));
        pipeline.publish(new AccountSkipped(sharing, OWNER, "Owner", null, Reason.NOT_INCLUDED, null));
        pipeline.publish(new AccountsSelected(sharing, 1, 1));

        pipeline.publish(invitation(accept, waiting.path("invitationId").asText(), OWNER.value()));
        pipeline.publish(invitation(accept, "0000000000000000000000000000aaaa", "999999999999"));
        List<Event> said = pipeline.await(
                acceptSweep, events -> all(events, InvitationResult.class).size() == 2);

        assertThat(all(said, InvitationResult.class))
                .extracting(InvitationResult::action)
                .containsExactlyInAnyOrder(Action.ACCEPTED, Action.NONE);
        assertThat(all(said, InvitationResult.class))
                .filteredOn(result -> result.action() == Action.NONE)
                .singleElement()
                .satisfies(result -> assertThat(result.problem().reason()).isEqualTo(Reason.NOT_A_MEMBER));
        assertThat(shares(FRESH))
                .filteredOn(share -> share.path("sharedWith").asText().equals(REVIEWS.value()))
                .singleElement()
                .satisfies(share -> assertThat(share.path("status").asText()).isEqualTo("ACCEPTED"));
    }

    @Test
    void tellsOfAWorkloadWhoseSealIsBroken() {
        WorkloadFound found = found(Purpose.SHARE, OWNER, FRESH);
        Envelope stranger = Envelope.of(sweepId, Purpose.UNSHARE, Mode.APPLY);

        WorkloadResult result = share(found.with(stranger, found.session(), found.grant()));

        assertThat(result.problem().reason()).isEqualTo(Reason.SEAL_BROKEN);
        assertThat(shares(FRESH)).isEmpty();
    }

    private WorkloadResult share(WorkloadFound found) {
        pipeline.publish(found);
        return one(pipeline.await(sweepId, events -> !events.isEmpty()), WorkloadResult.class);
    }

    private WorkloadFound found(Purpose purpose, AccountId owner, String workloadId) {
        return found(Envelope.of(sweepId, purpose, Mode.APPLY), owner, workloadId);
    }

    private WorkloadFound found(Envelope envelope, AccountId owner, String workloadId) {
        String arn = "arn:aws:wellarchitected:eu-west-1:" + owner + ":workload/" + workloadId;
        Workload workload = new Workload(workloadId, arn, "Any", null, null, null, null);
        return new WorkloadFound(envelope, owner, IRELAND, workload, sessions.open(envelope, owner), GRANT);
    }

    private InvitationFound invitation(Envelope envelope, String id, String sharedBy) {
        Invitation invitation = new Invitation(id, sharedBy, "READONLY", "WORKLOAD", "Any", null);
        return new InvitationFound(envelope, REVIEWS, IRELAND, invitation, sessions.open(envelope, REVIEWS), GRANT);
    }

    private List<JsonNode> shares(String workloadId) {
        return simulator
                .get("shares")
                .valueStream()
                .filter(share -> share.path("workloadId").asText().equals(workloadId))
                .toList();
    }

    private long calls(String operation, AccountId account) {
        return simulator
                .get("journal?service=wellarchitected&operation=" + operation + "&accountId=" + account)
                .valueStream()
                .count();
    }

    private static <E extends Event> E one(List<Event> events, Class<E> type) {
        assertThat(all(events, type)).hasSize(1);
        return all(events, type).getFirst();
    }

    private static <E extends Event> List<E> all(List<Event> events, Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
