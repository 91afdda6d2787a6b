package io.sharewell.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sharewell.events.AccountId;
import io.sharewell.events.AccountSessionOpened;
import io.sharewell.events.Envelope;
import io.sharewell.events.Event;
import io.sharewell.events.Grant;
import io.sharewell.events.InvitationFound;
import io.sharewell.events.Mode;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.Region;
import io.sharewell.events.SealedSession;
import io.sharewell.events.SessionExpired;
import io.sharewell.events.ShareResult.RegionFailed;
import io.sharewell.events.ShareResult.RegionScanned;
import io.sharewell.events.ShareResult.RegionSkipped;
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

/** The scanner between real Kafka and the simulator. */
@QuarkusTest
@TestProfile(ScannerProfile.class)
@QuarkusTestResource(
        value = LocalPlatformTestResource.class,
        initArgs = {@ResourceArg(name = "accounts", value = "3"), @ResourceArg(name = "seed", value = "2203")})
class RegionScannerComponentTest {

    private static final String ORGANIZATION = """
            accounts:
              - {id: "111111111111", name: Management}
              - {id: "222222222222", name: Automation}
              - id: "333333333333"
                name: Reviews
                workloads: {eu-west-1: [{name: Its own}]}
                roles: [{name: WellArchitectedShares, actions: ["wellarchitected:*"]}]
              - id: "400000000001"
                name: With many workloads
                workloads: {eu-west-1: 120, us-east-1: [{name: Shop, shares: [{sharedWith: "333333333333"}]}]}
              - {id: "400000000002", name: Without rights, roles: [{name: WellArchitectedShares, actions: ["s3:*"]}]}
              - id: "400000000003"
                name: With a workload that the reviews account has accepted
                workloads: {eu-west-1: [{name: Shop, shares: [{sharedWith: "333333333333", status: ACCEPTED}]}]}
            behaviours: {emptyPages: always, eventualConsistency: {rolePolicies: 10m}}
            """;
    private static final List<String> TOPICS = List.of("workloads-found", "share-results", "session-renewals");
    private static final Region IRELAND = Region.of("eu-west-1");
    private static final AccountId MANY = AccountId.of("400000000001");
    private static final AccountId REVIEWS = AccountId.of("333333333333");

    private final String sweepId = UUID.randomUUID().toString();

    @Inject
    ScannerSettings settings;

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
    void findsAllWorkloadsOfAllPages() {
        AccountSessionOpened unit = unit(Purpose.SHARE, MANY, IRELAND);

        List<Event> said = scan(unit, 121);

        List<WorkloadFound> found = all(said, WorkloadFound.class);
        assertThat(one(said, RegionScanned.class).workloadIds())
                .hasSize(120)
                .containsExactlyInAnyOrderElementsOf(
                        found.stream().map(it -> it.workload().id()).toList());
        assertThat(found).allSatisfy(it -> {
            assertThat(it.session()).isEqualTo(unit.session());
            assertThat(it.grant()).isEqualTo(unit.grant());
            assertThat(it.workload().arn())
                    .contains("eu-west-1", MANY.value(), it.workload().id());
            assertThat(it.workload().riskCounts()).isNotEmpty();
            assertThat(it.workload().lenses()).isNotEmpty();
        });
    }

    @Test
    void leavesOutWhatIsOnlySharedWithTheAccount() {
        List<Event> said = scan(unit(Purpose.SHARE, REVIEWS, IRELAND), 2);

        assertThat(one(said, WorkloadFound.class).workload().name()).isEqualTo("Its own");
        assertThat(simulator
                        .get("calls")
                        .at("/wellarchitected.ListWorkloads/count")
                        .asInt())
                .isPositive();
    }

    @Test
    void findsTheInvitationsThatWait() {
        List<Event> said = scan(unit(Purpose.ACCEPT, REVIEWS, Region.of("us-east-1")), 2);

        assertThat(one(said, InvitationFound.class).invitation()).satisfies(invitation -> {
            assertThat(invitation.sharedBy()).isEqualTo(MANY.value());
            assertThat(invitation.resourceType()).isEqualTo("WORKLOAD");
            assertThat(invitation.permission()).isEqualTo("READONLY");
            assertThat(invitation.resourceName()).isEqualTo("Shop");
        });
        assertThat(one(said, RegionScanned.class).workloadIds())
                .containsExactly(one(said, InvitationFound.class).invitation().id());
    }

