package io.sharewell.chaos.checker;

import static io.sharewell.chaos.checker.ARun.BLOCKED;
import static io.sharewell.chaos.checker.ARun.FAILED;
import static io.sharewell.chaos.checker.ARun.OPEN;
import static io.sharewell.chaos.checker.ARun.PROBLEM;
import static io.sharewell.chaos.checker.ARun.SCANNED;
import static io.sharewell.chaos.checker.ARun.TARGET;
import static io.sharewell.chaos.checker.ARun.envelope;
import static io.sharewell.chaos.checker.ARun.found;
import static io.sharewell.chaos.checker.ARun.id;
import static io.sharewell.chaos.checker.ARun.result;
import static io.sharewell.chaos.checker.ARun.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewell.events.AccountId;
import io.sharewell.events.AccountSessionOpened;
import io.sharewell.events.Action;
import io.sharewell.events.CloudEvents;
import io.sharewell.events.Envelope;
import io.sharewell.events.EventCodec;
import io.sharewell.events.Mode;
import io.sharewell.events.Problem;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.Region;
import io.sharewell.events.SessionExpired;
import io.sharewell.events.ShareResult.AccountBlocked;
import io.sharewell.events.ShareResult.AccountOpened;
import io.sharewell.events.ShareResult.AccountSelected;
import io.sharewell.events.ShareResult.AccountSkipped;
import io.sharewell.events.ShareResult.AccountsSelected;
import io.sharewell.events.ShareResult.RegionFailed;
import io.sharewell.events.ShareResult.RegionScanned;
import io.sharewell.events.ShareResult.RegionSkipped;
import io.sharewell.events.ShareResult.SweepCompleted;
import io.sharewell.events.ShareResult.SweepFailed;
import io.sharewell.events.ShareResult.Totals;
import io.sharewell.events.ShareResult.WorkloadResult;
import io.sharewell.events.TargetOutcome;
import io.sharewell.events.WorkloadFound;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A run in good order passes; each violation, planted, is found and nothing else. */
class LedgerCheckerTest {

    private final ARun run = new ARun();

    @Test
    void aRunInGoodOrderPasses() {
        assertThat(run.violations()).isEmpty();
        LedgerChecker.assertClosed(run.evidence());
    }

    @Test
    void whatIsSaidTwiceIsNoViolation() {
        run.say(result(1, "share-1")).say(found(1)).say(new AccountOpened(envelope(), OPEN, List.of(SCANNED, FAILED)));

        assertThat(run.violations()).isEmpty();
    }

    @Test
    void allViolationsAreInTheError() {
        run.without(SweepCompleted.class).lag("share-writer workloads-found-1", 3);

        assertThatThrownBy(() -> LedgerChecker.assertClosed(run.evidence()))
                .isInstanceOf(AssertionError.class)
                .hasMessage("The ledger does not close:\n  sweep sweep-1: it never ended\n"
                        + "  lag of share-writer workloads-found-1: 3");
    }

    @Test
    void noSweepAtAllIsNoRun() {
        assertThat(LedgerChecker.violations(new Evidence(List.of(), List.of(), Map.of())))
                .containsExactly("there is no sweep on share-results");
    }

    @Test
    void aSweepThatFailedIsNotInOrder() {
        run.without(SweepCompleted.class)
                .say(new SweepFailed(
                        envelope(), Instant.EPOCH, Instant.EPOCH, Problem.of(Reason.DEADLINE_PASSED), totals(), null));

        assertThat(run.violations()).containsExactly("sweep sweep-1: it failed: DEADLINE_PASSED");
    }

    private static Totals totals() {
        return new Totals(new Totals.Accounts(0, 0, 0, 0), new Totals.Units(0, 0, 0, 0), 0, Map.of(), Map.of(), 0);
    }

    @Test
    void aListingThatNeverEndedIsFound() {
        assertThat(run.without(AccountsSelected.class).violations())
                .containsExactly("sweep sweep-1: the listing of accounts never ended");
    }

    @Test
    void fewerAccountsThanAnnouncedAreFound() {
        run.say(new AccountsSelected(envelope(), 3, 0));

        assertThat(run.violations()).containsExactly("sweep sweep-1: 3 accounts were announced and only 2 selected");
    }

    @Test
    void anAccountWithoutAnOutcomeIsFound() {
        assertThat(run.without(AccountBlocked.class).violations())
                .containsExactly("sweep sweep-1: selected account 222222222222 was neither opened nor blocked");
    }

    @Test
    void anAccountThatALaterListingSkipsNeedsNoOutcome() {
        run.without(AccountBlocked.class)
                .without(AccountsSelected.class)
                .say(new AccountSkipped(envelope(), BLOCKED, null, null, Reason.NOT_ACTIVE, null))
                .say(new AccountsSelected(envelope(), 1, 1));

        assertThat(run.violations()).isEmpty();
    }

