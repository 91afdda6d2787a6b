package io.sharewell.events.ledger;

import static io.sharewell.events.ledger.Story.A;
import static io.sharewell.events.ledger.Story.WEST;
import static io.sharewell.events.ledger.Story.auditor;
import static io.sharewell.events.ledger.Story.id;
import static io.sharewell.events.ledger.Story.reviews;
import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.events.Action;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.ShareResult;
import io.sharewell.events.ledger.SweepReport.RegionOutcome;
import io.sharewell.events.ledger.SweepReport.RegionResult;
import io.sharewell.events.ledger.SweepReport.Result;
import io.sharewell.events.ledger.SweepReport.Target;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What several statements about one unit and its workloads amount to. */
class UnitOutcomeTest {

    private final Story sweep = Story.of("s1");
    private final Story replay = sweep.replay("r1");
    private final Story secondReplay = sweep.replay("r2");
    private final SweepLedger ledger = new SweepLedger("s1");

    @BeforeEach
    void anAccountWithOneUnit() {
        tell(sweep.listed(1), sweep.selected(A), sweep.opened(A, WEST));
    }

    @Nested
    class Scan {

        @Test
        void outranksAnEarlierFailure() {
            tell(sweep.regionFailed(A, WEST), sweep.scanned(A, WEST, "w1"));

            assertThat(unit()).isEqualTo(new RegionResult(RegionOutcome.SCANNED, null, 1));
            assertThat(ledger.report().problems()).isEmpty();
            assertThat(ledger.open()).isEqualTo(1);
        }

        @Test
        void outranksALaterFailureOfTheSameRound() {
            tell(sweep.scanned(A, WEST, "w1"), sweep.regionFailed(A, WEST));

            assertThat(unit()).isEqualTo(new RegionResult(RegionOutcome.SCANNED, null, 1));
            assertThat(ledger.open()).isEqualTo(1);
        }

        @Test
        void outranksALaterSkipOfTheSameRound() {
            tell(sweep.scanned(A, WEST, "w1"), sweep.regionSkipped(A, WEST));

            assertThat(unit().outcome()).isEqualTo(RegionOutcome.SCANNED);
        }

        @Test
        void doesNotOutrankTheFailureOfALaterReplay() {
            tell(sweep.scanned(A, WEST, "w1", "w2"), sweep.result(A, WEST, "w1"), replay.regionFailed(A, WEST));

            assertThat(unit().outcome()).isEqualTo(RegionOutcome.FAILED);
            assertThat(unit().reason()).isEqualTo(Reason.DENIED);
            assertThat(ledger.open()).as("the plan fell with the scan").isZero();
            assertThat(ledger.everythingHasAnOutcome()).isTrue();
        }

        @Test
        void ofAReplayOutranksTheLateFailureOfAnEarlierRoundThatWasScanned() {
            tell(sweep.scanned(A, WEST, "w1"), replay.scanned(A, WEST, "w1"), sweep.regionFailed(A, WEST));

            assertThat(unit().outcome()).isEqualTo(RegionOutcome.SCANNED);
        }

        @Test
        void isNotUndoneByALateFailureOfItsRoundWhenAReplayFailed() {
            tell(sweep.scanned(A, WEST, "w1"), replay.regionSkipped(A, WEST), sweep.regionFailed(A, WEST));

            assertThat(unit())
                    .extracting(RegionResult::outcome, RegionResult::reason)
                    .containsExactly(RegionOutcome.SKIPPED, Reason.REGION_NOT_ENABLED);
        }

        @Test
        void outranksFailuresOfAllItsReplaysThatWereScanned() {
            tell(
                    sweep.scanned(A, WEST),
                    replay.scanned(A, WEST),
                    secondReplay.scanned(A, WEST),
                    sweep.regionFailed(A, WEST),
                    replay.regionFailed(A, WEST),
                    secondReplay.regionFailed(A, WEST));

            assertThat(unit().outcome()).isEqualTo(RegionOutcome.SCANNED);
        }

        @Test
        void afterAFailedReplayCountsAgain() {
            tell(sweep.scanned(A, WEST, "w1"), replay.regionFailed(A, WEST), secondReplay.scanned(A, WEST, "w2"));

            assertThat(unit()).isEqualTo(new RegionResult(RegionOutcome.SCANNED, null, 1));
            assertThat(ledger.openSubjects(10)).containsExactly(A + "/" + WEST + "/" + id("w2"));
        }

