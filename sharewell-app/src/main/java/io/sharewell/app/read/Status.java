package io.sharewell.app.read;

import io.sharewell.app.view.ProgressSnapshot;
import io.sharewell.app.view.StatusReport;
import io.sharewell.app.view.StatusReport.Account;
import io.sharewell.app.view.StatusReport.Complete;
import io.sharewell.app.view.StatusReport.Running;
import io.sharewell.events.AccountId;
import io.sharewell.events.ShareResult.SweepCompleted;
import io.sharewell.events.ledger.Ledger;
import io.sharewell.events.ledger.SweepLedger;
import io.sharewell.events.ledger.SweepReport.AccountResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Writes the status report from the ledger. */
final class Status {

    private Status() {}

    static StatusReport of(Ledger ledger, Instant at) {
        return new StatusReport(
                at,
                ledger.summaries().reversed(),
                ledger.running().reversed().stream()
                        .map(sweep -> running(sweep, at))
                        .toList(),
                ledger.latestCompleted()
                        .flatMap(sweep -> sweep.completed().map(end -> complete(sweep, end, at)))
                        .orElse(null));
    }

    private static Running running(SweepLedger sweep, Instant at) {
        ProgressSnapshot progress = ProgressSnapshot.of(sweep, Duration.between(sweep.beganAt(), at));
        return new Running(
                sweep.sweepId(),
                sweep.beganAt(),
                sweep.lastStatementAt(),
                progress.accounts(),
                progress.units(),
                progress.workloads(),
                progress.problems());
    }

    private static Complete complete(SweepLedger sweep, SweepCompleted end, Instant at) {
        return new Complete(
                sweep.sweepId(),
                end.endedAt(),
                Duration.between(end.endedAt(), at).toSeconds(),
                end.totals().problems(),
                accounts(sweep, end.newlyBlocked()),
                accounts(sweep, end.newlyReachable()));
    }

    private static List<Account> accounts(SweepLedger sweep, List<AccountId> ids) {
        return ids.stream()
                .map(id -> sweep.account(id).map(Status::account).orElse(new Account(id.value(), null, null, null)))
                .toList();
    }

    private static Account account(AccountResult account) {
        return new Account(account.accountId(), account.accountName(), account.ouPath(), account.reason());
    }
}
