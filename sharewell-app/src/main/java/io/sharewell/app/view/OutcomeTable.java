package io.sharewell.app.view;

import io.sharewell.events.Mode;
import io.sharewell.events.Purpose;
import io.sharewell.events.ledger.SweepReport;
import java.io.PrintWriter;
import java.time.Duration;

/** What came of a sweep: by number, then its problems by reason with their cures, then what was passed over. */
public final class OutcomeTable {

    private final Terminal terminal;

    /** @param terminal where it will be seen */
    public OutcomeTable(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Prints the sweep as far as it is known; it need not have ended. */
    public void print(SweepReport report, PrintWriter out) {
        Page page = new Page(terminal, out);
        heading(report, page);
        page.blank();
        new NumbersSection(report).print(page);
        if (!report.complete()) {
            new NotCompleteSection(report).print(page);
        }
        new ProblemsSection(report).print(page);
        new SkippedSection(report).print(page);
        page.flush();
    }

    private static void heading(SweepReport report, Page page) {
        String what = report.purpose() == null ? "" : " " + page.symbol(Symbol.DOT) + " " + described(report);
        page.line(page.paint(Ink.STRONG, "Sweep " + Text.clean(report.sweepId())) + what);
        if (report.startedAt() != null) {
            page.line(page.paint(Ink.FAINT, "Started " + Text.time(report.startedAt()) + took(report)));
        }
        verdict(report, page);
    }

    private static String described(SweepReport report) {
        String mode = report.mode() == Mode.PLAN ? "PLAN: AWS was only read, nothing changed" : "APPLY";
        return report.purpose() + ", " + mode;
    }

    private static String took(SweepReport report) {
        return report.endedAt() == null
                ? ", has not ended"
                : ", took " + Text.duration(Duration.between(report.startedAt(), report.endedAt()));
    }

    private static void verdict(SweepReport report, Page page) {
        int problems = report.workloads().problems();
        if (!report.complete()) {
            String running = report.failure() == null && report.endedAt() == null ? " yet" : "";
            page.line(page.paint(Ink.ALARM, page.symbol(Symbol.BAD) + " NOT COMPLETE" + running)
                    + (problems == 0 ? "" : ", " + Text.count(problems, "problem") + " so far"));
        } else if (problems > 0) {
            page.line(page.paint(
                    Ink.WARNING, page.symbol(Symbol.WARNING) + " Complete, with " + Text.count(problems, "problem")));
        } else {
            page.line(page.paint(Ink.GOOD, page.symbol(Symbol.GOOD) + " Complete, no problems"));
        }
        if (report.lacksParts()) {
            page.line("share-results no longer has all of it: these are its numbers at its end, and what is left.");
        }
    }

    /** What a sweep of this purpose looks for. */
    static String noun(SweepReport report) {
        return report.purpose() == Purpose.ACCEPT ? "invitation" : "workload";
    }
}
