package io.sharewell.app.read;

import io.sharewell.app.view.ExitStatus;
import io.sharewell.app.view.OrganizationTree;
import io.sharewell.app.view.OutcomeTable;
import io.sharewell.app.view.ReportFile;
import io.sharewell.app.view.ReportFileException;
import io.sharewell.app.view.Terminal;
import io.sharewell.events.ledger.SweepReport;
import java.io.PrintWriter;
import java.nio.file.Path;
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

    @Option(names = "--sweep", paramLabel = "ID", description = "Which sweep; the newest without it.")
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
            SeenSweeps sweeps = sweepId == null ? SeenSweeps.newest() : SeenSweeps.only(sweepId);
            new Feed(broker).read(sweeps);
            Optional<SeenSweep> sweep = sweepId == null ? sweeps.latest() : sweeps.sweep(sweepId);
            return sweep.flatMap(SeenSweep::whole)
                    .map(whole -> tell(whole.report()))
                    .orElseGet(() -> unknown(sweeps));
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

    private int unknown(SeenSweeps sweeps) {
        if (sweeps.newestFirst().isEmpty()) {
            return complain(StatusCommand.NO_SWEEP);
        }
        return complain("There is no sweep '" + sweepId + "' in share-results. Known, newest first: "
                + sweeps.newestFirst().stream()
                        .limit(SWEEPS_NAMED)
                        .map(SeenSweep::sweepId)
                        .collect(Collectors.joining(", "))
                + (sweeps.newestFirst().size() > SWEEPS_NAMED ? " and older ones." : "."));
    }

    private int complain(String message) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(message);
        err.flush();
        return ExitStatus.NOT_COMPLETE;
    }
}