        @Test
        void thatIsTheLatestIsThePlan() {
            tell(sweep.scanned(A, WEST, "w1", "w2"), sweep.result(A, WEST, "w1"), sweep.scanned(A, WEST, "w1", "w3"));

            assertThat(ledger.openSubjects(10)).containsExactly(A + "/" + WEST + "/" + id("w3"));
            assertThat(ledger.open()).isEqualTo(1);
            assertThat(ledger.totals().workloads()).isEqualTo(2);
        }

        @Test
        void leavesOutResultsOfWorkloadsThatItNoLongerFound() {
            tell(
                    sweep.scanned(A, WEST, "w1", "w2"),
                    sweep.result(A, WEST, "w1", reviews(Action.CREATED, "PENDING")),
                    sweep.result(A, WEST, "w2", reviews(Action.CREATED, "PENDING")),
                    replay.scanned(A, WEST, "w2"));

            assertThat(ledger.results(A)).extracting(Result::workloadName).containsExactly("Workload w2");
            assertThat(ledger.totals().actions()).containsEntry("CREATED", 1);
            assertThat(ledger.everythingHasAnOutcome()).isTrue();
        }

        @Test
        void mayComeAfterTheResultsOfItsWorkloads() {
            tell(sweep.result(A, WEST, "w1"), sweep.result(A, WEST, "w2"));
            assertThat(ledger.open()).as("the scan itself").isEqualTo(1);
            assertThat(unit()).isEqualTo(new RegionResult(RegionOutcome.OPEN, null, 2));

            tell(sweep.scanned(A, WEST, "w1", "w2", "w3"));

            assertThat(ledger.openSubjects(10)).containsExactly(A + "/" + WEST + "/" + id("w3"));
        }

        @Test
        void ofNothingIsComplete() {
            tell(sweep.scanned(A, WEST));

            assertThat(ledger.everythingHasAnOutcome()).isTrue();
            assertThat(unit()).isEqualTo(new RegionResult(RegionOutcome.SCANNED, null, 0));
        }

        @Test
        void mayBeReadBeforeItsAccountIsOpened() {
            SweepLedger early = new SweepLedger("s1");
            early.apply(sweep.selected(A), Story.STARTED);
            early.apply(sweep.scanned(A, WEST, "w1"), Story.STARTED);
            assertThat(early.open()).as("the account").isEqualTo(1);

            early.apply(sweep.opened(A, WEST), Story.STARTED);

            assertThat(early.openSubjects(10)).containsExactly(A + "/" + WEST + "/" + id("w1"));
            assertThat(early.open()).isEqualTo(1);
        }
    }

    @Nested
    class WithoutAScan {

        @Test
        void theLatestOfFailedAndSkippedCounts() {
            tell(sweep.regionFailed(A, WEST), sweep.regionSkipped(A, WEST));
            assertThat(unit().outcome()).isEqualTo(RegionOutcome.SKIPPED);

            tell(sweep.regionFailed(A, WEST));
            assertThat(unit().outcome()).isEqualTo(RegionOutcome.FAILED);
        }

        @Test
        void aFailedUnitIsAProblemAndASkippedOneIsNone() {
            tell(sweep.regionSkipped(A, WEST));
            assertThat(ledger.report().problems()).isEmpty();
            assertThat(ledger.totals().problems()).isZero();

            tell(sweep.regionFailed(A, WEST));
            assertThat(ledger.report().problems()).hasSize(1);
            assertThat(ledger.totals().problems()).isEqualTo(1);
        }

        @Test
        void resultsOfAUnitThatIsNotOfTheAccountDoNotCount() {
            tell(sweep.scanned(A, WEST), sweep.scanned(A, Story.EAST, "w9"));

            assertThat(ledger.everythingHasAnOutcome()).isTrue();
            assertThat(ledger.totals().units().total()).isEqualTo(1);
            assertThat(ledger.totals().workloads()).isZero();
        }

        @Test
        void whatWasDoneBeforeAReplayFailedIsStillTold() {
            tell(
                    sweep.scanned(A, WEST, "w1"),
                    sweep.result(A, WEST, "w1", reviews(Action.CREATED, "PENDING")),
                    replay.regionFailed(A, WEST));

            assertThat(ledger.totals().actions()).containsEntry("CREATED", 1);
            assertThat(ledger.totals().workloads()).isEqualTo(1);
            assertThat(ledger.results(A)).hasSize(1);
        }
    }

    @Nested
    class Results {

