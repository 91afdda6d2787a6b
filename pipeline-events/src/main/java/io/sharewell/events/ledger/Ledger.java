package io.sharewell.events.ledger;

import io.sharewell.events.AccountId;
import io.sharewell.events.Purpose;
import io.sharewell.events.ShareResult;
import io.sharewell.events.ledger.SweepLedger.Reachability;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * All sweeps of a topic. The two newest that have ended and all that run are kept whole, older ones by number. Not
 * thread-safe.
 */
public final class Ledger {

    private static final int KEPT_WHOLE = 2;

    private final Map<String, SweepLedger> whole = new LinkedHashMap<>();
    private final Map<String, SweepSummary> older = new LinkedHashMap<>();
    private final Map<AccountId, Reachability> lastShareOutcome = new HashMap<>();

    /** Takes a statement in, as {@link SweepLedger#apply}. */
    public void apply(ShareResult statement, Instant at) {
        String sweepId = statement.envelope().sweepId();
        if (older.containsKey(sweepId)) {
            return;
        }
        SweepLedger sweep = whole.computeIfAbsent(sweepId, SweepLedger::new);
        boolean hadEnded = sweep.ended();
        sweep.apply(statement, at);
        if (!hadEnded && sweep.ended()) {
            if (sweep.envelope().purpose() == Purpose.SHARE) {
                lastShareOutcome.putAll(sweep.reachability());
            }
            shrink();
        }
    }

    private void shrink() {
        List<SweepLedger> ended =
                whole.values().stream().filter(SweepLedger::ended).toList();
        for (SweepLedger sweep : ended.subList(0, Math.max(0, ended.size() - KEPT_WHOLE))) {
            whole.remove(sweep.sweepId());
            older.put(sweep.sweepId(), SweepSummary.of(sweep));
        }
    }

    /** The sweep, if it is kept whole. */
    public Optional<SweepLedger> sweep(String sweepId) {
        return Optional.ofNullable(whole.get(sweepId));
    }

    /** All sweeps known, oldest first. */
    public List<SweepSummary> summaries() {
        List<SweepSummary> all = new ArrayList<>(older.values());
        whole.values().forEach(sweep -> all.add(SweepSummary.of(sweep)));
        return all;
    }

    /** Sweeps without an end. */
    public List<SweepLedger> running() {
        return whole.values().stream().filter(sweep -> !sweep.ended()).toList();
    }

    /** Sweeps that are kept whole, oldest first. */
    public Collection<SweepLedger> whole() {
        return List.copyOf(whole.values());
    }

    /** The newest sweep of all; empty if there is none. */
    public Optional<SweepLedger> latest() {
        return whole.values().stream().reduce((_, later) -> later);
    }

    /** Accounts blocked in the sweep that were not at their last SHARE outcome before. */
    public List<AccountId> newlyBlocked(SweepLedger sweep) {
        return changed(sweep, Reachability.BLOCKED, before -> before != Reachability.BLOCKED);
    }

    /** Accounts opened in the sweep that were blocked at their last SHARE outcome before. */
    public List<AccountId> newlyReachable(SweepLedger sweep) {
        return changed(sweep, Reachability.OPENED, before -> before == Reachability.BLOCKED);
    }

    private List<AccountId> changed(SweepLedger sweep, Reachability now, Predicate<Reachability> before) {
        return sweep.reachability().entrySet().stream()
                .filter(account -> account.getValue() == now && before.test(lastShareOutcome.get(account.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }
}
