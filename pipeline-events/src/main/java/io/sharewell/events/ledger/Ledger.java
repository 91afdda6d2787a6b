package io.sharewell.events.ledger;

import io.sharewell.events.AccountId;
import io.sharewell.events.Mode;
import io.sharewell.events.Purpose;
import io.sharewell.events.ShareResult;
import io.sharewell.events.ShareResult.End;
import io.sharewell.events.ShareResult.SweepStarted;
import io.sharewell.events.ledger.SweepLedger.Reachability;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All sweeps of a topic, in the order in which they began. Kept whole are all that run and, of each purpose, the two newest
 * that have ended and what neither parts nor plans may push out: the newest over all, and of each mode the newest complete
 * one over all, or if there is none the newest complete one. That is five at most, and mostly two. Older ones are kept by
 * number. Partitions may be read one after another. What is left of a sweep whose first and last words the topic has let go
 * is no sweep any more: nobody can tell where it stands. Not thread-safe.
 */
public final class Ledger {

    private static final int KEPT_WHOLE = 2;

    private static final Comparator<SweepLedger> ACCEPTANCES_LAST =
            Comparator.comparing(sweep -> sweep.envelope().purpose() == Purpose.ACCEPT);

    private static final Comparator<SweepLedger> PARTS_LAST = Comparator.comparing(sweep -> !coversAll(sweep));

    private static final Comparator<SweepLedger> LAST_ENDED_FIRST = Comparator.comparing(
                    (SweepLedger sweep) -> sweep.end().map(End::endedAt).orElseThrow())
            .reversed();

    private final String wanted;
    private final SequencedMap<String, SweepLedger> whole = new LinkedHashMap<>();
    private final Map<String, SweepSummary> older = new LinkedHashMap<>();
    private final LastOutcomes lastOutcomes = new LastOutcomes();

    public Ledger() {
        this(null);
    }

    private Ledger(String wanted) {
        this.wanted = wanted;
    }

    /** One that keeps this sweep whole, too, however old it is. */
    public static Ledger keeping(String sweepId) {
        return new Ledger(sweepId);
    }

    /** Takes a statement in, as {@link SweepLedger#apply}. */
    public void apply(ShareResult statement, Instant at) {
        String sweepId = statement.envelope().sweepId();
        if (older.containsKey(sweepId)) {
            return;
        }
        SweepLedger sweep = whole.get(sweepId);
        if (sweep == null) {
            sweep = new SweepLedger(sweepId, lastHeardOf(statement.envelope().purpose()));
            whole.put(sweepId, sweep);
        }
        boolean hadEnded = sweep.ended();
        sweep.apply(statement, at);
        if (!hadEnded && sweep.ended()) {
            shrink(sweep.envelope().purpose());
        }
    }

    private SweepLedger lastHeardOf(Purpose purpose) {
        return whole.sequencedValues().reversed().stream()
                .filter(sweep -> sweep.envelope().purpose() == purpose)
                .min(PARTS_LAST)
                .orElse(null);
    }

    private void shrink(Purpose purpose) {
        List<SweepLedger> ended = whole().reversed().stream()
                .filter(sweep -> sweep.ended() && sweep.envelope().purpose() == purpose)
                .toList();
        Set<SweepLedger> kept = keptWhole(ended);
        ended.stream()
                .filter(sweep -> !kept.contains(sweep) && !sweep.sweepId().equals(wanted))
                .forEach(sweep -> {
                    whole.remove(sweep.sweepId());
                    if (isMeasure(sweep)) {
                        lastOutcomes.add(sweep);
                    }
                    older.put(sweep.sweepId(), SweepSummary.of(sweep));
                });
    }

