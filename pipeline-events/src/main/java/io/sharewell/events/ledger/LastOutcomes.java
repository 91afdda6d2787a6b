package io.sharewell.events.ledger;

import io.sharewell.events.AccountId;
import io.sharewell.events.Mode;
import io.sharewell.events.Purpose;
import io.sharewell.events.ShareResult.End;
import io.sharewell.events.ledger.SweepLedger.Reachability;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Whether each account could be entered the last time, in APPLY and PLAN of each purpose; of sweeps that are not kept whole. */
final class LastOutcomes {

    private record Kind(Purpose purpose, Mode mode) {

        static Kind of(SweepLedger sweep) {
            return new Kind(sweep.envelope().purpose(), sweep.envelope().mode());
        }
    }

    /** @param at when its sweep ended */
    private record Outcome(Reachability reachability, Instant at) {

        Outcome orLater(Outcome other) {
            return other.at.isAfter(at) ? other : this;
        }
    }

    private final Map<Kind, Map<AccountId, Outcome>> kinds = new HashMap<>();

    /** @param sweep one that has ended */
    void add(SweepLedger sweep) {
        Instant at = sweep.end().map(End::endedAt).orElseThrow();
        // Each once: there are two in a sweep, and as many accounts as there are
        Map<Reachability, Outcome> outcomes = new EnumMap<>(Reachability.class);
        for (Reachability reachability : Reachability.values()) {
            outcomes.put(reachability, new Outcome(reachability, at));
        }
        Map<AccountId, Outcome> accounts = kinds.computeIfAbsent(Kind.of(sweep), _ -> new HashMap<>());
        sweep.reachability()
                .forEach((account, reachability) ->
                        accounts.merge(account, outcomes.get(reachability), Outcome::orLater));
    }

    /** Of the sweeps that are of one kind with this; empty if none of them knows the account. */
    Optional<Reachability> of(AccountId account, SweepLedger sweep) {
        return Optional.ofNullable(kinds.getOrDefault(Kind.of(sweep), Map.of()).get(account))
                .map(Outcome::reachability);
    }

    static boolean areOfOneKind(SweepLedger one, SweepLedger other) {
        return Kind.of(one).equals(Kind.of(other));
    }
}