        @BeforeEach
        void anOwnedWorkload() {
            tell(sweep.scanned(A, WEST, "w1"));
        }

        @Test
        void ofASecondRunKeepTheActionAndTellTheLatestStatus() {
            tell(
                    sweep.result(A, WEST, "w1", reviews(Action.CREATED, "PENDING")),
                    sweep.result(A, WEST, "w1", reviews(Action.NONE, "ACCEPTED")));

            assertThat(target().action()).isEqualTo(Action.CREATED);
            assertThat(target().status()).isEqualTo("ACCEPTED");
            assertThat(ledger.totals().actions()).containsOnlyKeys("CREATED");
            assertThat(ledger.totals().statuses()).containsOnlyKeys("ACCEPTED");
        }

        @Test
        void ofADeletionAndACreationAreARenewal() {
            tell(
                    sweep.result(A, WEST, "w1", reviews(Action.DELETED, null, Reason.SHARE_FAILED)),
                    sweep.result(A, WEST, "w1", reviews(Action.CREATED, "PENDING")));

            assertThat(target())
                    .extracting(Target::action, Target::status, Target::problem)
                    .containsExactly(Action.RENEWED, "PENDING", null);
        }

        @Test
        void ofAReplayAccumulateToo() {
            tell(
                    sweep.result(A, WEST, "w1", reviews(Action.RENEWED, "PENDING")),
                    replay.scanned(A, WEST, "w1"),
                    replay.result(A, WEST, "w1", reviews(Action.NONE, "PENDING")));

            assertThat(target().action()).isEqualTo(Action.RENEWED);
        }

        @Test
        void ofAnotherSweepDoNotAccumulate() {
            Ledger all = new Ledger();
            Story next = Story.of("s2");
            List.of(sweep.selected(A), sweep.opened(A, WEST), sweep.scanned(A, WEST, "w1"))
                    .forEach(it -> all.apply(it, Story.STARTED));
            all.apply(sweep.result(A, WEST, "w1", reviews(Action.CREATED, "PENDING")), Story.STARTED);
            List.of(next.selected(A), next.opened(A, WEST), next.scanned(A, WEST, "w1"))
                    .forEach(it -> all.apply(it, Story.STARTED));
            all.apply(next.result(A, WEST, "w1", reviews(Action.NONE, "PENDING")), Story.STARTED);

            assertThat(all.sweep("s2").orElseThrow().totals().actions()).containsOnlyKeys("NONE");
            assertThat(all.sweep("s1").orElseThrow().totals().actions()).containsOnlyKeys("CREATED");
        }

        @Test
        void accumulateForEachTargetApart() {
            tell(
                    sweep.result(A, WEST, "w1", reviews(Action.CREATED, "PENDING"), auditor(Action.NONE, "ACCEPTED")),
                    sweep.result(A, WEST, "w1", reviews(Action.NONE, "PENDING"), auditor(Action.UPDATED, "ACCEPTED")));

            assertThat(ledger.results(A).getFirst().targets())
                    .extracting(Target::action)
                    .containsExactly(Action.CREATED, Action.UPDATED);
        }

        @Test
        void takeTheProblemOfTheLatest() {
            tell(
                    sweep.result(A, WEST, "w1", reviews(Action.NONE, null, Reason.DENIED)),
                    sweep.result(A, WEST, "w1", reviews(Action.CREATED, "PENDING")));
            assertThat(ledger.report().problems()).isEmpty();

            tell(sweep.result(A, WEST, "w1", reviews(Action.NONE, "REJECTED", Reason.REFUSED)));
            assertThat(ledger.report().problems())
                    .extracting(SweepReport.ReportedProblem::reason)
                    .containsExactly(Reason.REFUSED);
        }

        @Test
        void thatFailAsAWholeLeaveWhatWasDoneToTargetsStanding() {
            tell(
                    sweep.result(
                            A, WEST, "w1", reviews(Action.CREATED, "PENDING"), auditor(Action.UPDATED, "ACCEPTED")),
                    replay.failedResult(A, WEST, "w1", Reason.RETRIES_EXHAUSTED, auditor(Action.NONE, "ACCEPTED")));

            assertThat(ledger.results(A).getFirst().problem()).isEqualTo(Reason.RETRIES_EXHAUSTED);
            assertThat(ledger.totals().actions()).containsEntry("CREATED", 1).containsEntry("UPDATED", 1);
            assertThat(ledger.totals().problems()).isEqualTo(1);
        }

