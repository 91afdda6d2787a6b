package io.sharewell.events.ledger;

import static io.sharewell.events.ledger.Story.A;
import static io.sharewell.events.ledger.Story.B;
import static io.sharewell.events.ledger.Story.C;
import static io.sharewell.events.ledger.Story.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.events.AccountId;
import io.sharewell.events.Mode;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.ShareResult;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LedgerTest {

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
        void allThatRunWhole() {
            tell(Story.of("running").started());
            endedSweep("s1");
            endedSweep("s2");
            endedSweep("s3");

            assertThat(ledger.sweep("running")).isPresent();
            assertThat(ledger.running()).extracting(SweepLedger::sweepId).containsExactly("running");
            assertThat(ledger.whole()).extracting(SweepLedger::sweepId).containsExactly("running", "s2", "s3");
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
        void whereEachSweepIs() {
            tell(Story.of("s1").started(), Story.of("s1").failed(Reason.LIST_ACCOUNTS_DENIED));
            tell(Story.of("s2").started(), Story.of("s2").completed());
            tell(Story.of("s3", Purpose.UNSHARE).selected(A));

            assertThat(ledger.summaries())
                    .extracting(SweepSummary::state)
                    .containsExactly(
                            SweepSummary.State.FAILED, SweepSummary.State.COMPLETED, SweepSummary.State.RUNNING);
            assertThat(ledger.summaries())
                    .extracting(SweepSummary::reason)
                    .containsExactly(Reason.LIST_ACCOUNTS_DENIED, null, null);
            assertThat(ledger.summaries())
                    .extracting(SweepSummary::startedAt)
                    .containsExactly(Story.STARTED, Story.STARTED, null);
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
            Story unshare = Story.of("u1", Purpose.UNSHARE);
            tell(unshare.selected(A), unshare.blocked(A), unshare.completed());
            SweepLedger now = running("s2", blocked(A));

            assertThat(ledger.newlyBlocked(now)).containsExactly(A);
        }

        @Test
        void aSweepThatFailedCountsWithWhatItKnows() {
            Story failed = Story.of("s1");
            tell(failed.selected(A), failed.selected(B), failed.blocked(A), failed.failed(Reason.DEADLINE_PASSED));
            SweepLedger now = running("s2", opened(A), opened(B));

            assertThat(ledger.newlyReachable(now)).containsExactly(A);
        }

        @Test
        void aSweepThatStillRunsCountsToo() {
            sweep("s0", blocked(A));
            running("s1", opened(A));
            SweepLedger now = running("s2", blocked(A));

            assertThat(ledger.newlyBlocked(now)).containsExactly(A);
        }

        private void sweep(String sweepId, Outcome... outcomes) {
            running(sweepId, outcomes);
            tell(Story.of(sweepId).completed());
        }

        private SweepLedger running(String sweepId, Outcome... outcomes) {
            for (Outcome outcome : outcomes) {
                tell(outcome.in(Story.of(sweepId)));
            }
            return ledger.sweep(sweepId).orElseThrow();
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

    private void endedSweep(String sweepId) {
        Story sweep = Story.of(sweepId);
        tell(sweep.started(), sweep.selected(A), sweep.listed(1), sweep.blocked(A), sweep.completed());
    }

    private void tell(ShareResult... statements) {
        for (ShareResult statement : statements) {
            ledger.apply(statement, Story.STARTED);
        }
    }
}
