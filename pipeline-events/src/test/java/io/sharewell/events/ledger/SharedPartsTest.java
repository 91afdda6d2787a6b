package io.sharewell.events.ledger;

import static io.sharewell.events.ledger.Story.A;
import static io.sharewell.events.ledger.Story.B;
import static io.sharewell.events.ledger.Story.EAST;
import static io.sharewell.events.ledger.Story.WEST;
import static io.sharewell.events.ledger.Story.auditor;
import static io.sharewell.events.ledger.Story.id;
import static io.sharewell.events.ledger.Story.reviews;
import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.events.AccountId;
import io.sharewell.events.Action;
import io.sharewell.events.EventCodec;
import io.sharewell.events.EventType;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.Region;
import io.sharewell.events.ShareResult;
import io.sharewell.events.TargetOutcome;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a ledger keeps once, of statements that are each read with objects of their own. */
class SharedPartsTest {

    private static final Story FIRST = Story.of("s1");
    private static final Story SECOND = Story.of("s2");

    private final SweepLedger first = new SweepLedger("s1");
    private final SweepLedger second = new SweepLedger("s2", first);

    @Nested
    class InASweep {

        @Test
        void unitsThatAreScannedAndHaveNothingInThem() {
            read(first, FIRST.opened(A, WEST, EAST), FIRST.opened(B, WEST));
            read(first, FIRST.scanned(A, WEST), FIRST.scanned(A, EAST), FIRST.scanned(B, WEST));

            assertThat(unit(first, A, EAST))
                    .isSameAs(unit(first, A, WEST))
                    .isSameAs(unit(first, B, WEST))
                    .extracting(RegionEntry::outcome)
                    .isEqualTo(SweepReport.RegionOutcome.SCANNED);
        }

        @Test
        void unitsThatAreSkippedForTheSameReason() {
            read(first, FIRST.opened(A, WEST, EAST), FIRST.regionSkipped(A, WEST), FIRST.regionSkipped(A, EAST));

            assertThat(unit(first, A, EAST)).isSameAs(unit(first, A, WEST));
        }

        @Test
        void theNamesOfTheRegionsOfAnAccount() {
            read(first, FIRST.opened(A, WEST, EAST), FIRST.opened(B, EAST, WEST));

            assertThat(entry(first, A).units().regions())
                    .containsExactly(WEST, EAST)
                    .isSameAs(entry(first, B).units().regions());
        }

        @Test
        void theWordsOfResults() {
            TargetOutcome target = reviews(Action.NONE, "REJECTED", Reason.REFUSED);
            read(first, FIRST.result(A, WEST, "w1", target), FIRST.result(B, EAST, "w2", target));

            Finding.OfWorkload one = workload(first, A, WEST, "w1");
            Finding.OfWorkload other = workload(first, B, EAST, "w2");
            assertThat(other.workload().lenses()).isSameAs(one.workload().lenses());
            assertThat(other.targets().getFirst().sharedWith())
                    .isSameAs(one.targets().getFirst().sharedWith());
            assertThat(other.targets().getFirst().status())
                    .isSameAs(one.targets().getFirst().status());
            assertThat(other.targets().getFirst().problem())
                    .isSameAs(one.targets().getFirst().problem());
        }

        @Test
        void theIdOfAWorkloadAndItsPlan() {
            read(first, FIRST.opened(A, WEST), FIRST.scanned(A, WEST, "w1"), FIRST.result(A, WEST, "w1"));

            assertThat(workload(first, A, WEST, "w1").id())
                    .isSameAs(unit(first, A, WEST).planned().getFirst());
        }
    }

    @Nested
    class WithTheSweepBefore {

        @Test
        void unitsOfWhichItSaysTheSame() {
            read(first, told(FIRST));
            read(second, told(SECOND));

            assertThat(entry(second, A).id()).isSameAs(entry(first, A).id());
            assertThat(entry(second, A).name()).isSameAs(entry(first, A).name());
            assertThat(unit(second, A, WEST)).isSameAs(unit(first, A, WEST));
            assertThat(unit(second, A, EAST)).isSameAs(unit(first, A, EAST));
        }

        private static ShareResult[] told(Story sweep) {
            return new ShareResult[] {
                sweep.selected(A),
                sweep.opened(A, WEST, EAST),
                sweep.scanned(A, WEST, "w1", "w2"),
                sweep.scanned(A, EAST),
                sweep.result(A, WEST, "w2", reviews(Action.NONE, "ACCEPTED")),
                sweep.result(A, WEST, "w1", reviews(Action.NONE, "ACCEPTED"))
            };
        }

        @Test
        void aWorkloadThatDidNotChangeWhateverWasDoneAboutIt() {
            read(first, FIRST.result(A, WEST, "w1", reviews(Action.CREATED, "PENDING")));
            read(second, SECOND.result(A, WEST, "w1", reviews(Action.NONE, "ACCEPTED")));

            assertThat(workload(second, A, WEST, "w1").workload())
                    .isSameAs(workload(first, A, WEST, "w1").workload());
            assertThat(workload(second, A, WEST, "w1").targets())
                    .extracting(TargetOutcome::status)
                    .containsExactly("ACCEPTED");
            assertThat(workload(first, A, WEST, "w1").targets())
                    .extracting(TargetOutcome::status)
                    .containsExactly("PENDING");
        }

        @Test
        void theTargetsOfAWorkloadWithAnotherProblem() {
            TargetOutcome target = auditor(Action.NONE, "ACCEPTED");
            read(first, FIRST.result(A, WEST, "w1", target));
            read(second, SECOND.failedResult(A, WEST, "w1", Reason.WORKLOAD_IN_USE, target));

            assertThat(workload(second, A, WEST, "w1").targets())
                    .isSameAs(workload(first, A, WEST, "w1").targets());
            assertThat(workload(second, A, WEST, "w1").problem().reason()).isEqualTo(Reason.WORKLOAD_IN_USE);
        }

        @Test
        void invitations() {
            Story accept = Story.of("s1", Purpose.ACCEPT);
            read(first, accept.answered(A, WEST, "i1", Action.ACCEPTED));
            read(second, accept.answered(A, WEST, "i1", Action.NONE));

            assertThat(invitation(second).invitation())
                    .isSameAs(invitation(first).invitation());
            assertThat(invitation(second).action()).isEqualTo(Action.NONE);
        }

        private static Finding.OfInvitation invitation(SweepLedger sweep) {
            return (Finding.OfInvitation) unit(sweep, A, WEST).find(id("i1"));
        }
    }

    /** Takes each in as it comes from the topic: with objects of its own. */
    private static void read(SweepLedger sweep, ShareResult... statements) {
        for (ShareResult said : statements) {
            byte[] record = EventCodec.encode(said);
            ShareResult statement =
                    (ShareResult) EventCodec.decode(EventType.of(said).ceType(), record);
            sweep.apply(statement, Story.STARTED);
        }
    }

    private static AccountEntry entry(SweepLedger sweep, AccountId account) {
        return sweep.accounts().stream()
                .filter(it -> it.id().equals(account))
                .findFirst()
                .orElseThrow();
    }

    private static RegionEntry unit(SweepLedger sweep, AccountId account, Region region) {
        return entry(sweep, account).units().get(region);
    }

    private static Finding.OfWorkload workload(SweepLedger sweep, AccountId account, Region region, String name) {
        return (Finding.OfWorkload) unit(sweep, account, region).find(id(name));
    }
}
