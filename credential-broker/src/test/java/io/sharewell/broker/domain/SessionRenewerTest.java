package io.sharewell.broker.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.events.AccountId;
import io.sharewell.events.AccountSessionOpened;
import io.sharewell.events.Action;
import io.sharewell.events.Envelope;
import io.sharewell.events.Grant;
import io.sharewell.events.Mode;
import io.sharewell.events.Permission;
import io.sharewell.events.Principal;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.Region;
import io.sharewell.events.SessionExpired;
import io.sharewell.events.SessionRecord;
import io.sharewell.events.ShareResult.RegionFailed;
import io.sharewell.events.ShareResult.WorkloadResult;
import io.sharewell.events.TargetOutcome;
import io.sharewell.events.Workload;
import io.sharewell.events.WorkloadFound;
import io.sharewell.seal.BrokenSealException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionRenewerTest {

    @TempDir
    Path folder;

    private Broker broker;
    private AccountSessionOpened unit;

    @BeforeEach
    void brokerThatOpenedAnAccount() {
        broker = new Broker(folder);
        unit = broker.unit();
    }

    @Test
    void sendsTheSameRecordBackWithAnotherSession() throws BrokenSealException {
        SessionRecord renewed = renewed(unit);

        assertThat(renewed.session()).isNotEqualTo(unit.session());
        assertThat(broker.seal.open(renewed.session(), Broker.CONTEXT).accountId())
                .isEqualTo(Broker.ACCOUNT);
        assertThat(renewed.with(unit.envelope(), unit.session(), unit.grant())).isEqualTo(unit);
    }

    @Test
    void sendsAWorkloadBackWithWhatWasSettled() {
        WorkloadFound workload = workload(unit.grant());

        assertThat(renewed(workload)).isInstanceOfSatisfying(WorkloadFound.class, renewed -> assertThat(
                        renewed.with(workload.envelope(), workload.session(), workload.grant()))
                .isEqualTo(workload));
    }

    @Test
    void aThousandWorkloadsOfOneSessionCostOneAssumeRole() {
        WorkloadFound workload = workload(unit.grant());
        for (int i = 0; i < 1_000; i++) {
            renewed(workload);
        }

        assertThat(broker.roles.asked()).hasSize(2);
    }

    @Test
    void asksForTheRoleInThePartitionOfTheRegion() {
        renewed(new AccountSessionOpened(
                Broker.ENVELOPE, Broker.ACCOUNT, Region.of("us-gov-west-1"), null, unit.session(), unit.grant()));

        assertThat(broker.roles.asked().getLast().partition()).isEqualTo("aws-us-gov");
    }

    @Test
    void doesNotProlongTheGrant() {
        broker.clock.add(Duration.ofDays(6));

        SessionRecord renewed = renewed(unit);

        assertThat(renewed.grant()).isEqualTo(unit.grant());
        broker.clock.add(Duration.ofDays(1));
        assertThat(notHonoured(SessionExpired.of(renewed))).isEqualTo(Reason.GRANT_REFUSED);
    }

    @Test
    void countsTheRenewals() {
        SessionRecord first = renewed(unit);
        broker.clock.add(Duration.ofMinutes(20));
        SessionRecord second = renewed(first);

        assertThat(first.envelope().renewals()).isEqualTo(1);
        assertThat(second.envelope().renewals()).isEqualTo(2);
        assertThat(second.envelope().renewalsSince()).isEqualTo(first.envelope().renewalsSince());
    }

    @Test
    void endsARecordAfterThreeRenewalsWithinAnHour() {
        SessionRecord thrice = renewed(renewed(renewed(unit)));
        broker.clock.add(Duration.ofMinutes(59));

        Renewal renewal = broker.renewer.renew(SessionExpired.of(thrice));

        assertThat(renewal).isInstanceOfSatisfying(Renewal.Ended.class, ended -> {
            assertThat(ended.problem().reason()).isEqualTo(Reason.RENEWALS_EXHAUSTED);
            assertThat(ended.outcome()).isInstanceOfSatisfying(RegionFailed.class, failed -> {
                assertThat(failed.region()).isEqualTo(unit.region());
                assertThat(failed.envelope()).isEqualTo(Broker.ENVELOPE);
            });
        });
        assertThat(broker.roles.asked()).hasSize(4);
    }

    @Test
    void startsToCountAnewAfterAnHour() {
        SessionRecord thrice = renewed(renewed(renewed(unit)));
        broker.clock.add(Duration.ofHours(1));

        Envelope again = renewed(thrice).envelope();

        assertThat(again.renewals()).isEqualTo(1);
        assertThat(again.renewalsSince()).isEqualTo(broker.clock.instant());
    }

    @Test
    void honoursNoRecordWithoutAGrant() {
        assertThat(notHonoured(SessionExpired.of(unit.with(Broker.ENVELOPE, unit.session(), null))))
                .isEqualTo(Reason.GRANT_REFUSED);
    }

    @Test
    void honoursNoForgedGrant() {
        Grant forged = new Grant("Zm9yZ2Vk", unit.grant().validUntil());

        assertThat(notHonoured(SessionExpired.of(unit.with(Broker.ENVELOPE, unit.session(), forged))))
                .isEqualTo(Reason.GRANT_REFUSED);
    }

    @Test
    void honoursNoGrantWhoseEndWasMoved() {
        Grant moved = new Grant(unit.grant().mac(), unit.grant().validUntil().plusSeconds(1));

        assertThat(notHonoured(SessionExpired.of(unit.with(Broker.ENVELOPE, unit.session(), moved))))
                .isEqualTo(Reason.GRANT_REFUSED);
    }

    @Test
    void honoursAGrantForItsSweepAccountPurposeAndModeOnly() {
        List<AccountSessionOpened> others = List.of(
                unitOf(Envelope.of("sweep-2", Purpose.SHARE, Mode.APPLY), Broker.ACCOUNT),
                unitOf(Envelope.of("sweep-1", Purpose.UNSHARE, Mode.APPLY), Broker.ACCOUNT),
                unitOf(Envelope.of("sweep-1", Purpose.SHARE, Mode.PLAN), Broker.ACCOUNT),
                unitOf(Broker.ENVELOPE, AccountId.of("777788889999")));

        assertThat(others)
                .extracting(other -> notHonoured(SessionExpired.of(other)))
                .containsOnly(Reason.GRANT_REFUSED);
        assertThat(broker.roles.asked()).hasSize(1);
    }

    @Test
    void looksAtTheRecordThatComesBackNotAtWhatIsSaidAroundIt() {
        AccountSessionOpened foreign = unitOf(Broker.ENVELOPE, AccountId.of("777788889999"));
        SessionExpired wrapped = new SessionExpired(
                Broker.ENVELOPE,
                Broker.ACCOUNT,
                "account-sessions",
                foreign.session().sessionId(),
                foreign);

        assertThat(notHonoured(wrapped)).isEqualTo(Reason.GRANT_REFUSED);
    }

    @Test
    void sendsRecordsBackToTheTopicTheyBelongOnOnly() {
        for (String topic : List.of("accounts", "workloads-found", "share-results", "account-sessions.dlq")) {
            assertThat(notHonoured(new SessionExpired(Broker.ENVELOPE, Broker.ACCOUNT, topic, "dead", unit)))
                    .isEqualTo(Reason.MALFORMED_RECORD);
        }
    }

    @Test
    void endsARecordWhoseRoleIsGone() {
        broker.roles.refuse(Reason.ROLE_NOT_ASSUMABLE);

        Renewal renewal = broker.renewer.renew(SessionExpired.of(workload(unit.grant())));

        assertThat(renewal).isInstanceOfSatisfying(Renewal.Ended.class, ended -> assertThat(ended.outcome())
                .isInstanceOfSatisfying(
                        WorkloadResult.class,
                        result -> assertThat(result.problem().reason()).isEqualTo(Reason.ROLE_NOT_ASSUMABLE)));
    }

    @Test
    void waitsUpTheWholeLadderForItsOwnCredentials() {
        broker.roles.refuse(Reason.CREDENTIALS_REJECTED);
        SessionExpired expired = SessionExpired.of(unit);

        assertThat(broker.renewer.renew(expired)).isInstanceOf(Renewal.TryLater.class);
        assertThat(broker.renewer.renew(expired.withEnvelope(
                        expired.envelope().nextAttempt().nextAttempt().nextAttempt())))
                .isInstanceOf(Renewal.Ended.class);
    }

    private AccountSessionOpened unitOf(Envelope envelope, AccountId account) {
        return new AccountSessionOpened(envelope, account, FakeDirectory.IRELAND, null, unit.session(), unit.grant());
    }

    private WorkloadFound workload(Grant grant) {
        String id = "0123456789abcdef0123456789abcdef";
        String arn = "arn:aws:wellarchitected:eu-west-1:" + Broker.ACCOUNT + ":workload/" + id;
        TargetOutcome settled = new TargetOutcome(
                Principal.of("333333333333"), Permission.READONLY, Action.CREATED, "share-1", "PENDING", null);
        return new WorkloadFound(
                Broker.ENVELOPE,
                Broker.ACCOUNT,
                FakeDirectory.IRELAND,
                new Workload(id, arn, "Shop", null, null, null, null),
                unit.session(),
                grant,
                List.of(settled),
                List.of());
    }

    private SessionRecord renewed(SessionRecord record) {
        Renewal renewal = broker.renewer.renew(SessionExpired.of(record));
        assertThat(renewal).isInstanceOf(Renewal.Renewed.class);
        return ((Renewal.Renewed) renewal).record();
    }

    private Reason notHonoured(SessionExpired expired) {
        Renewal renewal = broker.renewer.renew(expired);
        assertThat(renewal).isInstanceOf(Renewal.NotHonoured.class);
        return ((Renewal.NotHonoured) renewal).problem().reason();
    }
}
