package io.sharewell.events.ledger;

import io.sharewell.events.Problem;
import io.sharewell.events.ShareResult;
import io.sharewell.events.ShareResult.InvitationResult;
import io.sharewell.events.ShareResult.RegionFailed;
import io.sharewell.events.ShareResult.RegionScanned;
import io.sharewell.events.ShareResult.RegionSkipped;
import io.sharewell.events.ShareResult.WorkloadResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One unit of a sweep: its scan and the results of its workloads. */
final class RegionEntry {

    enum Outcome {
        OPEN,
        SCANNED,
        SKIPPED,
        FAILED
    }

    /** So of nearly all units of a sweep: one set for all of them. */
    private static final Set<String> FIRST_ROUND = Collections.singleton(null);

    private boolean unit;
    private Outcome outcome = Outcome.OPEN;
    private Problem problem;
    /** Replay ids of the rounds with a scan; null is the id of the first round. */
    private Set<String> scannedRounds = Collections.emptySet();

    private Set<String> planned = Set.of();
    // Most Regions have none: there are 900,000 units in a sweep of 50,000 accounts
    private Map<String, WorkloadResult> workloads = Map.of();
    private Map<String, InvitationResult> invitations = Map.of();
    private int missing;

    void apply(ShareResult.OfRegion statement) {
        switch (statement) {
            case RegionScanned scanned -> scanned(scanned);
            case RegionSkipped skipped -> concluded(Outcome.SKIPPED, skipped.problem(), skipped);
            case RegionFailed failed -> concluded(Outcome.FAILED, failed.problem(), failed);
            case WorkloadResult result -> {
                workloads = writable(workloads);
                if (workloads.merge(result.workload().id(), result, Merge::results) == result
                        && planned.contains(result.workload().id())) {
                    missing--;
                }
            }
            case InvitationResult result -> {
                invitations = writable(invitations);
                if (invitations.merge(result.invitation().id(), result, Merge::invitations) == result
                        && planned.contains(result.invitation().id())) {
                    missing--;
                }
            }
        }
    }

    private static <T> Map<String, T> writable(Map<String, T> results) {
        return results.isEmpty() ? new LinkedHashMap<>(2) : results;
    }

    private void scanned(RegionScanned scanned) {
        outcome = Outcome.SCANNED;
        problem = null;
        scannedIn(scanned.envelope().replayId());
        planned = Set.copyOf(scanned.workloadIds());
        missing = (int) planned.stream().filter(this::hasNoResult).count();
    }

    private void scannedIn(String round) {
        if (scannedRounds.isEmpty()) {
            scannedRounds = round == null ? FIRST_ROUND : Collections.singleton(round);
        } else if (!scannedRounds.contains(round)) {
            Set<String> rounds = new HashSet<>(scannedRounds);
            rounds.add(round);
            scannedRounds = rounds;
        }
    }

    /** A scan stands against a later failure of the same round; a replay is a round of its own. */
    private void concluded(Outcome later, Problem why, ShareResult.OfRegion statement) {
        if (scannedRounds.contains(statement.envelope().replayId())) {
            return;
        }
        outcome = later;
        problem = why;
        planned = Set.of();
        missing = 0;
    }

    /** The account's opening tells so. */
    void becomeUnit() {
        unit = true;
    }

    boolean isUnit() {
        return unit;
    }

    private boolean hasNoResult(String id) {
        return !workloads.containsKey(id) && !invitations.containsKey(id);
    }

    /** What has no outcome yet: the scan itself, or so many of the workloads it found. */
    int open() {
        return outcome == Outcome.OPEN ? 1 : missing;
    }

    List<String> openIds() {
        return planned.stream().filter(this::hasNoResult).sorted().toList();
    }

    Outcome outcome() {
        return outcome;
    }

    /** Why it was skipped or failed, null otherwise. */
    Problem problem() {
        return problem;
    }

    /** How many workloads or invitations the scan found; without a scan, of how many there are results. */
    int found() {
        return outcome == Outcome.SCANNED ? planned.size() : workloads.size() + invitations.size();
    }

    /** Results of what the latest scan found; all results as long as there is no scan. */
    Collection<WorkloadResult> results() {
        return of(workloads);
    }

    Collection<InvitationResult> invitations() {
        return of(invitations);
    }

    private <T> Collection<T> of(Map<String, T> all) {
        if (all.isEmpty()) {
            return List.of();
        }
        if (outcome != Outcome.SCANNED) {
            return List.copyOf(all.values());
        }
        List<T> results = new ArrayList<>();
        all.forEach((id, result) -> {
            if (planned.contains(id)) {
                results.add(result);
            }
        });
        return results;
    }
}
