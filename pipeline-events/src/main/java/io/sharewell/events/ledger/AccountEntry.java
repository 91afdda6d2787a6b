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
import io.sharewell.events.ledger.SweepReport.AccountOutcome;
import io.sharewell.events.ledger.SweepReport.RegionOutcome;
import java.util.ArrayList;
import java.util.List;

/** One account of a sweep. */
final class AccountEntry {

    private final AccountId id;
    private String name;
    private String ouPath;
    private boolean selected;
    private AccountOutcome outcome = AccountOutcome.OPEN;
    private Problem problem;
    private Reason skipReason;
    private String skipDetail;
    private final Units units = new Units();

    AccountEntry(AccountId id) {
        this.id = id;
    }

    void apply(OfAccount statement) {
        switch (statement) {
            case AccountSelected it -> {
                named(it.accountName(), it.ouPath());
                selected(outcome == AccountOutcome.SKIPPED ? AccountOutcome.OPEN : outcome);
            }
            case AccountSkipped it -> {
                named(it.accountName(), it.ouPath());
                // A resumed sweep lists anew, and the later listing counts; who has an outcome stays in the sweep
                if (outcome == AccountOutcome.OPEN || outcome == AccountOutcome.SKIPPED) {
                    selected = false;
                    outcome = AccountOutcome.SKIPPED;
                    skipReason = it.reason();
                    skipDetail = it.detail();
                }
            }
            case AccountOpened it -> {
                selected(AccountOutcome.OPENED);
                problem = null;
                it.regions().forEach(region -> units.replace(region, RegionEntry::asUnit));
            }
            case AccountBlocked it -> {
                // Who was in once has units that must end: a later refusal shows in their outcomes
                if (outcome != AccountOutcome.OPENED) {
                    selected(AccountOutcome.BLOCKED);
                    problem = it.problem();
                }
            }
            case OfRegion it -> units.replace(it.region(), unit -> unit.after(it));
        }
    }

    /** Only a selected account is opened or blocked: selected = opened + blocked, also when discovery thought twice. */
    private void selected(AccountOutcome now) {
        selected = true;
        outcome = now;
        skipReason = null;
        skipDetail = null;
    }

    private void named(String name, String ouPath) {
        this.name = name;
        this.ouPath = ouPath;
    }

    /** What a statement changes in {@link #open()} is at most this part of it. */
    int openOf(OfAccount statement) {
        return switch (statement) {
            case OfRegion it -> openIn(it.region());
            case OfAccount _ -> open();
        };
    }

    private int openIn(Region region) {
        RegionEntry unit = units.get(region);
        return outcome == AccountOutcome.OPENED && unit.isUnit() ? unit.open() : 0;
    }

    /** What has no outcome yet: the account itself, or so many of its units and workloads. */
    int open() {
        return switch (outcome) {
            case OPEN -> selected ? 1 : 0;
            case OPENED -> units.stream().mapToInt(RegionEntry::open).sum();
            case BLOCKED, SKIPPED -> 0;
        };
    }

    List<String> openSubjects() {
        List<String> subjects = new ArrayList<>();
        if (outcome == AccountOutcome.OPEN && selected) {
            subjects.add(id.value());
        }
        units.forEach((region, unit) -> {
            if (unit.outcome() == RegionOutcome.OPEN) {
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

    AccountOutcome outcome() {
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

    /** Its Regions and what came of each. */
    Units units() {
        return units;
    }
}
