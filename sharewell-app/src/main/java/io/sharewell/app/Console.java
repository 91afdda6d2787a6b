package io.sharewell.app;

import io.sharewell.app.view.OrganizationTree;
import io.sharewell.app.view.OutcomeTable;
import io.sharewell.app.view.Progress;
import io.sharewell.app.view.ReportFile;
import io.sharewell.app.view.Terminal;
import io.sharewell.events.Purpose;
import io.sharewell.events.ledger.SweepReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;

/** Where the commands show what happens. */
final class Console {

    private final PrintWriter out;
    private final Terminal terminal;

    Console(PrintWriter out, Terminal terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** A live display on a terminal, plain lines otherwise. */
    Progress progress() {
        return Progress.on(terminal, out);
    }

    void show(SweepReport report) {
        out.println();
        if (report.purpose() != Purpose.ACCEPT) {
            new OrganizationTree(terminal).print(report, out);
            out.println();
        }
        new OutcomeTable(terminal).print(report, out);
        out.flush();
    }

    /** @param acceptance of the invitations, if they were accepted */
    void write(SweepReport report, Optional<SweepReport> acceptance, Path file) {
        ReportFile.write(report, acceptance, file);
        say("Report: " + file.toAbsolutePath());
    }

    void say(String text) {
        out.println(text);
        out.flush();
    }
}
