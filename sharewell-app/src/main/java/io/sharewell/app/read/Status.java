package io.sharewell.app.read;

import io.sharewell.app.view.ProgressSnapshot;
import io.sharewell.app.view.StatusReport;
import io.sharewell.app.view.StatusReport.Account;
import io.sharewell.app.view.StatusReport.Complete;
import io.sharewell.app.view.StatusReport.Running;
import io.sharewell.app.view.StatusReport.Sweep;
import io.sharewell.events.AccountId;
import io.sharewell.events.ShareResult.SweepCompleted;
import io.sharewell.events.ShareResult.SweepFailed;
import io.sharewell.events.ledger.SweepLedger;
import io.sharewell.events.ledger.SweepReport.AccountResult;
import io.sharewell.events.ledger.SweepSummary.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes the status report from the sweeps that were seen. */
final class Status {

    private Status() {}

    static StatusReport of(SeenSweeps sweeps, Instant at) {
        return new StatusReport(
                at,
                sweeps.newestFirst().stream().map(Status::line).toList(),
                sweeps.newestFirst().stream()
                        .filter(sweep -> !sweep.hasEnded())
                        .map(sweep -> running(sweep, at))
                        .toList(),
                sweeps.lastCompleted()
                        .flatMap(sweep -> sweep.completed().map(end -> complete(sweep, end, at)))
                        .orElse(null));
    }

    private static Sweep line(SeenSweep sweep) {
        Optional<SweepCompleted> completed = sweep.completed();
        Optional<SweepFailed> failed = sweep.failed();
        return new Sweep(
                sweep.sweepId(),
                sweep.envelope().purpose(),
                sweep.envelope().mode(),
                sweep.startedAt(),
                completed
                        .map(SweepCompleted::endedAt)
                        .or(() -> failed.map(SweepFailed::endedAt))
                        .orElse(null),
                stateOf(sweep),
                failed.map(end -> end.problem().reason()).orElse(null),
                completed
                        .map(SweepCompleted::totals)
                        .or(() -> failed.map(SweepFailed::totals))
                        .orElseGet(() -> ledger(sweep).totals()));
    }

    private static State stateOf(SeenSweep sweep) {
        if (!sweep.hasEnded()) {
            return State.RUNNING;
        }
        return sweep.completed().isPresent() ? State.COMPLETED : State.FAILED;
    }

    private static Running running(SeenSweep sweep, Instant at) {
        ProgressSnapshot progress = ProgressSnapshot.of(ledger(sweep), Duration.between(sweep.startedAt(), at));
        return new Running(
                sweep.sweepId(),
                sweep.startedAt(),
                sweep.lastStatementAt(),
                progress.accounts(),
                progress.units(),
                progress.workloads(),
                progress.problems());
    }

    private static Complete complete(SeenSweep sweep, SweepCompleted end, Instant at) {
        return new Complete(
                sweep.sweepId(),
                end.endedAt(),
                Duration.between(end.endedAt(), at).toSeconds(),
                end.totals().problems(),
                accounts(sweep, end.newlyBlocked()),
                accounts(sweep, end.newlyReachable()));
    }

    private static List<Account> accounts(SeenSweep sweep, List<AccountId> ids) {
        return ids.stream()
                .map(id -> sweep.whole()
                        .flatMap(whole -> whole.account(id))
                        .map(Status::account)
                        .orElse(new Account(id.value(), null, null, null)))
                .toList();
    }

    private static Account account(AccountResult account) {
        return new Account(account.accountId(), account.accountName(), account.ouPath(), account.reason());
    }

    /** Of what runs, all is kept. */
    private static SweepLedger ledger(SeenSweep sweep) {
        return sweep.whole().orElseThrow();
    }
}
