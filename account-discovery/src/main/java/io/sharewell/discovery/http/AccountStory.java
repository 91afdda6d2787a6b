package io.sharewell.discovery.http;

import io.sharewell.events.AccountId;
import io.sharewell.events.ledger.Ledger;
import io.sharewell.events.ledger.SweepLedger;
import io.sharewell.events.ledger.SweepReport;
import java.util.ArrayList;
import java.util.List;

/** What came of an account in one sweep. */
record AccountStory(String sweepId, SweepReport.AccountResult account, List<SweepReport.Result> results) {

    /** Newest sweep first. */
    static List<AccountStory> of(Ledger ledger, AccountId account) {
        List<AccountStory> story = new ArrayList<>();
        for (SweepLedger sweep : ledger.whole()) {
            sweep.account(account)
                    .ifPresent(result -> story.add(new AccountStory(sweep.sweepId(), result, sweep.results(account))));
        }
        return story.reversed();
    }
}
