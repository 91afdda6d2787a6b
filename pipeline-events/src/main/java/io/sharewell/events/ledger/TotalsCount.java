package io.sharewell.events.ledger;

import io.sharewell.events.Region;
import io.sharewell.events.ShareResult.InvitationResult;
import io.sharewell.events.ShareResult.Totals;
import io.sharewell.events.ShareResult.WorkloadResult;
import io.sharewell.events.TargetOutcome;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Counts a sweep. */
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

    private TotalsCount() {}

    static Totals of(Collection<AccountEntry> accounts) {
        TotalsCount count = new TotalsCount();
        accounts.forEach(count::add);
        return new Totals(
                new Totals.Accounts(count.selected, count.opened, count.blocked, count.skipped),
                new Totals.Units(count.units, count.scannedUnits, count.skippedUnits, count.failedUnits),
                count.found,
                count.actions,
                count.statuses,
                count.problems);
    }

    private void add(AccountEntry account) {
        if (account.selected()) {
            selected++;
        }
        switch (account.outcome()) {
            case OPEN -> {}
            case OPENED -> opened++;
            case BLOCKED -> {
                blocked++;
                problems++;
            }
            case SKIPPED -> skipped++;
        }
        units += account.units().size();
        for (Region unit : account.units()) {
            add(account.regions().get(unit));
        }
    }

    private void add(RegionEntry unit) {
        switch (unit.outcome()) {
            case OPEN -> {}
            case SCANNED -> scannedUnits++;
            case SKIPPED -> skippedUnits++;
            case FAILED -> {
                failedUnits++;
                problems++;
            }
        }
        found += unit.found();
        unit.results().forEach(this::add);
        unit.invitations().forEach(this::add);
    }

    private void add(WorkloadResult result) {
        problems += SweepLedger.isProblem(result.problem()) ? 1 : 0;
        for (TargetOutcome target : result.targets()) {
            actions.merge(target.action().name(), 1, Integer::sum);
            if (target.status() != null) {
                statuses.merge(target.status(), 1, Integer::sum);
            }
            problems += SweepLedger.isProblem(target.problem()) ? 1 : 0;
        }
    }

    private void add(InvitationResult result) {
        actions.merge(result.action().name(), 1, Integer::sum);
        problems += SweepLedger.isProblem(result.problem()) ? 1 : 0;
    }
}
