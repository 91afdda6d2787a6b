package io.sharewell.events.ledger;

import static io.sharewell.events.ledger.Story.A;
import static io.sharewell.events.ledger.Story.B;
import static io.sharewell.events.ledger.Story.C;
import static io.sharewell.events.ledger.Story.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.events.AccountDiscovered.Cause;
import io.sharewell.events.AccountId;
import io.sharewell.events.Action;
import io.sharewell.events.Envelope;
import io.sharewell.events.Mode;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.Selection;
import io.sharewell.events.ShareResult;
import io.sharewell.events.ShareResult.SweepCompleted;
import io.sharewell.events.ShareResult.SweepStarted;
import io.sharewell.events.ShareResult.Totals;
import java.lang.ref.WeakReference;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final Totals NOTHING =
            new Totals(new Totals.Accounts(0, 0, 0, 0), new Totals.Units(0, 0, 0, 0), 0, Map.of(), Map.of(), 0);

    private final Ledger ledger = new Ledger();

    @Nested
    class Keeps {

        @Test
        void theTwoSweepsThatEndedLastWholeAndOlderOnesByNumber() {
            endedSweep("s1");
            endedSweep("s2");
            assertThat(ledger.sweep("s1")).isPresent();

            endedSweep("s3");

            assertThat(ledger.sweep("s1")).isEmpty();
            assertThat(ledger.sweep("s2")).isPresent();
            assertThat(ledger.sweep("s3")).isPresent();
            assertThat(ledger.whole()).extracting(SweepLedger::sweepId).containsExactly("s2", "s3");
        }

        @Test
        void nothingElseOfOlderOnes() {
            endedSweep("s1");
            WeakReference<SweepLedger> oldest =
                    new WeakReference<>(ledger.sweep("s1").orElseThrow());
            endedSweep("s2");
            endedSweep("s3");

            System.gc();

            assertThat(oldest.refersTo(null)).isTrue();
            assertThat(ledger.whole()).hasSize(2);
        }

        @Test
        void onceWhatSweepsOfTheSamePurposeSayAlike() {
            tell(Story.of("s1").scanned(A, WEST, "w1"), Story.of("s1").result(A, WEST, "w1"));
            Story acceptance = Story.of("s2", Purpose.ACCEPT);
            tell(acceptance.answered(A, WEST, "i1", Action.NONE));
            tell(Story.of("s3").scanned(A, WEST, "w1"), Story.of("s3").result(A, WEST, "w1"));

            assertThat(unit("s3")).isSameAs(unit("s1"));
        }

        @Test
        void onceWhatSweepsOverAllSayAlikeAlsoWithAPartBetweenThem() {
            tell(
                    Story.of("s1").started(),
                    Story.of("s1").scanned(A, WEST, "w1"),
                    Story.of("s1").result(A, WEST, "w1"));
            tell(Story.of("s2").started(Selection.of(B)), Story.of("s2").skipped(A));
            tell(
                    Story.of("s3").started(),
                    Story.of("s3").scanned(A, WEST, "w1"),
                    Story.of("s3").result(A, WEST, "w1"));

            assertThat(unit("s3")).isSameAs(unit("s1"));
        }

        private RegionEntry unit(String sweepId) {
            return ledger.sweep(sweepId)
                    .orElseThrow()
                    .accounts()
                    .iterator()
                    .next()
                    .units()
                    .get(WEST);
        }

        @Test
        void aSweepOverTheOrganizationWholeHoweverManyAcceptancesFollow() {
            endedSweep("s1");
            for (int i = 1; i <= 5; i++) {
                Envelope accepting = Envelope.of("acceptance-" + i, Purpose.ACCEPT, Mode.APPLY);
                Instant at = Instant.parse("2026-11-21T12:00:00Z").plusSeconds(i);
                ledger.apply(new SweepStarted(accepting, at, Cause.SCHEDULE, Selection.everything()), at);
                ledger.apply(new SweepCompleted(accepting, at, at, NOTHING, List.of(), List.of()), at);
            }

            assertThat(ledger.sweep("s1")).isPresent();
            assertThat(ledger.latest().orElseThrow().sweepId()).isEqualTo("s1");
            assertThat(ledger.latestEnded().orElseThrow().sweepId()).isEqualTo("s1");
            assertThat(ledger.latestCompleted().orElseThrow().sweepId()).isEqualTo("s1");
            assertThat(ledger.whole())
                    .extracting(SweepLedger::sweepId)
                    .containsExactlyInAnyOrder("s1", "acceptance-4", "acceptance-5");
        }

        @Test
        void theNewestCompleteOneWholeHoweverManyFailedSince() {
            endedSweep("s1");
            endedSweep("s2");
            for (int i = 3; i <= 6; i++) {
                tell(Story.of("s" + i).started(), Story.of("s" + i).failed(Reason.DEADLINE_PASSED));
            }

            assertThat(ledger.whole()).extracting(SweepLedger::sweepId).containsExactly("s2", "s5", "s6");
            assertThat(ledger.latestEnded().orElseThrow().sweepId()).isEqualTo("s6");
            assertThat(ledger.latestCompleted().orElseThrow().sweepId()).isEqualTo("s2");
        }

        @Test
        void aSweepOverAllWholeHoweverManyPartsFollow() {
            endedSweep("s1");
            endedParts("s2", "s3", "s4");

            assertThat(ledger.whole()).extracting(SweepLedger::sweepId).containsExactly("s1", "s3", "s4");
            assertThat(ledger.latest().orElseThrow().sweepId()).isEqualTo("s1");
            assertThat(ledger.latestEnded().orElseThrow().sweepId()).isEqualTo("s1");
            assertThat(ledger.latestCompleted().orElseThrow().sweepId()).isEqualTo("s1");
        }

        @Test
        void aSweepOverAllWholeDuringWhichPartsBeganAndEnded() {
            tell(Story.of("s1").started(), Story.of("s1").blocked(A));
            endedParts("s2", "s3");
            tell(Story.of("s1").completed());

            assertThat(ledger.whole()).extracting(SweepLedger::sweepId).containsExactly("s1", "s2", "s3");
        }

        @Test
        void aSweepOverAllThatFailedWholeHoweverManyPartsFollow() {
            endedSweep("s1");
            tell(Story.of("s2").started(), Story.of("s2").failed(Reason.DEADLINE_PASSED));
            endedParts("s3", "s4");

            assertThat(ledger.latestEnded().orElseThrow().sweepId()).isEqualTo("s2");
            assertThat(ledger.latestCompleted().orElseThrow().sweepId()).isEqualTo("s1");
        }

        @Test
        void theNewestCompletePartWholeWhereNoneIsOverAll() {
            endedParts("s1", "s2");
            for (int i = 3; i <= 5; i++) {
                Story part = Story.of("s" + i);
                tell(part.started(Selection.of(B)), part.failed(Reason.DEADLINE_PASSED));
            }

            assertThat(ledger.latestCompleted().orElseThrow().sweepId()).isEqualTo("s2");
        }

        @Test
        void aSweepThatAppliedWholeHoweverManyPlansFollow() {
            endedSweep("s1");
            for (int i = 2; i <= 4; i++) {
                Story plan = new Story(Envelope.of("s" + i, Purpose.SHARE, Mode.PLAN));
                tell(plan.started(), plan.completed());
            }

            assertThat(ledger.whole()).extracting(SweepLedger::sweepId).containsExactly("s1", "s3", "s4");
            assertThat(ledger.latestCompleted().orElseThrow().sweepId()).isEqualTo("s4");
        }

        @Test
        void fiveOfAPurposeWholeAtMost() {
            Story plan = new Story(Envelope.of("s2", Purpose.SHARE, Mode.PLAN));
            endedSweep("s1");
            tell(plan.started(), plan.completed());
            tell(Story.of("s3").started(), Story.of("s3").failed(Reason.DEADLINE_PASSED));
            endedParts("s4", "s5", "s6", "s7");
            assertThat(ledger.whole()).extracting(SweepLedger::sweepId).containsExactly("s1", "s2", "s3", "s6", "s7");

            endedSweep("s8");
            endedSweep("s9");
            assertThat(ledger.whole()).extracting(SweepLedger::sweepId).containsExactly("s2", "s8", "s9");
        }

        @Test
        void theOneAskedForWholeHoweverOld() {
            Ledger keeping = Ledger.keeping("s1");
            for (int i = 1; i <= 5; i++) {
                keeping.apply(Story.of("s" + i).started(), Story.startOf("s" + i));
                keeping.apply(Story.of("s" + i).completed(), Story.startOf("s" + i));
            }

            assertThat(keeping.whole()).extracting(SweepLedger::sweepId).containsExactly("s1", "s4", "s5");
        }

        @Test
        void theNumbersOfOlderOnesAsTheirEndTellsThem() {
            endedSweep("s1");
            SweepSummary before = ledger.summaries().getFirst();
            endedSweep("s2");
            endedSweep("s3");

            assertThat(ledger.summaries()).extracting(SweepSummary::sweepId).containsExactly("s1", "s2", "s3");
            assertThat(ledger.summaries().getFirst()).isEqualTo(before);
            assertThat(before.totals()).isEqualTo(Story.of("s1").completed().totals());
        }

        @Test
        void theNumbersThatItsEndToldOfASweepThatIsReadInPart() {
            Totals told = new Totals(
                    new Totals.Accounts(7, 6, 1, 0), new Totals.Units(12, 12, 0, 0), 40, Map.of(), Map.of(), 1);

            tell(Story.of("s1").selected(A), Story.of("s1").completed(told));

            assertThat(ledger.summaries().getFirst().totals()).isEqualTo(told);
        }

        @Test
        void theNumbersCountedSoFarOfASweepThatRuns() {
            tell(
                    Story.of("s1").started(),
                    Story.of("s1").selected(A),
                    Story.of("s1").selected(B),
                    Story.of("s1").blocked(A));

            assertThat(ledger.summaries().getFirst().totals().accounts()).isEqualTo(new Totals.Accounts(2, 0, 1, 0));
        }

        @Test
        void allThatRunWhole() {
            tell(Story.of("s0").started());
            endedSweep("s1");
            endedSweep("s2");
            endedSweep("s3");

            assertThat(ledger.sweep("s0")).isPresent();
            assertThat(ledger.running()).extracting(SweepLedger::sweepId).containsExactly("s0");
            assertThat(ledger.whole()).extracting(SweepLedger::sweepId).containsExactly("s0", "s2", "s3");
        }

        @Test
        void theNumbersOfAnOlderOneWhateverIsSaidLate() {
            endedSweep("s1");
            endedSweep("s2");
            endedSweep("s3");
            SweepSummary before = ledger.summaries().getFirst();

            tell(
                    Story.of("s1").selected(B),
                    Story.of("s1").opened(B, WEST),
                    Story.of("s1").failed(Reason.SUPERSEDED));

            assertThat(ledger.sweep("s1")).isEmpty();
            assertThat(ledger.summaries().getFirst()).isEqualTo(before);
            assertThat(ledger.running()).isEmpty();
        }

        @Test
        void nothingInItsListsOfASweepWhoseFirstAndLastWordsAreGone() {
            tell(Story.of("s1").selected(A), Story.of("s1").blocked(A));

            assertThat(ledger.sweep("s1")).isPresent();
            assertThat(ledger.running()).isEmpty();
            assertThat(ledger.whole()).isEmpty();
            assertThat(ledger.summaries()).isEmpty();
            assertThat(ledger.latest()).isEmpty();
        }

        @Test
        void noMoreWholeWhenAnEndIsSaidTwice() {
            endedSweep("s1");
            endedSweep("s2");
            tell(Story.of("s1").completed(), Story.of("s2").completed());

            assertThat(ledger.whole()).hasSize(2);
        }
    }

    @Nested
    class Tells {

        @Test
        void theLatestSweep() {
            assertThat(ledger.latest()).isEmpty();
            endedSweep("s1");
            tell(Story.of("s2").started());
            tell(Story.of("s1").selected(B));

            assertThat(ledger.latest().orElseThrow().sweepId()).isEqualTo("s2");
        }

        @Test
        void theLatestOfAPartOnlyIfThereIsNoneOverAllAndBeforeAnAcceptance() {
            tell(Story.of("s3", Purpose.ACCEPT).started(), Story.of("s2").started(Selection.of(A)));
            assertThat(ledger.latest().orElseThrow().sweepId()).isEqualTo("s2");

            tell(Story.of("s1").started());
            assertThat(ledger.latest().orElseThrow().sweepId()).isEqualTo("s1");
        }

        @Test
        void sweepsInTheOrderInWhichTheyBeganHoweverTheirPartitionsAreRead() {
            tell(
                    Story.of("s3").selected(A),
                    Story.of("s2").selected(A),
                    Story.of("s1").selected(A));
            tell(
                    Story.of("s2").started(),
                    Story.of("s3").started(),
                    Story.of("s1").started());

            assertThat(ledger.whole()).extracting(SweepLedger::sweepId).containsExactly("s1", "s2", "s3");
            assertThat(ledger.running()).extracting(SweepLedger::sweepId).containsExactly("s1", "s2", "s3");
            assertThat(ledger.summaries()).extracting(SweepSummary::sweepId).containsExactly("s1", "s2", "s3");
            assertThat(ledger.latest().orElseThrow().sweepId()).isEqualTo("s3");
        }

        @Test
        void theStartThatASweepToldOfItself() {
            ledger.apply(Story.of("s2").selected(A), Story.startOf("s9"));
            assertThat(ledger.sweep("s2").orElseThrow().beganAt()).isEqualTo(Story.startOf("s9"));

            ledger.apply(Story.of("s2").started(), Story.startOf("s9"));

            assertThat(ledger.sweep("s2").orElseThrow().beganAt()).isEqualTo(Story.startOf("s2"));
        }

        @Test
        void theStartThatItsEndToldOfASweepWhoseFirstWordsAreGone() {
            ledger.apply(Story.of("s2").completed(), Story.startOf("s9"));

            assertThat(ledger.latest().orElseThrow().beganAt()).isEqualTo(Story.STARTED);
        }

        @Test
        void whereEachSweepIs() {
            tell(Story.of("s1").started(), Story.of("s1").failed(Reason.LIST_ACCOUNTS_DENIED));
            tell(Story.of("s2").started(), Story.of("s2").completed());
            tell(Story.of("s3", Purpose.UNSHARE).started());

            assertThat(ledger.summaries())
                    .extracting(SweepSummary::state)
                    .containsExactly(
                            SweepSummary.State.FAILED, SweepSummary.State.COMPLETED, SweepSummary.State.RUNNING);
            assertThat(ledger.summaries())
                    .extracting(SweepSummary::reason)
                    .containsExactly(Reason.LIST_ACCOUNTS_DENIED, null, null);
            assertThat(ledger.summaries())
                    .extracting(SweepSummary::startedAt)
                    .containsExactly(Story.startOf("s1"), Story.startOf("s2"), Story.startOf("s3"));
            assertThat(ledger.summaries().getLast())
                    .extracting(SweepSummary::purpose, SweepSummary::mode)
                    .containsExactly(Purpose.UNSHARE, Mode.APPLY);
        }

        @Test
        void nothingOfASweepItHasNotHeardOf() {
            assertThat(ledger.sweep("s1")).isEmpty();
            assertThat(ledger.summaries()).isEmpty();
        }
    }

    @Nested
    class SinceTheSweepBefore {

        @Test
        void accountsThatWereOpenAndAreBlockedAreNewlyBlocked() {
            sweep("s1", opened(A), opened(B));
            SweepLedger now = running("s2", blocked(A), opened(B));

            assertThat(ledger.newlyBlocked(now)).containsExactly(A);
            assertThat(ledger.newlyReachable(now)).isEmpty();
        }

        @Test
        void accountsThatWereBlockedAndAreOpenAreNewlyReachable() {
            sweep("s1", blocked(A), blocked(B));
            SweepLedger now = running("s2", opened(A), blocked(B));

            assertThat(ledger.newlyReachable(now)).containsExactly(A);
            assertThat(ledger.newlyBlocked(now)).isEmpty();
        }

        @Test
        void anAccountSeenForTheFirstTimeIsNewlyBlockedButNotNewlyReachable() {
            sweep("s1", opened(C));
            SweepLedger now = running("s2", blocked(A), opened(B));

            assertThat(ledger.newlyBlocked(now)).containsExactly(A);
            assertThat(ledger.newlyReachable(now)).isEmpty();
        }

        @Test
        void theLastOutcomeOfEachAccountCountsHoweverLongAgo() {
            sweep("s1", opened(A), blocked(B));
            sweep("s2", opened(C));
            sweep("s3", opened(C));
            sweep("s4", opened(C));
            SweepLedger now = running("s5", blocked(A), opened(B));

            assertThat(ledger.newlyBlocked(now)).containsExactly(A);
            assertThat(ledger.newlyReachable(now)).containsExactly(B);
        }

        @Test
        void outcomesOfOtherPurposesDoNotCount() {
            sweep("s1", opened(A));
            endedSweep(Story.of("s2", Purpose.UNSHARE), blocked(A));
            SweepLedger now = running("s3", blocked(A));

            assertThat(ledger.newlyBlocked(now)).containsExactly(A);
        }

        @Test
        void anAcceptanceIsComparedWithTheOneBefore() {
            sweep("s1", opened(B));
            endedSweep(Story.of("s2", Purpose.ACCEPT), blocked(A));
            SweepLedger now = running(Story.of("s3", Purpose.ACCEPT), blocked(A));

            assertThat(ledger.newlyBlocked(now)).isEmpty();
        }

        @Test
        void aSweepThatOnlyPlannedDoesNotCount() {
            sweep("s1", opened(A));
            endedSweep(new Story(Envelope.of("s2", Purpose.SHARE, Mode.PLAN)), blocked(A));
            SweepLedger now = running("s3", blocked(A));

            assertThat(ledger.newlyBlocked(now)).containsExactly(A);
        }

        @Test
        void aSweepOfAPartDoesNotCount() {
            sweep("s1", opened(A));
            Story part = Story.of("s2");
            tell(new SweepStarted(part.envelope(), Story.startOf("s2"), Cause.REQUEST, Selection.of(A)));
            tell(part.blocked(A), part.completed());
            SweepLedger now = running("s3", blocked(A));

            assertThat(ledger.newlyBlocked(now)).containsExactly(A);
        }

        @Test
        void whoWasFirstBlockedInASweepThatFailedIsNewlyBlockedInTheNextCompleteOne() {
            sweep("s1", opened(A), blocked(B));
            Story failed = Story.of("s2");
            tell(failed.started(), failed.blocked(A), failed.opened(B), failed.failed(Reason.DEADLINE_PASSED));
            SweepLedger now = running("s3", blocked(A), opened(B));

            assertThat(ledger.newlyBlocked(now)).containsExactly(A);
            assertThat(ledger.newlyReachable(now)).containsExactly(B);
        }

        @Test
        void aSweepThatStillRunsDoesNotCount() {
            sweep("s1", opened(A));
            running("s2", blocked(A));
            SweepLedger now = running("s3", blocked(A));

            assertThat(ledger.newlyBlocked(now)).containsExactly(A);
        }

        @Test
        void theSweepThatEndedLastCountsOfThoseThatAreKeptByNumber() {
            sweep("s1", opened(A), opened(B));
            sweep("s2", blocked(A), opened(B));
            sweep("s3", opened(C));
            sweep("s4", opened(C));
            SweepLedger now = running("s5", blocked(A), blocked(B));

            assertThat(ledger.newlyBlocked(now)).containsExactly(B);
        }

        @Test
        void theAnswerIsTheSameAfterTheEndAsBefore() {
            sweep("s1", opened(A), blocked(B));
            SweepLedger now = running("s2", blocked(A), opened(B));
            tell(Story.of("s2").completed());

            assertThat(ledger.newlyBlocked(now)).containsExactly(A);
            assertThat(ledger.newlyReachable(now)).containsExactly(B);
        }

        @Test
        void theAnswerIsTheSameWhetherEndsAreReadFirstOrLast() {
            // They are in the partition of the sweep's id, what is said of accounts in others
            Ledger endsFirst = new Ledger();
            Ledger endsLast = new Ledger();
            List<ShareResult> accounts = List.of(
                    Story.of("s1").opened(A),
                    Story.of("s1").blocked(B),
                    Story.of("s2").blocked(A),
                    Story.of("s2").opened(B));

            endsFirst.apply(Story.of("s1").started(), Story.STARTED);
            endsFirst.apply(Story.of("s1").completed(), Story.ENDED);
            accounts.forEach(it -> endsFirst.apply(it, Story.STARTED));
            accounts.forEach(it -> endsLast.apply(it, Story.STARTED));
            endsLast.apply(Story.of("s1").started(), Story.STARTED);
            endsLast.apply(Story.of("s1").completed(), Story.ENDED);

            for (Ledger read : List.of(endsFirst, endsLast)) {
                SweepLedger now = read.sweep("s2").orElseThrow();
                assertThat(read.newlyBlocked(now)).containsExactly(A);
                assertThat(read.newlyReachable(now)).containsExactly(B);
            }
        }

        @Test
        void openedOutranksBlockedInTheSweepBeforeToo() {
            Story before = Story.of("s1");
            tell(before.started(), before.opened(A), before.blocked(A), before.blocked(B), before.opened(B));
            tell(before.completed());
            SweepLedger now = running("s2", opened(A), blocked(B));

            assertThat(ledger.newlyReachable(now)).isEmpty();
            assertThat(ledger.newlyBlocked(now)).containsExactly(B);
        }

        private void sweep(String sweepId, Outcome... outcomes) {
            endedSweep(Story.of(sweepId), outcomes);
        }

        private void endedSweep(Story sweep, Outcome... outcomes) {
            running(sweep, outcomes);
            tell(sweep.completed());
        }

        private SweepLedger running(String sweepId, Outcome... outcomes) {
            return running(Story.of(sweepId), outcomes);
        }

        private SweepLedger running(Story sweep, Outcome... outcomes) {
            tell(sweep.started());
            for (Outcome outcome : outcomes) {
                tell(outcome.in(sweep));
            }
            return ledger.sweep(sweep.envelope().sweepId()).orElseThrow();
        }
    }

    private interface Outcome {
        ShareResult in(Story sweep);
    }

    private static Outcome opened(AccountId account) {
        return sweep -> sweep.opened(account);
    }

    private static Outcome blocked(AccountId account) {
        return sweep -> sweep.blocked(account);
    }

    private void endedParts(String... sweepIds) {
        for (String sweepId : sweepIds) {
            Story part = Story.of(sweepId);
            tell(part.started(Selection.of(B)), part.completed());
        }
    }

    private void endedSweep(String sweepId) {
        Story sweep = Story.of(sweepId);
        tell(sweep.started(), sweep.selected(A), sweep.listed(1), sweep.blocked(A), sweep.completed());
    }

    private void tell(ShareResult... statements) {
        for (ShareResult statement : statements) {
            ledger.apply(statement, Story.startOf(statement.envelope().sweepId()));
        }
    }
}