        @Test
        void thatAreWholeNameTheirTargetsAndNoOthers() {
            tell(
                    sweep.result(A, WEST, "w1", reviews(Action.NONE, "PENDING"), auditor(Action.NONE, "ACCEPTED")),
                    replay.result(A, WEST, "w1", reviews(Action.NONE, "PENDING")));

            assertThat(ledger.results(A).getFirst().targets())
                    .extracting(Target::sharedWith)
                    .containsExactly(Story.REVIEWS.value());
        }

        @Test
        void thatFailedAreHealedByALaterWholeOne() {
            tell(
                    sweep.failedResult(A, WEST, "w1", Reason.RETRIES_EXHAUSTED),
                    replay.result(A, WEST, "w1", reviews(Action.CREATED, "PENDING")));

            assertThat(ledger.report().problems()).isEmpty();
            assertThat(ledger.results(A).getFirst().problem()).isNull();
        }

        @Test
        void ofAWorkloadThatIsGoneAreNoProblem() {
            tell(sweep.failedResult(A, WEST, "w1", Reason.WORKLOAD_GONE));

            assertThat(ledger.everythingHasAnOutcome()).isTrue();
            assertThat(ledger.report().problems()).isEmpty();
            assertThat(ledger.totals().problems()).isZero();
            assertThat(ledger.results(A).getFirst().problem()).isEqualTo(Reason.WORKLOAD_GONE);
        }
    }

    @Nested
    class Invitations {

        private final Story accept = Story.of("s1", Purpose.ACCEPT);

        @BeforeEach
        void anInvitation() {
            tell(accept.scanned(A, WEST, "i1"));
        }

        @Test
        void thatWereAcceptedStayAccepted() {
            tell(accept.answered(A, WEST, "i1", Action.ACCEPTED), accept.answered(A, WEST, "i1", Action.NONE));

            assertThat(ledger.totals().actions()).containsOnlyKeys("ACCEPTED");
            assertThat(ledger.report().invitations())
                    .extracting(SweepReport.InvitationEntry::action)
                    .containsExactly(Action.ACCEPTED);
        }

        @Test
        void thatWereAcceptedCountThoughALaterScanCannotFindThem() {
            tell(accept.answered(A, WEST, "i1", Action.ACCEPTED), accept.scanned(A, WEST, "i2"));

            assertThat(ledger.totals().actions()).isEqualTo(Map.of("ACCEPTED", 1));
            assertThat(ledger.report().invitations()).hasSize(1);
            assertThat(unit()).isEqualTo(new RegionResult(RegionOutcome.SCANNED, null, 2));
            assertThat(ledger.openSubjects(10)).containsExactly(A + "/" + WEST + "/" + id("i2"));
        }

        @Test
        void thatWereAcceptedCountThoughTheScanThatCannotFindThemIsToldBefore() {
            tell(accept.scanned(A, WEST), accept.answered(A, WEST, "i1", Action.ACCEPTED));

            assertThat(ledger.totals().actions()).isEqualTo(Map.of("ACCEPTED", 1));
            assertThat(ledger.totals().workloads()).isEqualTo(1);
            assertThat(ledger.report().invitations()).hasSize(1);
            assertThat(ledger.everythingHasAnOutcome()).isTrue();
        }

        @Test
        void thatWereLeftAloneDoNotCountOnceALaterScanNoLongerFindsThem() {
            tell(accept.unanswered(A, WEST, "i1", Reason.NOT_A_MEMBER), accept.scanned(A, WEST));

            assertThat(ledger.report().invitations()).isEmpty();
            assertThat(ledger.totals().problems()).isZero();
        }

        @Test
        void thatAreLeftAloneAreAProblemUnlessTheyAreGone() {
            tell(accept.unanswered(A, WEST, "i1", Reason.NOT_A_MEMBER));
            assertThat(ledger.report().problems()).hasSize(1);
            assertThat(ledger.totals().problems()).isEqualTo(1);

            tell(accept.unanswered(A, WEST, "i1", Reason.INVITATION_GONE));
            assertThat(ledger.report().problems()).isEmpty();
            assertThat(ledger.totals().problems()).isZero();
        }
    }

    private RegionResult unit() {
        return ledger.account(A).orElseThrow().regions().get(WEST.value());
    }

    private Target target() {
        return ledger.results(A).getFirst().targets().getFirst();
    }

    private void tell(ShareResult... statements) {
        for (ShareResult statement : statements) {
            ledger.apply(statement, Story.STARTED);
        }
    }
}