    private static Set<SweepLedger> keptWhole(List<SweepLedger> newestFirst) {
        List<SweepLedger> complete = newestFirst.stream()
                .filter(sweep -> sweep.completed().isPresent())
                .toList();
        Set<SweepLedger> kept = newestFirst.stream().limit(KEPT_WHOLE).collect(Collectors.toCollection(HashSet::new));
        newestFirst.stream().min(PARTS_LAST).ifPresent(kept::add);
        complete.stream().min(PARTS_LAST).ifPresent(kept::add);
        for (Mode mode : Mode.values()) {
            complete.stream()
                    .filter(sweep -> coversAll(sweep) && sweep.envelope().mode() == mode)
                    .findFirst()
                    .ifPresent(kept::add);
        }
        return kept;
    }

    /** The sweep, if it is kept whole, or what is left of it. */
    public Optional<SweepLedger> sweep(String sweepId) {
        return Optional.ofNullable(whole.get(sweepId));
    }

    /** All sweeps known, oldest first. */
    public List<SweepSummary> summaries() {
        return Stream.concat(older.values().stream(), whole().stream().map(SweepSummary::of))
                .sorted(Comparator.comparing(SweepSummary::beganAt))
                .toList();
    }

    /** Sweeps without an end. */
    public List<SweepLedger> running() {
        return whole().stream().filter(sweep -> !sweep.ended()).toList();
    }

    /** Sweeps that are kept whole, oldest first. */
    public List<SweepLedger> whole() {
        return whole.values().stream()
                .filter(sweep -> sweep.startedAt().isPresent())
                .sorted(Comparator.comparing(SweepLedger::beganAt))
                .toList();
    }

    /**
     * The newest sweep over all; if there is none the newest of a part, and without that either the newest acceptance: those
     * come many times a day. Empty if there is no sweep.
     */
    public Optional<SweepLedger> latest() {
        return latest(_ -> true);
    }

    /** As {@link #latest}, of the sweeps that have ended. */
    public Optional<SweepLedger> latestEnded() {
        return latest(SweepLedger::ended);
    }

    /** As {@link #latest}, of the sweeps that are complete. */
    public Optional<SweepLedger> latestCompleted() {
        return latest(sweep -> sweep.completed().isPresent());
    }

    private Optional<SweepLedger> latest(Predicate<SweepLedger> which) {
        return whole().reversed().stream().filter(which).min(ACCEPTANCES_LAST.thenComparing(PARTS_LAST));
    }

    /**
     * Accounts blocked in the sweep that were not the last time: in the complete sweep of its purpose and mode over all that
     * ended last of those that know the account.
     */
    public List<AccountId> newlyBlocked(SweepLedger sweep) {
        return changed(sweep, Reachability.BLOCKED, before -> before != Reachability.BLOCKED);
    }

    /** Accounts opened in the sweep that were blocked the last time, as for {@link #newlyBlocked}. */
    public List<AccountId> newlyReachable(SweepLedger sweep) {
        return changed(sweep, Reachability.OPENED, before -> before == Reachability.BLOCKED);
    }

    private List<AccountId> changed(SweepLedger sweep, Reachability now, Predicate<Reachability> before) {
        List<SweepLedger> earlier = whole.values().stream()
                .filter(it -> it != sweep && isMeasure(it) && LastOutcomes.areOfOneKind(it, sweep))
                .sorted(LAST_ENDED_FIRST)
                .toList();
        return sweep.reachability().entrySet().stream()
                .filter(account -> account.getValue() == now
                        && before.test(before(account.getKey(), earlier, sweep).orElse(null)))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Optional<Reachability> before(AccountId account, List<SweepLedger> earlier, SweepLedger sweep) {
        return earlier.stream()
                .flatMap(it -> it.reachability(account).stream())
                .findFirst()
                .or(() -> lastOutcomes.of(account, sweep));
    }

    /** Whether others are compared with it: who is blocked is told by complete sweeps over all, and only by them. */
    private static boolean isMeasure(SweepLedger sweep) {
        return sweep.completed().isPresent() && coversAll(sweep);
    }

    private static boolean coversAll(SweepLedger sweep) {
        return sweep.started().filter(SweepStarted::coversAll).isPresent();
    }
}
