package io.sharewell.events.ledger;

import io.sharewell.events.AccountId;
import io.sharewell.events.Purpose;
import io.sharewell.events.ShareResult;
import io.sharewell.events.ShareResult.AccountBlocked;
import io.sharewell.events.ShareResult.AccountOpened;
import io.sharewell.events.ledger.SweepLedger.Reachability;
import java.util.HashMap;
import java.util.Map;

/**
 * Whether each account could be entered in its last two SHARE sweeps. All statements about an account are in one
 * partition, so they come in order even while a topic of many partitions is read again.
 */
final class LastOutcomes {

    private record Outcome(String sweepId, Reachability reachability) {}

    /** @param before null if there was no sweep before */
    private record LastTwo(Outcome before, Outcome last) {}

    private final Map<AccountId, LastTwo> accounts = new HashMap<>();
    /** Each once: there are two in a sweep, and as many statements as accounts. */
    private final Map<Outcome, Outcome> outcomes = new HashMap<>();

    void apply(ShareResult statement) {
        if (statement.envelope().purpose() != Purpose.SHARE) {
            return;
        }
        String sweepId = statement.envelope().sweepId();
        if (statement instanceof AccountOpened opened) {
            add(opened.accountId(), outcome(sweepId, Reachability.OPENED));
        } else if (statement instanceof AccountBlocked blocked) {
            add(blocked.accountId(), outcome(sweepId, Reachability.BLOCKED));
        }
    }

    private Outcome outcome(String sweepId, Reachability reachability) {
        return outcomes.computeIfAbsent(new Outcome(sweepId, reachability), it -> it);
    }

    private void add(AccountId account, Outcome outcome) {
        LastTwo known = accounts.get(account);
        if (known == null) {
            accounts.put(account, new LastTwo(null, outcome));
        } else if (!known.last().sweepId().equals(outcome.sweepId())) {
            accounts.put(account, new LastTwo(known.last(), outcome));
        } else if (outcome.reachability() == Reachability.OPENED) {
            accounts.put(account, new LastTwo(known.before(), outcome));
        }
    }

    /** The last outcome in another sweep than this; null if there is none. */
    Reachability before(AccountId account, String sweepId) {
        LastTwo known = accounts.get(account);
        if (known == null) {
            return null;
        }
        Outcome other = known.last().sweepId().equals(sweepId) ? known.before() : known.last();
        return other == null ? null : other.reachability();
    }
}
