package io.sharewell.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sharewell.aws.AwsClients;
import io.sharewell.aws.RequestCredentials;
import io.sharewell.events.AccountDiscovered;
import io.sharewell.events.AccountId;
import io.sharewell.events.AccountSessionOpened;
import io.sharewell.events.Envelope;
import io.sharewell.events.Event;
import io.sharewell.events.Grant;
import io.sharewell.events.Mode;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.Region;
import io.sharewell.events.SessionExpired;
import io.sharewell.events.SessionRecord;
import io.sharewell.events.ShareResult.AccountBlocked;
import io.sharewell.events.ShareResult.AccountOpened;
import io.sharewell.events.ShareResult.RegionFailed;
import io.sharewell.events.ShareResult.RegionSkipped;
import io.sharewell.messaging.test.PipelineClient;
import io.sharewell.platform.LocalPlatform;
import io.sharewell.platform.test.LocalPlatformTestResource;
import io.sharewell.platform.test.SimulatorAdmin;
import io.sharewell.seal.BrokenSealException;
import io.sharewell.seal.SealContext;
import io.sharewell.seal.SessionCredentials;
import io.sharewell.seal.SessionSeal;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;

@QuarkusTest
@TestProfile(BrokerProfile.class)
@QuarkusTestResource(
        value = LocalPlatformTestResource.class,
        initArgs = {@ResourceArg(name = "accounts", value = "3"), @ResourceArg(name = "seed", value = "1103")})
class CredentialBrokerComponentTest {

    private static final String ORGANIZATION = """
            behaviours: {emptyPages: always, eventualConsistency: {newRoles: 500ms}}
            accounts:
              - {id: "111111111111", name: Management}
              - {id: "222222222222", name: Automation}
              - {id: "333333333333", name: Reviews}
              - id: "400000000001"
                name: Everything allowed
                optInRegions: [ap-east-1]
                roles: [{name: WellArchitectedShares, actions: ["wellarchitected:*", "account:ListRegions"]}]
              - {id: "400000000002", name: With the role of the original}
              - {id: "400000000003", name: Without the role, roles: []}
              - {id: "400000000004", name: STS switched off, stsDisabledRegions: [eu-west-1]}
              - {id: "400000000005", name: To be renewed}
              - {id: "400000000006", name: To be forged}
            """;
    private static final List<String> TOPICS = List.of("account-sessions", "share-results", "session-renewals.dlq");
    private static final Region IRELAND = Region.of("eu-west-1");

    private final String sweepId = UUID.randomUUID().toString();
    private final Envelope envelope = Envelope.of(sweepId, Purpose.SHARE, Mode.APPLY);

    @Inject
    AwsClients clients;

    @Inject
    BrokerSettings settings;

    private LocalPlatform platform;
    private SimulatorAdmin simulator;
    private PipelineClient pipeline;

    @BeforeEach
    void organization() {
        simulator = new SimulatorAdmin(platform.adminEndpoint());
        simulator.put("organization", ORGANIZATION);
        pipeline = new PipelineClient(platform.bootstrapServers(), TOPICS);
    }

    @AfterEach
    void close() {
        pipeline.close();
    }

    @Test
    void opensAnAccountAndTellsItsUnits() throws BrokenSealException {
        pipeline.publish(account("400000000001"));

        List<Event> said = pipeline.await(sweepId, events -> events.size() == 19);

        assertThat(one(said, AccountOpened.class).regions()).hasSize(18);
        assertThat(all(said, AccountSessionOpened.class)).hasSize(17);
        assertThat(one(said, RegionSkipped.class)).satisfies(skipped -> {
            assertThat(skipped.region()).isEqualTo(Region.of("me-south-1"));
            assertThat(skipped.problem().reason()).isEqualTo(Reason.REGION_NOT_ENABLED);
        });
        assertThat(callerOf(all(said, AccountSessionOpened.class).getFirst()))
                .isEqualTo("arn:aws:sts::400000000001:assumed-role/WellArchitectedShares/sharewell-" + sweepId);
        assertThat(assumeRoleCalls("400000000001")).isEqualTo(1);
    }

    @Test
    void triesAllRegionsWithTheRoleOfTheOriginal() {
        pipeline.publish(account("400000000002"));

        List<Event> said = pipeline.await(sweepId, events -> events.size() == 19);

        assertThat(all(said, AccountSessionOpened.class)).hasSize(18);
        assertThat(one(said, AccountOpened.class).regions()).hasSize(18);
    }

