package io.sharewell.app.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.app.view.ASmallSweep;
import io.sharewell.app.view.ASweep;
import io.sharewell.app.view.StatusReport;
import io.sharewell.events.AccountDiscovered.Cause;
import io.sharewell.events.AccountId;
import io.sharewell.events.Envelope;
import io.sharewell.events.Mode;
import io.sharewell.events.Problem;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.Selection;
import io.sharewell.events.ShareResult;
import io.sharewell.events.ShareResult.AccountSelected;
import io.sharewell.events.ShareResult.SweepCompleted;
import io.sharewell.events.ShareResult.SweepFailed;
import io.sharewell.events.ShareResult.SweepStarted;
import io.sharewell.events.ledger.SweepLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeenSweepsTest {

    private static final Instant FIRST_DAY = Instant.parse("2026-11-01T10:00:00Z");
    private static final ShareResult.Totals NONE = new SweepLedger("none").totals();

    private final SeenSweeps sweeps = SeenSweeps.newest();

    @Test
    void theNewestIsTheOneThatBeganLastInWhateverOrderPartitionsAreRead() {
        started("day-3", 3);
        started("day-1", 1);
        completed("day-1", 1);
        started("day-2", 2);

        assertThat(sweeps.newestFirst()).extracting(SeenSweep::sweepId).containsExactly("day-3", "day-2", "day-1");
        assertThat(sweeps.latest()).map(SeenSweep::sweepId).contains("day-3");
    }

    @Test
    void onlyWhatRunsAndTheNewestOfThoseThatEndedAreKeptWhole() {
        for (int day = 1; day <= 5; day++) {
            started("day-" + day, day);
        }
        completed("day-1", 1);
        completed("day-3", 3);
        completed("day-2", 2);
        failed("day-4", 4);

        assertThat(sweeps.newestFirst())
                .filteredOn(sweep -> sweep.whole().isPresent())
                .extracting(SeenSweep::sweepId)
                .containsExactly("day-5", "day-4", "day-3");
    }

    @Test
    void whatIsSaidOfASweepAfterItsEndWasReadStillCounts() {
        completed("day-1", 1);
        say(new AccountSelected(envelope("day-1"), AccountId.of("111122223333"), "shop", "Root"), 1);

        assertThat(sweeps.sweep("day-1")
                        .flatMap(SeenSweep::whole)
                        .orElseThrow()
                        .report()
                        .accountResults())
                .hasSize(1);
    }

    @Test
    void theOneAskedForIsKeptWholeHoweverOld() {
        SeenSweeps only = SeenSweeps.only("day-1");
        for (int day = 1; day <= 5; day++) {
            only.accept(end("day-" + day, day), FIRST_DAY);
        }

        assertThat(only.newestFirst())
                .filteredOn(sweep -> sweep.whole().isPresent())
                .extracting(SeenSweep::sweepId)
                .containsExactly("day-1");
    }

    @Test
    void theStatusNamesNewlyBlockedAccounts() {
        ASmallSweep.of("sweep-1").statements().forEach(statement -> sweeps.accept(statement, ASweep.ENDED));

        StatusReport status = Status.of(sweeps, ASweep.ENDED.plus(Duration.ofHours(3)));

        assertThat(status.running()).isEmpty();
        assertThat(status.lastComplete())
                .isEqualTo(new StatusReport.Complete(
                        "sweep-1",
                        ASweep.ENDED,
                        10_800,
                        3,
                        List.of(new StatusReport.Account(
                                ASmallSweep.LAKE, "data-lake", "Root/Workloads/Prod", Reason.ROLE_NOT_ASSUMABLE)),
                        List.of()));
    }

    @Test
    void theStatusOfAnEmptyTopicIsEmpty() {
        assertThat(Status.of(sweeps, FIRST_DAY)).isEqualTo(new StatusReport(FIRST_DAY, List.of(), List.of(), null));
    }

    private void started(String sweepId, int day) {
        say(new SweepStarted(envelope(sweepId), at(day), Cause.SCHEDULE, Selection.everything()), day);
    }

    private void completed(String sweepId, int day) {
        say(end(sweepId, day), day);
    }

    private void failed(String sweepId, int day) {
        say(
                new SweepFailed(
                        envelope(sweepId), at(day), at(day), Problem.of(Reason.DEADLINE_PASSED), NONE, List.of()),
                day);
    }

    private void say(ShareResult statement, int day) {
        sweeps.accept(statement, at(day));
    }

    private static ShareResult end(String sweepId, int day) {
        return new SweepCompleted(envelope(sweepId), at(day), at(day), NONE, List.of(), List.of());
    }

    private static Envelope envelope(String sweepId) {
        return Envelope.of(sweepId, Purpose.SHARE, Mode.APPLY);
    }

    private static Instant at(int day) {
        return FIRST_DAY.plus(Duration.ofDays(day));
    }
}
