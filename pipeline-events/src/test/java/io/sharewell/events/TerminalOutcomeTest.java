package io.sharewell.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.events.ShareResult.AccountBlocked;
import io.sharewell.events.ShareResult.InvitationResult;
import io.sharewell.events.ShareResult.RegionFailed;
import io.sharewell.events.ShareResult.WorkloadResult;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalOutcomeTest {

    private static final Problem PROBLEM = Problem.of(Reason.RETRIES_EXHAUSTED, "500 again and again");

    /** Of the same sweep and replay, with counters of its own. */
    private static final Envelope ENVELOPE = new Envelope("sweep-1", Purpose.SHARE, Mode.APPLY, 0, 0, null, "replay-1");

    @Test
    void ofAnAccountIsThatItIsBlocked() {
        assertThat(outcome(EventType.ACCOUNT_DISCOVERED))
                .isEqualTo(new AccountBlocked(ENVELOPE, Samples.ACCOUNT, PROBLEM));
    }

    @Test
    void ofAUnitIsThatItFailed() {
        assertThat(outcome(EventType.ACCOUNT_SESSION_OPENED))
                .isEqualTo(new RegionFailed(ENVELOPE, Samples.ACCOUNT, Samples.REGION, PROBLEM));
    }

    @Test
    void ofAWorkloadIsAProblemBesideTheTargetsSettledSoFar() {
        assertThat(outcome(EventType.WORKLOAD_FOUND))
                .isEqualTo(new WorkloadResult(
                        ENVELOPE,
                        Samples.ACCOUNT,
                        Samples.REGION,
                        Samples.WORKLOAD,
                        List.of(Samples.INVITED, Samples.DIFFERENT),
                        PROBLEM));
    }

    @Test
    void ofAWorkloadTellsWhatWasDoneAboutTargetsThatAreNotSettled() {
        WorkloadFound found = (WorkloadFound) Samples.later(EventType.WORKLOAD_FOUND);

        assertThat(TerminalOutcome.of(found, PROBLEM))
                .isInstanceOfSatisfying(WorkloadResult.class, result -> assertThat(result.targets())
                        .containsExactly(
                                Samples.INVITED,
                                Samples.DIFFERENT,
                                new TargetOutcome(
                                        Samples.RENEWING.sharedWith(),
                                        Permission.READONLY,
                                        Action.DELETED,
                                        "share-4",
                                        null,
                                        null)));
    }

    @Test
    void ofAWorkloadSaysNothingOfATargetThatWasOnlyAskedFor() {
        UnsettledTarget asked = new UnsettledTarget(
                Samples.RENEWING.sharedWith(), Permission.READONLY, Action.NONE, null, null, Action.CREATED);
        WorkloadFound found = ((WorkloadFound) Samples.of(EventType.WORKLOAD_FOUND)).with(List.of(), List.of(asked));

        assertThat(TerminalOutcome.of(found, PROBLEM))
                .isInstanceOfSatisfying(WorkloadResult.class, result -> assertThat(result.targets())
                        .isEmpty());
    }

    @Test
    void ofAnInvitationIsThatNothingWasDone() {
        InvitationFound found = (InvitationFound) Samples.of(EventType.INVITATION_FOUND);

        assertThat(TerminalOutcome.of(found, PROBLEM))
                .isEqualTo(new InvitationResult(
                        found.envelope(),
                        Samples.OTHER_ACCOUNT,
                        Samples.REGION,
                        Samples.INVITATION,
                        Action.NONE,
                        PROBLEM));
    }

    @ParameterizedTest
    @EnumSource(
            value = EventType.class,
            names = {"ACCOUNT_SESSION_OPENED", "WORKLOAD_FOUND", "INVITATION_FOUND"})
    void ofARenewalIsThatOfTheRecordWithin(EventType type) {
        SessionRecord record = (SessionRecord) Samples.of(type);

        assertThat(TerminalOutcome.of(SessionExpired.of(record), PROBLEM))
                .isEqualTo(TerminalOutcome.of(record, PROBLEM));
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void closesTheSubjectOfItsRecord(EventType type) {
        if (Samples.of(type) instanceof WorkRecord record) {
            assertThat(TerminalOutcome.of(record, PROBLEM).subject()).isEqualTo(record.subject());
        }
    }

    @Test
    void fromHeadersOfAnAccount() {
        assertThat(TerminalOutcome.of(headers(EventType.ACCOUNT_DISCOVERED), PROBLEM))
                .contains(new AccountBlocked(Samples.FRESH, Samples.ACCOUNT, PROBLEM));
    }

    @Test
    void fromHeadersOfAUnit() {
        assertThat(TerminalOutcome.of(headers(EventType.ACCOUNT_SESSION_OPENED), PROBLEM))
                .contains(new RegionFailed(Samples.FRESH, Samples.ACCOUNT, Samples.REGION, PROBLEM));
    }

    @Test
    void fromHeadersOfAWorkload() {
        assertThat(TerminalOutcome.of(headers(EventType.WORKLOAD_FOUND), PROBLEM))
                .contains(unreadWorkload());
    }

    @Test
    void fromHeadersOfARenewalByTheSubjectOfTheRecordWithin() {
        SessionRecord unit = (SessionRecord) Samples.of(EventType.ACCOUNT_SESSION_OPENED);

        assertThat(TerminalOutcome.of(headers(EventType.SESSION_EXPIRED), PROBLEM))
                .contains(unreadWorkload());
        assertThat(TerminalOutcome.of(headers(SessionExpired.of(unit)), PROBLEM))
                .contains(new RegionFailed(Samples.FRESH, Samples.ACCOUNT, Samples.REGION, PROBLEM));
    }

    @Test
    void headersOfAnInvitationDoNotTellItsUnit() {
        SessionRecord invitation = (SessionRecord) Samples.of(EventType.INVITATION_FOUND);

        assertThat(TerminalOutcome.of(headers(invitation), PROBLEM)).isEmpty();
        assertThat(TerminalOutcome.of(headers(SessionExpired.of(invitation)), PROBLEM))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void whatOnlySaysSomethingHasNoOutcome(EventType type) {
        if (Samples.of(type) instanceof ShareResult) {
            assertThat(TerminalOutcome.of(headers(type), PROBLEM)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_type", "ce_sweepid", "ce_purpose", "ce_mode", "ce_subject"})
    void headersWithoutTheNecessaryTellNothing(String missing) {
        for (EventType type : EventType.values()) {
            Map<String, String> headers = headers(type);
            headers.remove(missing);

            assertThat(TerminalOutcome.of(headers, PROBLEM)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ACCOUNT_DISCOVERED, 12",
        "ACCOUNT_SESSION_OPENED, 111122223333",
        "ACCOUNT_SESSION_OPENED, 111122223333/nowhere",
        "WORKLOAD_FOUND, 111122223333",
        "WORKLOAD_FOUND, arn:aws:wellarchitected:eu-west-1:111122223333:lens/0123456789abcdef0123456789abcdef",
        "WORKLOAD_FOUND, arn:aws:s3:eu-west-1:111122223333:workload/0123456789abcdef0123456789abcdef",
        "WORKLOAD_FOUND, arn:aws:wellarchitected:eu-west-1:1111:workload/0123456789abcdef0123456789abcdef",
        "WORKLOAD_FOUND, arn:aws:wellarchitected:eu-west-1:111122223333:workload/"
    })
    void headersWithAForgedSubjectTellNothing(EventType type, String subject) {
        Map<String, String> headers = headers(type);
        headers.put(CloudEvents.SUBJECT, subject);

        assertThat(TerminalOutcome.of(headers, PROBLEM)).isEmpty();
    }

    private static WorkloadResult unreadWorkload() {
        Workload unread = new Workload(Samples.WORKLOAD.id(), Samples.WORKLOAD.arn(), null, null, null, null, null);
        return new WorkloadResult(Samples.FRESH, Samples.ACCOUNT, Samples.REGION, unread, List.of(), PROBLEM);
    }

    private static ShareResult outcome(EventType type) {
        return TerminalOutcome.of((WorkRecord) Samples.of(type), PROBLEM);
    }

    private static Map<String, String> headers(EventType type) {
        return headers(Samples.of(type));
    }

    private static Map<String, String> headers(Event event) {
        return new HashMap<>(EventCodec.headers(event, "test", Instant.EPOCH));
    }
}
