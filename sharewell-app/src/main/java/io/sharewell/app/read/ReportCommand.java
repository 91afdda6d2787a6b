package io.sharewell.app.read;

import io.sharewell.app.view.ExitStatus;
import io.sharewell.app.view.OrganizationTree;
import io.sharewell.app.view.OutcomeTable;
import io.sharewell.app.view.ReportFile;
import io.sharewell.app.view.ReportFileException;
import io.sharewell.app.view.Terminal;
import io.sharewell.events.ledger.Ledger;
import io.sharewell.events.ledger.SweepLedger;
import io.sharewell.events.ledger.SweepReport;
import io.sharewell.events.ledger.SweepSummary;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code report}: what came of a sweep of a running installation. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnExecutionException = ExitStatus.NOT_COMPLETE,
        description = "What came of a sweep of a running installation, read from share-results.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:Complete, no problems.",
            "2:Complete, with problems.",
            "3:Not complete (also: it still runs), no such sweep, or Kafka cannot be read.",
            "4:No account was selected.",
            "64:The command line is wrong."
        })
public final class ReportCommand implements Callable<Integer> {

    private static final int SWEEPS_NAMED = 10;

    private final Supplier<Terminal> terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private BrokerOptions broker;

    @Option(
            names = "--sweep",
            paramLabel = "ID",
            description =
                    "Which sweep; without it the newest over the organization, else the newest of a part of it, else the"
                            + " newest acceptance.")
    private String sweepId;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write the whole report too: JSON, or a table of the workloads if the name ends in .csv.")
    private Path file;

    /** Prints for the terminal that this process has. */
    public ReportCommand() {
        this(Terminal::ofThisProcess);
    }

    ReportCommand(Supplier<Terminal> terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try {
            if (file != null) {
                ReportFile.check(file);
            }
            Ledger ledger = sweepId == null ? new Ledger() : Ledger.keeping(sweepId);
            new Feed(broker).read(ledger::apply);
            Optional<SweepLedger> sweep = sweepId == null ? ledger.latest() : ledger.sweep(sweepId);
            return sweep.map(it -> tell(it.report())).orElseGet(() -> unknown(ledger.summaries()));
        } catch (UnreadableFeedException | ReportFileException e) {
            return complain(e.getMessage());
        }
    }

    private int tell(SweepReport report) {
        PrintWriter out = spec.commandLine().getOut();
        Terminal shownOn = terminal.get();
        new OutcomeTable(shownOn).print(report, out);
        out.println();
        new OrganizationTree(shownOn).print(report, out);
        if (file != null) {
            ReportFile.write(report, file);
            out.println();
            out.println("The report is in " + file);
        }
        out.flush();
        return ExitStatus.of(report);
    }

    private int unknown(List<SweepSummary> sweeps) {
        if (sweeps.isEmpty()) {
            return complain(StatusCommand.NO_SWEEP);
        }
        return complain("There is no sweep '" + sweepId + "' in share-results. Known, newest first: "
                + sweeps.reversed().stream()
                        .limit(SWEEPS_NAMED)
                        .map(SweepSummary::sweepId)
                        .collect(Collectors.joining(", "))
                + (sweeps.size() > SWEEPS_NAMED ? " and older ones." : "."));
    }

    private int complain(String message) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(message);
        err.flush();
        return ExitStatus.NOT_COMPLETE;
    }
}
