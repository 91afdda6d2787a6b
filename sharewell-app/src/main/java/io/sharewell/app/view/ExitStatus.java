package io.sharewell.app.view;

import io.sharewell.events.Reason;
import io.sharewell.events.ledger.SweepReport;
import io.sharewell.events.ledger.SweepSummary;
import io.sharewell.events.ledger.SweepSummary.State;

/** How the process ends. The numbers are a promise to scripts. */
public final class ExitStatus {

    /** Complete, without a problem. */
    public static final int COMPLETE = 0;

    /** Complete, with problems. */
    public static final int PROBLEMS = 2;

    /** Not complete, or the set-up is wrong. */
    public static final int NOT_COMPLETE = 3;

    /** No account was selected. */
    public static final int NOTHING_SELECTED = 4;

    /** The command line is wrong. */
    public static final int USAGE = 64;

    private ExitStatus() {}

    /** The exit status that a sweep's report calls for; a sweep that still runs is not complete. */
    public static int of(SweepReport report) {
        Reason failure = report.failure() == null ? null : report.failure().reason();
        return of(failure, report.complete(), report.workloads().problems());
    }

    /** The same by what its line in a list says. */
    public static int of(SweepSummary sweep) {
        return of(
                sweep.reason(), sweep.state() == State.COMPLETED, sweep.totals().problems());
    }

    private static int of(Reason failure, boolean complete, int problems) {
        if (failure == Reason.NOTHING_SELECTED) {
            return NOTHING_SELECTED;
        }
        if (!complete) {
            return NOT_COMPLETE;
        }
        return problems > 0 ? PROBLEMS : COMPLETE;
    }
}