    @Test
    void blocksAnAccountWithoutTheRoleAfterASecondLook() {
        pipeline.publish(account("400000000003"));

        List<Event> said = pipeline.await(sweepId, events -> !events.isEmpty());

        AccountBlocked blocked = one(said, AccountBlocked.class);
        assertThat(blocked.problem().reason()).isEqualTo(Reason.ROLE_NOT_ASSUMABLE);
        assertThat(blocked.problem().detail())
                .startsWith("arn:aws:iam::400000000003:role/WellArchitectedShares, wanted by account 222222222222:");
        assertThat(assumeRoleCalls("400000000003")).isEqualTo(2);
    }

    @Test
    void opensAnAccountWhoseRoleIsSoNewThatStsDoesNotKnowItYet() {
        simulator.put("organization", ORGANIZATION + """
                  - id: "400000000007"
                    name: With a new role
                    roles: [{name: WellArchitectedShares, actions: ["wellarchitected:*"], createdAt: %s}]
                """.formatted(Instant.now()));
        pipeline.publish(account("400000000007", IRELAND));

        List<Event> said = pipeline.await(sweepId, events -> events.size() == 2);

        assertThat(one(said, AccountOpened.class).regions()).containsExactly(IRELAND);
        assertThat(assumeRoleCalls("400000000007")).isBetween(1L, 2L);
    }

    @Test
    void asksTheNextRegionWhereStsIsSwitchedOff() {
        pipeline.publish(account("400000000004", IRELAND));

        List<Event> said = pipeline.await(sweepId, events -> events.size() == 2);

        assertThat(one(said, AccountOpened.class).regions()).containsExactly(IRELAND);
        assertThat(one(said, AccountSessionOpened.class).region()).isEqualTo(IRELAND);
    }

    @Test
    void sendsARecordBackWithAnotherSession() throws BrokenSealException {
        pipeline.publish(account("400000000005", IRELAND));
        AccountSessionOpened unit =
                one(pipeline.await(sweepId, events -> events.size() == 2), AccountSessionOpened.class);
        simulator.post("sessions/revoke", "{\"accountId\":\"400000000005\"}");

        pipeline.publish(SessionExpired.of(unit));
        List<AccountSessionOpened> units =
                all(pipeline.await(sweepId, events -> events.size() == 3), AccountSessionOpened.class);

        AccountSessionOpened renewed = units.getLast();
        assertThat(renewed.envelope().renewals()).isEqualTo(1);
        assertThat(renewed.session()).isNotEqualTo(unit.session());
        assertThat(renewed.grant()).isEqualTo(unit.grant());
        assertThat(callerOf(renewed)).contains("400000000005");
        assertThat(assumeRoleCalls("400000000005")).isEqualTo(2);
    }

    @Test
    void givesNoSessionForAForgedGrant() {
        pipeline.publish(account("400000000006", IRELAND));
        AccountSessionOpened unit =
                one(pipeline.await(sweepId, events -> events.size() == 2), AccountSessionOpened.class);
        Grant forged = new Grant("Zm9yZ2Vk", unit.grant().validUntil());

        pipeline.publish(SessionExpired.of(unit.with(envelope, unit.session(), forged)));
        List<Event> said = pipeline.await(sweepId, events -> events.size() == 4);

        assertThat(one(said, RegionFailed.class).problem().reason()).isEqualTo(Reason.GRANT_REFUSED);
        assertThat(one(said, SessionExpired.class).record().session())
                .as("in the dead letter")
                .isNull();
        assertThat(assumeRoleCalls("400000000006")).isEqualTo(1);
    }

    private AccountDiscovered account(String id, Region... regions) {
        return new AccountDiscovered(
                envelope,
                AccountId.of(id),
                "Any",
                "Root",
                "aws",
                List.of(regions),
                null,
                null,
                AccountDiscovered.Cause.REQUEST);
    }

    /** How often the account's role was asked for, successfully or not. */
    private long assumeRoleCalls(String accountId) {
        return simulator
                .get("journal?service=sts&operation=AssumeRole")
                .valueStream()
                .filter(call -> call.toString().contains("iam::" + accountId + ":role/"))
                .count();
    }

    /** Who AWS says one is with the record's session. */
    private String callerOf(SessionRecord record) throws BrokenSealException {
        SessionCredentials session = SessionSeal.from(settings.sealKeyset().orElseThrow())
                .open(record.session(), SealContext.of(record.envelope(), record.accountId()));
        return clients.client(StsClient.builder(), IRELAND)
                .getCallerIdentity(GetCallerIdentityRequest.builder()
                        .overrideConfiguration(RequestCredentials.of(
                                session.accessKeyId(),
                                session.secretAccessKey().value(),
                                session.sessionToken().value()))
                        .build())
                .arn();
    }

    private static <E extends Event> E one(List<Event> events, Class<E> type) {
        assertThat(all(events, type)).hasSize(1);
        return all(events, type).getFirst();
    }

    private static <E extends Event> List<E> all(List<Event> events, Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
