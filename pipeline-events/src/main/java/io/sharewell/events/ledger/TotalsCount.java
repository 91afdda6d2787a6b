package io.sharewell.events.ledger;

import io.sharewell.events.Problem;
import io.sharewell.events.ShareResult.InvitationResult;
import io.sharewell.events.ShareResult.OfAccount;
import io.sharewell.events.ShareResult.OfRegion;
import io.sharewell.events.ShareResult.Totals;
import io.sharewell.events.ShareResult.WorkloadResult;
import io.sharewell.events.TargetOutcome;
import java.util.Map;
import java.util.TreeMap;

/**
 * A sweep by number, kept up with each statement: before one what it is about is taken out, after it put in again as it is
 * then. Not thread-safe.
 */
final class TotalsCount {

    private int selected;
    private int opened;
    private int blocked;
    private int skipped;
    private int units;
    private int scannedUnits;
    private int skippedUnits;
    private int failedUnits;
    private int found;
    private int problems;
    private final Map<String, Integer> actions = new TreeMap<>();
    private final Map<String, Integer> statuses = new TreeMap<>();

    /**
     * As it is now.
     *
     * @param moreProblems those that are of no account of the organization
     */
    Totals totals(int moreProblems) {
        return new Totals(
                new Totals.Accounts(selected, opened, blocked, skipped),
                new Totals.Units(units, scannedUnits, skippedUnits, failedUnits),
                found,
                new TreeMap<>(actions),
                new TreeMap<>(statuses),
                problems + moreProblems);
    }

    int selected() {
        return selected;
    }

    void putIn(AccountEntry account, OfAccount statement) {
        count(account, statement, 1);
    }

    void takeOut(AccountEntry account, OfAccount statement) {
        count(account, statement, -1);
    }

    /** What a statement changes is at most this part of an account. */
    private void count(AccountEntry account, OfAccount statement, int times) {
        switch (statement) {
            case WorkloadResult it ->
                count(account.units().get(it.region()), it.workload().id(), times);
            case InvitationResult it ->
                count(account.units().get(it.region()), it.invitation().id(), times);
            case OfRegion it -> count(account.units().get(it.region()), times);
            case OfAccount _ -> count(account, times);
        }
    }

    private void count(AccountEntry account, int times) {
        if (account.selected()) {
            selected += times;
        }
        switch (account.outcome()) {
            case OPEN -> {}
            case OPENED -> opened += times;
            case BLOCKED -> {
                blocked += times;
                problems += times;
            }
            case SKIPPED -> skipped += times;
        }
        account.units().forEach((_, unit) -> {
            units += times;
            count(unit, times);
        });
    }

    private void count(RegionEntry unit, int times) {
        if (!unit.isUnit()) {
            return;
        }
        switch (unit.outcome()) {
            case OPEN -> {}
            case SCANNED -> scannedUnits += times;
            case SKIPPED -> skippedUnits += times;
            case FAILED -> {
                failedUnits += times;
                problems += times;
            }
        }
        found += times * unit.found();
        unit.findings().forEach(finding -> count(finding, times));
    }

    /** One workload or invitation of a unit: it may have thousands. */
    private void count(RegionEntry unit, String id, int times) {
        if (!unit.isUnit()) {
            return;
        }
        found += times * unit.found();
        Finding finding = unit.find(id);
        if (finding != null && unit.counts(id)) {
            count(finding, times);
        }
    }

    private void count(Finding finding, int times) {
        count(finding.problem(), times);
        switch (finding) {
            case Finding.OfInvitation it -> count(actions, it.action().name(), times);
            case Finding.OfWorkload it -> it.targets().forEach(target -> count(target, times));
        }
    }

    private void count(TargetOutcome target, int times) {
        count(actions, target.action().name(), times);
        if (target.status() != null) {
            count(statuses, target.status(), times);
        }
        count(target.problem(), times);
    }

    private void count(Problem problem, int times) {
        problems += SweepLedger.isProblem(problem) ? times : 0;
    }

    private static void count(Map<String, Integer> counts, String word, int times) {
        counts.merge(word, times, (before, more) -> before + more == 0 ? null : Integer.valueOf(before + more));
    }
}
