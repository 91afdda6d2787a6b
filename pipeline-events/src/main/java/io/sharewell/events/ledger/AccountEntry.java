package io.sharewell.events.ledger;

import io.sharewell.events.AccountId;
import io.sharewell.events.Problem;
import io.sharewell.events.Reason;
import io.sharewell.events.Region;
import io.sharewell.events.ShareResult.AccountBlocked;
import io.sharewell.events.ShareResult.AccountOpened;
import io.sharewell.events.ShareResult.AccountSelected;
import io.sharewell.events.ShareResult.AccountSkipped;
import io.sharewell.events.ShareResult.OfAccount;
import io.sharewell.events.ShareResult.OfRegion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** One account of a sweep. */
final class AccountEntry {

    enum Outcome {
        OPEN,
        OPENED,
        BLOCKED,
        SKIPPED
    }

    private final AccountId id;
    private String name;
    private String ouPath;
    private boolean selected;
    private Outcome outcome = Outcome.OPEN;
    private Problem problem;
    private Reason skipReason;
    private String skipDetail;
    /** Also what is said of Regions before the account's opening tells that they are its units, or without that. */
    private final Map<Region, RegionEntry> regions = new TreeMap<>();

    AccountEntry(AccountId id) {
        this.id = id;
    }

    void apply(OfAccount statement) {
        switch (statement) {
            case AccountSelected it -> {
                named(it.accountName(), it.ouPath());
                selected(outcome == Outcome.SKIPPED ? Outcome.OPEN : outcome);
            }
            case AccountSkipped it -> {
                named(it.accountName(), it.ouPath());
                // A resumed sweep lists anew, and the later listing counts; who has an outcome stays in the sweep
                if (outcome == Outcome.OPEN || outcome == Outcome.SKIPPED) {
                    selected = false;
                    outcome = Outcome.SKIPPED;
                    skipReason = it.reason();
                    skipDetail = it.detail();
                }
            }
            case AccountOpened it -> {
                selected(Outcome.OPENED);
                problem = null;
                it.regions().forEach(unit -> region(unit).becomeUnit());
            }
            case AccountBlocked it -> {
                // Who was in once has units that must end: a later refusal shows in their outcomes
                if (outcome != Outcome.OPENED) {
                    selected(Outcome.BLOCKED);
                    problem = it.problem();
                }
            }
            case OfRegion it -> region(it.region()).apply(it);
        }
    }

    /** Only a selected account is opened or blocked: selected = opened + blocked, also when discovery thought twice. */
    private void selected(Outcome now) {
        selected = true;
        outcome = now;
        skipReason = null;
        skipDetail = null;
    }

    private void named(String name, String ouPath) {
        this.name = name;
        this.ouPath = ouPath;
    }

    private RegionEntry region(Region region) {
        return regions.computeIfAbsent(region, _ -> new RegionEntry());
    }

    /** What a statement changes in {@link #open()} is at most this part of it. */
    int openOf(OfAccount statement) {
        return switch (statement) {
            case OfRegion it -> openIn(it.region());
            case OfAccount _ -> open();
        };
    }

    private int openIn(Region region) {
        RegionEntry unit = unit(region);
        return outcome == Outcome.OPENED && unit != null ? unit.open() : 0;
    }

    /** What has no outcome yet: the account itself, or so many of its units and workloads. */
    int open() {
        return switch (outcome) {
            case OPEN -> selected ? 1 : 0;
            case OPENED ->
                regions.values().stream()
                        .filter(RegionEntry::isUnit)
                        .mapToInt(RegionEntry::open)
                        .sum();
            case BLOCKED, SKIPPED -> 0;
        };
    }

    List<String> openSubjects() {
        List<String> subjects = new ArrayList<>();
        if (outcome == Outcome.OPEN && selected) {
            subjects.add(id.value());
        }
        units().forEach((region, unit) -> {
            if (unit.outcome() == RegionEntry.Outcome.OPEN) {
                subjects.add(id + "/" + region);
            }
            unit.openIds().forEach(workload -> subjects.add(id + "/" + region + "/" + workload));
        });
        return subjects;
    }

    AccountId id() {
        return id;
    }

    /** Null if unknown. */
    String name() {
        return name;
    }

    /** Null if unknown. */
    String ouPath() {
        return ouPath;
    }

    boolean selected() {
        return selected;
    }

    Outcome outcome() {
        return outcome;
    }

    /** Why it is blocked, null otherwise. */
    Problem problem() {
        return problem;
    }

    /** Why it is skipped, null otherwise. */
    Reason skipReason() {
        return skipReason;
    }

    String skipDetail() {
        return skipDetail;
    }

    /** What came of each unit, by Region. */
    Map<Region, RegionEntry> units() {
        Map<Region, RegionEntry> units = new TreeMap<>(regions);
        units.values().removeIf(Predicate.not(RegionEntry::isUnit));
        return units;
    }

    /** Null for a Region that is no unit of the account. */
    RegionEntry unit(Region region) {
        RegionEntry entry = regions.get(region);
        return entry != null && entry.isUnit() ? entry : null;
    }
}
