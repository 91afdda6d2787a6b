package io.sharewell.events.ledger;

import io.sharewell.events.Action;
import io.sharewell.events.Problem;
import io.sharewell.events.ShareResult.InvitationResult;
import io.sharewell.events.ShareResult.OfRegion;
import io.sharewell.events.ShareResult.RegionFailed;
import io.sharewell.events.ShareResult.RegionScanned;
import io.sharewell.events.ShareResult.RegionSkipped;
import io.sharewell.events.ShareResult.WorkloadResult;
import io.sharewell.events.ledger.SweepReport.RegionOutcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One unit of a sweep: its scan and what came of what it found. A value, so that all that are alike can be one object:
 * there are 900,000 units in a sweep of 50,000 accounts, and most have nothing in them.
 *
 * @param isUnit whether the account's opening tells so
 * @param problem why it was skipped or failed, null otherwise
 * @param scannedRounds replay ids of the rounds with a scan; null is the id of the first round
 * @param planned ids of what the latest scan found, and of what was accepted, which no later scan can find; sorted; empty
 *     without a scan
 * @param told what was told of workloads and invitations, planned or not, by id
 * @param missing how many of the planned nothing was told of
 */
record RegionEntry(
        boolean isUnit,
        RegionOutcome outcome,
        Problem problem,
        Set<String> scannedRounds,
        List<String> planned,
        List<Finding> told,
        int missing) {

    /** A Region of which nothing was said. */
    static final RegionEntry UNHEARD =
            new RegionEntry(false, RegionOutcome.OPEN, null, Collections.emptySet(), List.of(), List.of(), 0);

    private static final RegionEntry UNHEARD_UNIT =
            new RegionEntry(true, RegionOutcome.OPEN, null, Collections.emptySet(), List.of(), List.of(), 0);

    private static final Set<String> FIRST_ROUND = Collections.singleton(null);

    /** What it is when this was said, too. */
    RegionEntry after(OfRegion statement) {
        return switch (statement) {
            case RegionScanned it -> scanned(it);
            case RegionSkipped it -> concluded(RegionOutcome.SKIPPED, it.problem(), it);
            case RegionFailed it -> concluded(RegionOutcome.FAILED, it.problem(), it);
            case WorkloadResult it ->
                and(new Finding.OfWorkload(it.workload(), it.targets(), it.problem(), it.sharesLeft()));
            case InvitationResult it -> and(new Finding.OfInvitation(it.invitation(), it.action(), it.problem()));
        };
    }

    /** The account's opening tells that it is one of its units. */
    RegionEntry asUnit() {
        return this == UNHEARD
                ? UNHEARD_UNIT
                : new RegionEntry(true, outcome, problem, scannedRounds, planned, told, missing);
    }

    private RegionEntry scanned(RegionScanned scan) {
        Stream<String> accepted = told.stream().filter(RegionEntry::isAccepted).map(Finding::id);
        List<String> found = Stream.concat(scan.workloadIds().stream(), accepted)
                .sorted()
                .distinct()
                .toList();
        int open = (int) found.stream().filter(id -> find(id) == null).count();
        return new RegionEntry(
                isUnit, RegionOutcome.SCANNED, null, roundsWith(scan.envelope().replayId()), found, told, open);
    }

    private Set<String> roundsWith(String round) {
        if (scannedRounds.isEmpty()) {
            return round == null ? FIRST_ROUND : Collections.singleton(round);
        }
        if (scannedRounds.contains(round)) {
            return scannedRounds;
        }
        Set<String> rounds = new HashSet<>(scannedRounds);
        rounds.add(round);
        return rounds;
    }

    /** A scan stands against a later failure of the same round; a replay is a round of its own. */
    private RegionEntry concluded(RegionOutcome later, Problem why, OfRegion statement) {
        return scannedRounds.contains(statement.envelope().replayId())
                ? this
                : new RegionEntry(isUnit, later, why, scannedRounds, List.of(), told, 0);
    }

    private RegionEntry and(Finding finding) {
        int place = placeOf(finding.id());
        List<Finding> all = new ArrayList<>(told.size() + 1);
        all.addAll(told);
        boolean isNew = place < 0;
        Finding whole = isNew ? finding : told.get(place).and(finding);
        if (isNew) {
            all.add(-place - 1, whole);
        } else {
            all.set(place, whole);
        }
        boolean isPlanned = plannedAs(finding.id()) != null;
        int open = isNew && isPlanned ? missing - 1 : missing;
        boolean scannedBefore = outcome == RegionOutcome.SCANNED && !isPlanned && isAccepted(whole);
        List<String> plan = scannedBefore ? plannedAnd(whole.id()) : planned;
        return new RegionEntry(isUnit, outcome, problem, scannedRounds, plan, List.copyOf(all), open);
    }

    private List<String> plannedAnd(String id) {
        return Stream.concat(planned.stream(), Stream.of(id)).sorted().toList();
    }

    private static boolean isAccepted(Finding finding) {
        return finding instanceof Finding.OfInvitation it && it.action() == Action.ACCEPTED;
    }

    /** The id as the plan has it; null if it is not planned. */
    String plannedAs(String id) {
        int place = Collections.binarySearch(planned, id);
        return place < 0 ? null : planned.get(place);
    }

    /** What was told of a workload or invitation, null if nothing. */
    Finding find(String id) {
        int place = placeOf(id);
        return place < 0 ? null : told.get(place);
    }

    private int placeOf(String id) {
        return Collections.binarySearch(told, null, (finding, _) -> finding.id().compareTo(id));
    }

    /** What has no outcome yet: the scan itself, or so many of the workloads it found. */
    int open() {
        return outcome == RegionOutcome.OPEN ? 1 : missing;
    }

    Stream<String> openIds() {
        return planned.stream().filter(id -> find(id) == null);
    }

    /** How many workloads or invitations the scan found, or were accepted; without a scan, of how many something was told. */
    int found() {
        return outcome == RegionOutcome.SCANNED ? planned.size() : told.size();
    }

    /** What the latest scan found or was accepted; all that was told as long as there is no scan. */
    Stream<Finding> findings() {
        return told.stream().filter(finding -> counts(finding.id()));
    }

    /** Whether what is told of it is part of the sweep: it may be a workload that the latest scan no longer found. */
    boolean counts(String id) {
        return outcome != RegionOutcome.SCANNED || plannedAs(id) != null;
    }

    Stream<Finding.OfWorkload> workloads() {
        return findings().filter(Finding.OfWorkload.class::isInstance).map(Finding.OfWorkload.class::cast);
    }

    Stream<Finding.OfInvitation> invitations() {
        return findings().filter(Finding.OfInvitation.class::isInstance).map(Finding.OfInvitation.class::cast);
    }
}