    @Test
    void anOutcomeOfAnAccountThatWasNeverSelectedIsFound() {
        assertThat(run.without(AccountSelected.class, it -> it.accountId().equals(BLOCKED))
                        .without(AccountsSelected.class)
                        .say(new AccountsSelected(envelope(), 1, 0))
                        .violations())
                .containsExactly("sweep sweep-1: account 222222222222 has an outcome and was never selected");
    }

    @Test
    void aUnitWithoutAnOutcomeIsFound() {
        assertThat(run.without(RegionFailed.class).violations())
                .containsExactly(
                        "sweep sweep-1: unit 111111111111/eu-west-2 was neither scanned nor skipped nor failed");
    }

    @Test
    void anOutcomeOfAUnitThatWasNeverPlannedIsFound() {
        Region other = Region.of("us-east-1");
        run.say(new RegionSkipped(envelope(), OPEN, other, Problem.of(Reason.REGION_NOT_ENABLED)));

        assertThat(run.violations())
                .containsExactly("sweep sweep-1: unit 111111111111/us-east-1 has an outcome and was never planned");
    }

    @Test
    void anAccountThatWasBlockedTheSecondTimeMayHaveSessionsOfTheFirst() {
        run.say(new RegionSkipped(envelope(), BLOCKED, SCANNED, Problem.of(Reason.REGION_NOT_ENABLED)));
        assertThat(run.violations())
                .containsExactly("sweep sweep-1: unit 222222222222/eu-west-1 has an outcome and was never planned");

        run.say(new AccountSessionOpened(envelope(), BLOCKED, SCANNED, null, unit().session(), unit().grant()));
        assertThat(run.violations()).isEmpty();
    }

    @Test
    void aWorkloadWithoutAResultIsFound() {
        run.without(WorkloadResult.class, it -> it.workload().id().equals(id(2)));

        assertThat(run.violations())
                .containsExactly(
                        "sweep sweep-1: workload 111111111111/eu-west-1/" + id(2) + " has no result", isNotTold(2));
    }

    @Test
    void aResultOfAWorkloadThatNoScanSpokeOfIsFoundEvenIfSomebodyWroteTheRecord() {
        run.say(found(3)).say(result(3, "share-3")).share(3, "share-3", "PENDING");

        assertThat(run.violations())
                .containsExactly("sweep sweep-1: workload 111111111111/eu-west-1/" + id(3)
                        + " has a result and was never planned");
    }

    @Test
    void aScanThatWasCutOffMayHaveSpokenOfWorkloads() {
        run.without(RegionScanned.class).say(new RegionFailed(envelope(), OPEN, SCANNED, Problem.of(Reason.DENIED)));

        assertThat(run.violations()).isEmpty();
        assertThat(run.without(WorkloadFound.class).violations()).hasSize(2);
    }

    @Test
    void aSecondLiveShareIsFound() {
        run.share(2, "share-3", "PENDING");

        assertThat(run.violations())
                .containsExactly("2 live shares of workload 111111111111/eu-west-1/" + id(2) + " with 333333333333");
    }

    @Test
    void aShareThatIsToldAndNeverMadeIsFound() {
        run.say(result(2, "share-3"));

        assertThat(run.violations())
                .containsExactly(
                        "share share-3 of workload 111111111111/eu-west-1/" + id(2)
                                + " with 333333333333 is told and AWS has none such",
                        isNotTold(2));
    }

    @Test
    void aShareThatIsMadeAndNotToldIsFound() {
        run.say(result(1, "share-0"));

        assertThat(run.violations()).containsExactly(isNotTold(1));
    }

    @Test
    void aTargetWithAShareThatIsLeftOutOfItsResultIsFound() {
        run.say(result(1, envelope(), List.of()));

        assertThat(run.violations()).containsExactly(isNotTold(1));
    }

    @Test
    void aShareOfAWorkloadWithoutAResultIsFound() {
        run.share(3, "share-3", "PENDING");

        assertThat(run.violations()).containsExactly(isNotTold(3));
    }

    @Test
    void aShareThatOutlivesItsUnshareIsFoundUnlessAProblemIsTold() {
        Envelope unshare = Envelope.of("sweep-1", Purpose.UNSHARE, Mode.APPLY);
        run.say(result(1, unshare, List.of(new TargetOutcome(TARGET, null, Action.DELETED, null, null, null))));

        assertThat(run.violations()).containsExactly(isNotTold(1));

        Problem problem = Problem.of(Reason.DENIED);
        run.say(result(
                1, unshare, List.of(new TargetOutcome(TARGET, null, Action.NONE, "share-1", "PENDING", problem))));
        assertThat(run.violations()).isEmpty();
    }

    private static String isNotTold(int workload) {
        return "AWS has a live share of workload 111111111111/eu-west-1/" + id(workload)
                + " with 333333333333 that is not told";
    }

    @Test
    void whoTellsOfAProblemNeedNotKnowAllShares() {
        run.say(result(1, "share-0", Problem.of(Reason.SEAL_BROKEN)));

        assertThat(run.violations()).isEmpty();
    }

