package io.sharewell.app.view;

import io.sharewell.events.ShareResult.Totals;
import io.sharewell.events.ledger.SweepLedger;
import java.time.Duration;
import java.util.Objects;

/**
 * Where a sweep is at one moment.
 *
 * @param accounts opened and blocked ones, of those selected so far
 * @param blocked how many of the accounts are blocked
 * @param units units with an outcome, of those known so far
 * @param workloads workloads with a result, of those found so far
 * @param problems problems so far
 * @param elapsed since the sweep began
 */
public record ProgressSnapshot(
        String sweepId,
        Phase phase,
        Part accounts,
        int blocked,
        Part units,
        Part workloads,
        int problems,
        Duration elapsed) {

    /** What goes on. */
    public enum Phase {
        /** Accounts are still being listed: all totals grow. */
        LISTING,
        /** All accounts are known. */
        WORKING,
        /** Discovery has said that the sweep is over. */
        ENDED
    }

    /** So many of so many. */
    public record Part(long done, long all) {

        /** Of nothing, everything is done. */
        double share() {
            return all == 0 ? 1 : (double) done / all;
        }
    }

    public ProgressSnapshot {
        Objects.requireNonNull(sweepId, "sweepId");
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(elapsed, "elapsed");
    }

    /** Of a ledger as it is now. */
    public static ProgressSnapshot of(SweepLedger sweep, Duration elapsed) {
        Totals totals = sweep.totals();
        Part accounts = new Part(
                totals.accounts().opened() + totals.accounts().blocked(),
                totals.accounts().selected());
        Totals.Units counted = totals.units();
        Part units = new Part(counted.scanned() + counted.skipped() + counted.failed(), counted.total());
        // What is open and neither account nor unit is a workload
        long openWorkloads = sweep.open() - (accounts.all() - accounts.done()) - (units.all() - units.done());
        Part workloads = new Part(totals.workloads() - Math.max(0, openWorkloads), totals.workloads());
        return new ProgressSnapshot(
                sweep.sweepId(),
                phaseOf(sweep),
                accounts,
                totals.accounts().blocked(),
                units,
                workloads,
                totals.problems(),
                elapsed);
    }

    private static Phase phaseOf(SweepLedger sweep) {
        if (sweep.ended()) {
            return Phase.ENDED;
        }
        return sweep.listed() ? Phase.WORKING : Phase.LISTING;
    }

    /**
     * How much of the sweep is done, from 0 to 1. An account that is not opened yet counts as if it had as many units as the
     * others have. As long as accounts are listed nobody knows: 0.
     */
    double share() {
        if (phase == Phase.LISTING) {
            return 0;
        }
        return accounts.share() * units.share() * workloads.share();
    }
}
