package io.sharewell.chaos.checker;

import io.sharewell.events.AccountSessionOpened;
import io.sharewell.events.Event;
import io.sharewell.events.InvitationFound;
import io.sharewell.events.ShareResult;
import io.sharewell.events.ShareResult.AccountBlocked;
import io.sharewell.events.ShareResult.AccountOpened;
import io.sharewell.events.ShareResult.AccountSelected;
import io.sharewell.events.ShareResult.AccountSkipped;
import io.sharewell.events.ShareResult.AccountsSelected;
import io.sharewell.events.ShareResult.InvitationResult;
import io.sharewell.events.ShareResult.OfRegion;
import io.sharewell.events.ShareResult.RegionFailed;
import io.sharewell.events.ShareResult.RegionScanned;
import io.sharewell.events.ShareResult.RegionSkipped;
import io.sharewell.events.ShareResult.SweepCompleted;
import io.sharewell.events.ShareResult.SweepFailed;
import io.sharewell.events.ShareResult.SweepStarted;
import io.sharewell.events.ShareResult.WorkloadResult;
import io.sharewell.events.WorkloadFound;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The ids of one sweep: what was planned, and what has an outcome. */
final class SweepCount {

    private final String sweepId;
    private final Set<String> selected = new HashSet<>();
    private final Set<String> reached = new HashSet<>();
    private final Set<String> blocked = new HashSet<>();
    private final Set<String> units = new HashSet<>();
    private final Set<String> unitOutcomes = new HashSet<>();
    /** Of the latest scan of each unit; a unit that failed or was skipped has none. */
    private final Map<String, Set<String>> planned = new HashMap<>();

    private final Set<String> everPlanned = new HashSet<>();
    private final Set<String> unitsOfBlocked = new HashSet<>();
    private final Set<String> found = new HashSet<>();
    private final Set<String> results = new HashSet<>();
    private AccountsSelected announced;
    private ShareResult end;

    SweepCount(String sweepId) {
        this.sweepId = sweepId;
    }

    void take(ShareResult statement) {
        switch (statement) {
            case SweepStarted _ -> {}
            case AccountSkipped it -> skipped(it.accountId().value());
            case AccountSelected it -> selected.add(it.accountId().value());
            case AccountsSelected it -> announced = it;
            case AccountBlocked it -> {
                reached.add(it.accountId().value());
                blocked.add(it.accountId().value());
            }
            case AccountOpened it -> {
                reached.add(it.accountId().value());
                it.regions().forEach(region -> units.add(it.accountId() + "/" + region));
            }
            case RegionScanned it -> scanned(it);
            case RegionSkipped it -> unitOutcomes.add(unit(it));
            case RegionFailed it -> unitOutcomes.add(unit(it));
            case WorkloadResult it -> results.add(unit(it) + "/" + it.workload().id());
            case InvitationResult it ->
                results.add(unit(it) + "/" + it.invitation().id());
            case SweepCompleted it -> end = it;
            case SweepFailed it -> end = it;
        }
    }

    /** A resumed sweep lists anew, and the later listing counts; who has an outcome stays in the sweep. */
    private void skipped(String account) {
        if (!reached.contains(account)) {
            selected.remove(account);
        }
    }

    private void scanned(RegionScanned scan) {
        unitOutcomes.add(unit(scan));
        Set<String> ids = new HashSet<>();
        scan.workloadIds().forEach(id -> ids.add(unit(scan) + "/" + id));
        planned.put(unit(scan), ids);
        everPlanned.addAll(ids);
    }

    /** What a service said for others to work on. */
    void work(Event record) {
        switch (record) {
            case AccountSessionOpened it
            when blocked.contains(it.accountId().value()) -> unitsOfBlocked.add(it.accountId() + "/" + it.region());
            case WorkloadFound it ->
                found.add(
                        it.accountId() + "/" + it.region() + "/" + it.workload().id());
            case InvitationFound it ->
                found.add(it.accountId() + "/" + it.region() + "/"
                        + it.invitation().id());
            case Event _ -> {}
        }
    }

    Stream<String> violations() {
        return Stream.of(
                        ending(),
                        each(missing(selected, reached), "selected account %s was neither opened nor blocked"),
                        each(missing(reached, selected), "account %s has an outcome and was never selected"),
                        each(missing(units, unitOutcomes), "unit %s was neither scanned nor skipped nor failed"),
                        each(
                                unitOutcomes.stream().filter(this::isUnplannedUnit),
                                "unit %s has an outcome and was never planned"),
                        each(missing(latestPlan(), results), "workload %s has no result"),
                        each(
                                results.stream().filter(this::wasNeverPlanned),
                                "workload %s has a result and was never planned"))
                .flatMap(it -> it)
                .map(violation -> "sweep " + sweepId + ": " + violation);
    }

    private Stream<String> ending() {
        if (announced == null) {
            return Stream.of("the listing of accounts never ended");
        }
        if (announced.selected() > selected.size()) {
            return Stream.of(
                    "%d accounts were announced and only %d selected".formatted(announced.selected(), selected.size()));
        }
        return switch (end) {
            case null -> Stream.of("it never ended");
            case SweepFailed it -> Stream.of("it failed: " + it.problem().reason());
            case ShareResult _ -> Stream.of();
        };
    }

    private Set<String> latestPlan() {
        Set<String> all = new HashSet<>();
        planned.values().forEach(all::addAll);
        return all;
    }

    /** A broker that dies after the sessions and before the word about them may have to say, the next time, "blocked". */
    private boolean isUnplannedUnit(String unit) {
        return !units.contains(unit) && !unitsOfBlocked.contains(unit);
    }

    /** A unit whose scan was cut off after it spoke of workloads may have failed in the end: those were planned, too. */
    private boolean wasNeverPlanned(String workload) {
        String unit = workload.substring(0, workload.lastIndexOf('/'));
        return !everPlanned.contains(workload) && !(planned.get(unit) == null && found.contains(workload));
    }

    private static Stream<String> each(Stream<String> subjects, String violation) {
        return subjects.sorted().map(violation::formatted);
    }

    private static Stream<String> missing(Set<String> all, Set<String> there) {
        return all.stream().filter(subject -> !there.contains(subject));
    }

    private static String unit(OfRegion statement) {
        return statement.accountId() + "/" + statement.region();
    }
}