    @Test
    void whoTellsOfATargetsProblemNeedNotKnowItsShares() {
        Problem denied = Problem.of(Reason.DENIED);
        run.say(result(1, envelope(), List.of(new TargetOutcome(TARGET, null, Action.NONE, null, null, denied))));

        assertThat(run.violations()).isEmpty();
    }

    @Test
    void whatHadToBeToldAndIsNotIsFound() {
        run.say(result(1, "share-1", Problem.of(Reason.SEAL_BROKEN)));
        Expected told = new Expected(found(1).subject(), Reason.SEAL_BROKEN);
        Expected other = new Expected(found(2).subject(), Reason.SEAL_BROKEN);

        assertThat(LedgerChecker.notTold(run.evidence(), Set.of(told, other)))
                .containsExactly("nothing tells SEAL_BROKEN of " + found(2).subject());
    }

    @Test
    void aRecordThatShouldHaveDiedAndDidNotIsFound() {
        run.add("account-sessions.dlq", EventCodec.encode(unit().withoutSession()), ARun.deadHeaders(unit()));

        assertThat(LedgerChecker.notDead(run.evidence(), Set.of("account-sessions-3@4", "accounts-0@17")))
                .containsExactly("record accounts-0@17 should be a dead letter, and is none");
    }

    @Test
    void whatWasGivenUpWithoutADeadLetterIsFound() {
        run.say(new AccountBlocked(envelope(), BLOCKED, PROBLEM));

        assertThat(run.violations()).containsExactly(BLOCKED + " was given up and has no dead letter");
    }

    @Test
    void whatHasASealOfAnUnknownKeyWithoutADeadLetterOfThatCauseIsFound() {
        run.say(new RegionFailed(envelope(), OPEN, FAILED, Problem.of(Reason.SEAL_KEY_UNKNOWN)));

        assertThat(run.violations()).containsExactly(unit().subject() + " was given up and has no dead letter");
    }

    @Test
    void aDeadLetterWithoutACauseIsFound() {
        Map<String, String> headers = ARun.deadHeaders(unit());
        headers.remove(CloudEvents.DLQ_CAUSE);
        run.add("account-sessions.dlq", EventCodec.encode(unit().withoutSession()), headers);

        assertThat(run.violations()).singleElement().asString().endsWith("has no cause but 'null'");
    }

    @Test
    void aDeadLetterThatDoesNotTellWhereItComesFromIsFound() {
        Map<String, String> headers = ARun.deadHeaders(unit());
        run.add("workloads-found.dlq", EventCodec.encode(unit().withoutSession()), headers);

        assertThat(run.violations()).singleElement().asString().endsWith("comes from 'account-sessions-3@4'");
    }

    @Test
    void aDeadLetterMayComeFromTheLadder() {
        Map<String, String> headers = ARun.deadHeaders(unit());
        headers.put(CloudEvents.DLQ_ORIGIN, "account-sessions.retry.1-3@4");
        run.add("account-sessions.dlq", EventCodec.encode(unit().withoutSession()), headers);

        assertThat(run.violations()).isEmpty();
    }

    @Test
    void aDeadLetterWithASessionIsFound() {
        run.add("account-sessions.dlq", EventCodec.encode(unit()), ARun.deadHeaders(unit()));

        assertThat(run.violations()).singleElement().asString().endsWith("carries a session");
    }

    @Test
    void aDeadRenewalWithASessionIsFound() {
        SessionExpired renewal = SessionExpired.of(unit());
        run.add("session-renewals.dlq", EventCodec.encode(renewal), ARun.deadHeaders(renewal));

        assertThat(run.violations()).singleElement().asString().endsWith("carries a session");
    }

    @Test
    void aDeadLetterThatCannotBeReadMayBeWhatItIs() {
        run.add("account-sessions.dlq", "poison".getBytes(StandardCharsets.UTF_8), ARun.deadHeaders(unit()));

        assertThat(run.violations()).isEmpty();
    }

    @Test
    void aRetryThatNeverCameBackIsFound() {
        run.without("account-sessions");

        assertThat(run.violations())
                .singleElement()
                .asString()
                .startsWith("retry account-sessions.retry.1-0@")
                .endsWith("never came back to its topic");
    }

    @Test
    void aRetryThatWaitsForNothingIsFound() {
        run.add("account-sessions.retry.2", EventCodec.encode(unit()), ARun.headers(unit()))
                .say(unit());

        assertThat(run.violations()).singleElement().asString().endsWith("does not say when it is due");
    }

    @Test
    void lagIsFound() {
        run.lag("region-scanner.retry.2 account-sessions.retry.2-0", 1);

        assertThat(run.violations()).containsExactly("lag of region-scanner.retry.2 account-sessions.retry.2-0: 1");
    }

    @Test
    void anAccountThatWasBothIsOne() {
        run.say(new AccountBlocked(envelope(), AccountId.of("111111111111"), Problem.of(Reason.DENIED)));

        assertThat(run.violations()).isEmpty();
    }
}
