package io.sharewell.app.view;

import io.sharewell.events.ledger.SweepReport.AccountResult;
import io.sharewell.events.ledger.SweepReport.ReportedProblem;

/** What an account is called on the screen. */
final class AccountName {

    private AccountName() {}

    static String of(ReportedProblem problem) {
        return of(problem.accountName());
    }

    static String of(AccountResult account) {
        return of(account.accountName());
    }

    private static String of(String name) {
        return name == null || name.isBlank() ? "(name unknown)" : Text.clean(name);
    }
}
