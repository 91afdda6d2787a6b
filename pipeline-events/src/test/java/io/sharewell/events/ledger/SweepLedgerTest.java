package io.sharewell.events.ledger;

import static io.sharewell.events.ledger.Story.A;
import static io.sharewell.events.ledger.Story.B;
import static io.sharewell.events.ledger.Story.C;
import static io.sharewell.events.ledger.Story.EAST;
import static io.sharewell.events.ledger.Story.WEST;
import static io.sharewell.events.ledger.Story.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.events.AccountDiscovered;
import io.sharewell.events.Problem;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.Selection;
import io.sharewell.events.ShareResult;
import io.sharewell.events.ShareResult.Totals;
import io.sharewell.events.ledger.SweepLedger.Reachability;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SweepLedgerTest {

    private final Story sweep = Story.of("s1");
    private final Story replay = sweep.replay("r1");
    private final SweepLedger ledger = new SweepLedger("s1");

    @Nested
    class IsComplete {

        @Test
        void whenAllAccountsAreListedAndEverythingHasItsOutcome() {
            tell(
                    sweep.started(),
                    sweep.selected(A),
                    sweep.selected(B),
                    sweep.skipped(C),
                    sweep.listed(2),
                    sweep.blocked(B),
                    sweep.opened(A, WEST, EAST),
                    sweep.scanned(A, WEST, "w1", "w2"),
                    sweep.regionSkipped(A, EAST),
                    sweep.result(A, WEST, "w1"));
            assertThat(ledger.everythingHasAnOutcome()).isFalse();

            tell(sweep.result(A, WEST, "w2"));

            assertThat(ledger.everythingHasAnOutcome()).isTrue();
            assertThat(ledger.open()).isZero();
            assertThat(ledger.openSubjects(10)).isEmpty();
        }

        @Test
        void notBeforeTheListingIsOver() {
            tell(sweep.selected(A), sweep.blocked(A));

            assertThat(ledger.listed()).isFalse();
            assertThat(ledger.everythingHasAnOutcome()).isFalse();
        }

        @Test
        void notBeforeAllAnnouncedAccountsWereRead() {
            tell(sweep.listed(2), sweep.selected(A), sweep.blocked(A));

            assertThat(ledger.everythingHasAnOutcome())
                    .as("the partition of B's key lies behind")
                    .isFalse();
        }

        @Test
        void byIdsAndNotByCounts() {
            tell(sweep.listed(2), sweep.selected(A), sweep.selected(A), sweep.blocked(A), sweep.blocked(A));
            assertThat(ledger.everythingHasAnOutcome()).isFalse();

            tell(sweep.selected(B), sweep.opened(B, WEST), sweep.scanned(B, WEST, "w1", "w2"));
            tell(sweep.result(B, WEST, "w1"), sweep.result(B, WEST, "w1"));
            assertThat(ledger.everythingHasAnOutcome()).isFalse();
            assertThat(ledger.openSubjects(10)).containsExactly(B + "/" + WEST + "/" + id("w2"));

            tell(sweep.result(B, WEST, "w3"));
            assertThat(ledger.everythingHasAnOutcome()).isFalse();

            tell(sweep.result(B, WEST, "w2"));
            assertThat(ledger.everythingHasAnOutcome()).isTrue();
        }

        @Test
        void withAnAccountThatHasNoUnits() {
            tell(sweep.listed(1), sweep.selected(A), sweep.opened(A));

            assertThat(ledger.everythingHasAnOutcome()).isTrue();
        }

        @Test
        void withInvitationsAsWithWorkloads() {
            Story accept = Story.of("s1", Purpose.ACCEPT);
            tell(accept.listed(1), accept.selected(A), accept.opened(A, WEST), accept.scanned(A, WEST, "i1"));
            assertThat(ledger.open()).isEqualTo(1);

            tell(accept.unanswered(A, WEST, "i1", Reason.NOT_A_MEMBER));

            assertThat(ledger.everythingHasAnOutcome()).isTrue();
        }

        @Test
        void evenIfAskedForMoreAccountsThanWereSelectedBefore() {
            // Resumed after a crash: an account of the first listing has left the organization
            tell(sweep.selected(A), sweep.selected(B), sweep.blocked(A), sweep.blocked(B), sweep.listed(1));

            assertThat(ledger.everythingHasAnOutcome()).isTrue();
        }
    }

    @Nested
    class Open {

        @Test
        void isFirstTheAccountThenItsUnitsThenTheirWorkloads() {
            tell(sweep.selected(A));
            assertThat(ledger.open()).isEqualTo(1);
            assertThat(ledger.openSubjects(10)).containsExactly(A.value());

            tell(sweep.opened(A, WEST, EAST));
            assertThat(ledger.open()).isEqualTo(2);
            assertThat(ledger.openSubjects(10)).containsExactly(A + "/" + WEST, A + "/" + EAST);

            tell(sweep.scanned(A, WEST, "w2", "w1"), sweep.regionFailed(A, EAST));
            assertThat(ledger.open()).isEqualTo(2);
            assertThat(ledger.openSubjects(10))
                    .containsExactly(A + "/" + WEST + "/" + id("w1"), A + "/" + WEST + "/" + id("w2"));
        }

        @Test
        void subjectsAreAtMostAsManyAsAsked() {
            tell(sweep.selected(A), sweep.selected(B), sweep.selected(C));

            assertThat(ledger.openSubjects(2)).containsExactly(A.value(), B.value());
        }

        @Test
        void anAccountIsUntilItIsOpenedOrBlocked() {
            tell(sweep.selected(A), sweep.selected(B), sweep.selected(C));
            tell(sweep.opened(A, WEST), sweep.blocked(B));

            assertThat(ledger.isOpen(A)).isFalse();
            assertThat(ledger.isOpen(B)).isFalse();
            assertThat(ledger.isOpen(C)).isTrue();
        }

        @Test
        void isAnAccountThatTheSweepDoesNotKnowOrHasSkipped() {
            tell(sweep.skipped(A));

            assertThat(ledger.isOpen(A))
                    .as("who selects it now has still to process it")
                    .isTrue();
            assertThat(ledger.isOpen(B)).isTrue();
        }
    }

    @Nested
    class OfAnAccount {

        @Test
        void openedOutranksALaterBlocked() {
            tell(sweep.selected(A), sweep.opened(A, WEST), sweep.blocked(A));

            assertThat(ledger.reachability()).containsEntry(A, Reachability.OPENED);
            assertThat(ledger.openSubjects(10)).containsExactly(A + "/" + WEST);
            assertThat(ledger.report().problems()).isEmpty();
        }

        @Test
        void openedOutranksAnEarlierBlocked() {
            tell(sweep.selected(A), sweep.blocked(A), sweep.opened(A, WEST));

            assertThat(ledger.reachability()).containsEntry(A, Reachability.OPENED);
            assertThat(ledger.open()).isEqualTo(1);
            assertThat(ledger.account(A).orElseThrow().reason()).isNull();
            assertThat(ledger.report().problems()).isEmpty();
        }

        @Test
        void openedOutranksBlockedInAReplayToo() {
            tell(sweep.selected(A), sweep.opened(A, WEST), replay.blocked(A));

            assertThat(ledger.reachability()).containsEntry(A, Reachability.OPENED);
        }

        @Test
        void theLatestBlockTellsWhy() {
            tell(sweep.selected(A), sweep.blocked(A));
            tell(new ShareResult.AccountBlocked(sweep.envelope(), A, Problem.of(Reason.RETRIES_EXHAUSTED)));

            assertThat(ledger.account(A).orElseThrow().reason()).isEqualTo(Reason.RETRIES_EXHAUSTED);
            assertThat(ledger.report().problems()).hasSize(1);
        }

        @Test
        void unitsOfSeveralOpeningsAddUp() {
            tell(sweep.selected(A), sweep.opened(A, WEST), sweep.opened(A, EAST), sweep.opened(A, WEST));

            assertThat(ledger.openSubjects(10)).containsExactly(A + "/" + WEST, A + "/" + EAST);
            assertThat(ledger.totals().units().total()).isEqualTo(2);
        }

        @Test
        void skippedIsNoProblemAndNotSelected() {
            tell(sweep.skipped(A), sweep.listed(0));

            assertThat(ledger.totals().accounts()).isEqualTo(new Totals.Accounts(0, 0, 0, 1));
            assertThat(ledger.report().problems()).isEmpty();
            assertThat(ledger.everythingHasAnOutcome()).isTrue();
            assertThat(ledger.account(A).orElseThrow())
                    .extracting("accountName", "outcome", "reason", "detail")
                    .containsExactly(
                            "name of " + A, SweepReport.AccountOutcome.SKIPPED, Reason.NOT_ACTIVE, "SUSPENDED");
        }

        @Test
        void theListingOfAResumedSweepCountsWhenItSelectsWhatWasSkipped() {
            tell(sweep.skipped(A), sweep.selected(A), sweep.listed(1));

            assertThat(ledger.everythingHasAnOutcome()).isFalse();
            assertThat(ledger.openSubjects(10)).containsExactly(A.value());
            assertThat(ledger.totals().accounts()).isEqualTo(new Totals.Accounts(1, 0, 0, 0));
            assertThat(ledger.account(A).orElseThrow().reason()).isNull();
        }

        @Test
        void theListingOfAResumedSweepCountsWhenItSkipsWhatWasSelected() {
            tell(sweep.selected(A), sweep.skipped(A), sweep.listed(0));

            assertThat(ledger.everythingHasAnOutcome()).isTrue();
            assertThat(ledger.totals().accounts()).isEqualTo(new Totals.Accounts(0, 0, 0, 1));
        }

        @Test
        void whoHasAnOutcomeStaysInTheSweepWhateverALaterListingSays() {
            tell(sweep.selected(A), sweep.opened(A, WEST), sweep.skipped(A));
            tell(sweep.selected(B), sweep.blocked(B), sweep.skipped(B));

            assertThat(ledger.totals().accounts()).isEqualTo(new Totals.Accounts(2, 1, 1, 0));
            assertThat(ledger.openSubjects(10)).containsExactly(A + "/" + WEST);
        }

        @Test
        void whoIsOpenedOrBlockedWasSelectedWhateverTheListingSaid() {
            tell(sweep.selected(A), sweep.skipped(A), sweep.opened(A), sweep.skipped(B), sweep.blocked(B));

            assertThat(ledger.totals().accounts()).isEqualTo(new Totals.Accounts(2, 1, 1, 0));
            assertThat(ledger.account(A).orElseThrow().reason()).isNull();
        }
    }

    @Nested
    class AsAWhole {

        @Test
        void isWhatItsFirstStatementSays() {
            tell(sweep.selected(A), replay.selected(A));

            assertThat(ledger.sweepId()).isEqualTo("s1");
            assertThat(ledger.envelope()).isEqualTo(sweep.envelope());
        }

        @Test
        void hasNoEnvelopeBeforeAnyStatement() {
            assertThat(ledger.envelope()).isNull();
            assertThat(ledger.lastStatementAt()).isEqualTo(Instant.EPOCH);
            assertThat(ledger.report().purpose()).isNull();
        }

        @Test
        void keepsItsFirstStartWhenItIsResumed() {
            ShareResult.SweepStarted again = new ShareResult.SweepStarted(
                    sweep.envelope(), Story.ENDED, AccountDiscovered.Cause.REQUEST, Selection.everything());

            tell(sweep.started(), again);

            assertThat(ledger.started()).contains(sweep.started());
        }

        @Test
        void remembersWhenTheNewestStatementWasMade() {
            Instant noon = Instant.parse("2026-11-21T12:00:00Z");
            ledger.apply(sweep.selected(A), noon);
            ledger.apply(sweep.blocked(A), noon.minusSeconds(5));

            assertThat(ledger.lastStatementAt()).isEqualTo(noon);
        }

        @Test
        void endsWhenDiscoverySaysSo() {
            assertThat(ledger.ended()).isFalse();

            tell(sweep.completed());

            assertThat(ledger.ended()).isTrue();
            assertThat(ledger.end()).contains(sweep.completed());
            assertThat(ledger.failure()).isEmpty();
        }

        @Test
        void tellsWhyItFailed() {
            tell(sweep.failed(Reason.DEADLINE_PASSED));

            assertThat(ledger.ended()).isTrue();
            assertThat(ledger.failure().orElseThrow().reason()).isEqualTo(Reason.DEADLINE_PASSED);
        }

        @Test
        void takesInWhatIsSaidAfterItsEnd() {
            tell(sweep.selected(A), sweep.failed(Reason.DEADLINE_PASSED), sweep.blocked(A));

            assertThat(ledger.reachability()).containsEntry(A, Reachability.BLOCKED);
            assertThat(ledger.open()).isZero();
        }

        @Test
        void knowsNothingOfAnAccountItWasNotToldOf() {
            assertThat(ledger.account(A)).isEmpty();
            assertThat(ledger.results(A)).isEmpty();
        }
    }

    private void tell(ShareResult... statements) {
        for (ShareResult statement : statements) {
            ledger.apply(statement, Story.STARTED);
        }
    }
}
