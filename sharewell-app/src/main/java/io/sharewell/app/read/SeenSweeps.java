package io.sharewell.app.read;

import io.sharewell.events.ShareResult;
import io.sharewell.messaging.ShareResultsReader;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All sweeps of the feed. Kept whole are those that are wanted only: a topic of 30 days holds more than fits into memory.
 * Partitions are read one after the other, so what is wanted cannot be told by the order of reading.
 */
final class SeenSweeps implements ShareResultsReader.Listener {

    private final Map<String, SeenSweep> sweeps = new HashMap<>();
    private final Optional<String> wanted;

    private SeenSweeps(Optional<String> wanted) {
        this.wanted = wanted;
    }

    /** Keeps whole what runs, the newest that has ended, and the newest that is complete. */
    static SeenSweeps newest() {
        return new SeenSweeps(Optional.empty());
    }

    /** Keeps whole this one. */
    static SeenSweeps only(String sweepId) {
        return new SeenSweeps(Optional.of(sweepId));
    }

    @Override
    public void accept(ShareResult statement, Instant at) {
        SeenSweep sweep = sweeps.computeIfAbsent(statement.envelope().sweepId(), _ -> {
            SeenSweep first = new SeenSweep(statement.envelope());
            if (wanted.isPresent() && !wanted.get().equals(first.sweepId())) {
                first.forgetDetails();
            }
            return first;
        });
        boolean hadEnded = sweep.hasEnded();
        sweep.accept(statement, at);
        if (wanted.isEmpty() && sweep.hasEnded() && !hadEnded) {
            forgetOlder();
        }
    }

    /** What is not wanted now will not be later: the sweeps to come only make it older. */
    private void forgetOlder() {
        Set<SeenSweep> kept = new HashSet<>();
        lastEnded().ifPresent(kept::add);
        lastCompleted().ifPresent(kept::add);
        sweeps.values().stream()
                .filter(sweep -> sweep.hasEnded() && !kept.contains(sweep))
                .forEach(SeenSweep::forgetDetails);
    }

    List<SeenSweep> newestFirst() {
        return sweeps.values().stream()
                .sorted(Comparator.comparing(SeenSweep::startedAt)
                        .thenComparing(SeenSweep::sweepId)
                        .reversed())
                .toList();
    }

    /** The newest of all, ended or not. */
    Optional<SeenSweep> latest() {
        return newestFirst().stream().findFirst();
    }

    Optional<SeenSweep> lastEnded() {
        return newestFirst().stream().filter(SeenSweep::hasEnded).findFirst();
    }

    Optional<SeenSweep> lastCompleted() {
        return newestFirst().stream()
                .filter(sweep -> sweep.completed().isPresent())
                .findFirst();
    }

    Optional<SeenSweep> sweep(String sweepId) {
        return Optional.ofNullable(sweeps.get(sweepId));
    }
}