    @Test
    void skipsARegionThatTheAccountDoesNotHave() {
        List<Event> said = scan(unit(Purpose.SHARE, MANY, Region.of("ap-east-1")), 1);

        assertThat(one(said, RegionSkipped.class).problem().reason()).isEqualTo(Reason.REGION_NOT_ENABLED);
    }

    @Test
    void namesTheActionThatTheRoleLacks() {
        List<Event> said = scan(unit(Purpose.SHARE, AccountId.of("400000000002"), IRELAND), 1);

        assertThat(one(said, RegionFailed.class).problem().reason()).isEqualTo(Reason.DENIED);
        assertThat(one(said, RegionFailed.class).problem().remedy()).contains("wellarchitected:ListWorkloads");
    }

    @Test
    void scansLaterWhatANewRoleDoesNotAllowYet() {
        simulator.post("roles", """
                {"accountId": "400000000001", "role": {"name": "WellArchitectedShares", "actions": ["wellarchitected:*"]}}
                """);
        AccountSessionOpened unit = unit(Purpose.SHARE, MANY, Region.of("us-east-1"));

        assertThat(one(scan(unit, 1), RegionFailed.class).problem().reason()).isEqualTo(Reason.DENIED);

        simulator.post("clock", "{\"advance\": \"PT15M\"}");
        assertThat(one(scan(unit, 3), RegionScanned.class).workloadIds()).hasSize(1);
    }

    @Test
    void triesAgainWhatAwsThrottles() {
        simulator.post("faults", """
                {"operation": "ListWorkloads", "accountId": "400000000001", "region": "us-east-1", "kind": "error",
                 "code": "ThrottlingException", "status": 429, "count": 4}
                """);

        List<Event> said = scan(unit(Purpose.SHARE, MANY, Region.of("us-east-1")), 2);

        assertThat(one(said, RegionScanned.class).workloadIds()).hasSize(1);
    }

    @Test
    void asksForAnotherSessionWhenAwsSaysThatItIsOver() {
        AccountSessionOpened unit = unit(Purpose.SHARE, MANY, IRELAND);
        simulator.post("clock", "{\"advance\": \"PT2H\"}");

        List<Event> said = scan(unit, 1);

        assertThat(one(said, SessionExpired.class).record()).isEqualTo(unit);
        assertThat(one(said, SessionExpired.class).topic()).isEqualTo("account-sessions");
        assertThat(one(said, SessionExpired.class).deadSessionId())
                .isEqualTo(unit.session().sessionId());
    }

    @Test
    void asksForASessionWhereTheRecordHasNone() {
        AccountSessionOpened unit = unit(Purpose.SHARE, MANY, IRELAND);
        AccountSessionOpened without = unit.with(unit.envelope(), null, unit.grant());

        assertThat(one(scan(without, 1), SessionExpired.class).record()).isEqualTo(without);
    }

    @Test
    void failsTheRegionWhoseSealIsBroken() {
        AccountSessionOpened unit = unit(Purpose.SHARE, MANY, IRELAND);
        SealedSession session = unit.session();
        AccountSessionOpened longer = unit.with(
                unit.envelope(),
                new SealedSession(
                        session.sessionId(),
                        session.sealed(),
                        session.expiresAt().plusSeconds(3600)),
                unit.grant());

        assertThat(one(scan(longer, 1), RegionFailed.class).problem().reason()).isEqualTo(Reason.SEAL_BROKEN);
    }

    private List<Event> scan(AccountSessionOpened unit, int statements) {
        pipeline.publish(unit);
        return pipeline.await(sweepId, said -> said.size() >= statements);
    }

    private AccountSessionOpened unit(Purpose purpose, AccountId account, Region region) {
        Envelope envelope = Envelope.of(sweepId, purpose, Mode.APPLY);
        return new AccountSessionOpened(
                envelope,
                account,
                region,
                null,
                sessions.open(envelope, account),
                new Grant("Z3JhbnQ=", Instant.parse("2030-01-01T00:00:00Z")));
    }

    private static <E extends Event> E one(List<Event> events, Class<E> type) {
        assertThat(all(events, type)).hasSize(1);
        return all(events, type).getFirst();
    }

    private static <E extends Event> List<E> all(List<Event> events, Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
