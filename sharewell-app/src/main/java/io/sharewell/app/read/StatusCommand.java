package io.sharewell.app.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sharewell.app.view.ExitStatus;
import io.sharewell.app.view.StatusReport;
import io.sharewell.app.view.StatusView;
import io.sharewell.app.view.Terminal;
import io.sharewell.events.EventCodec;
import io.sharewell.events.ledger.Ledger;
import io.sharewell.events.ledger.SweepSummary;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code status}: how a running installation stands. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnExecutionException = ExitStatus.NOT_COMPLETE,
        description = "How a running installation stands, read from share-results: what runs, the last complete sweep,"
                + " which accounts are newly blocked.",
        exitCodeListHeading = "%nExit status, by the newest sweep over the organization that has ended:%n",
        exitCodeList = {
            "0:Complete, no problems.",
            "2:Complete, with problems.",
            "3:Failed, or no sweep has ended yet, or Kafka cannot be read.",
            "4:No account was selected.",
            "64:The command line is wrong."
        })
public final class StatusCommand implements Callable<Integer> {

    static final String NO_SWEEP =
            "There is no sweep in share-results yet: start one with POST /sweeps, or wait for the schedule.";

    private static final JsonMapper JSON =
            EventCodec.mapper().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Supplier<Terminal> terminal;
    private final Clock clock;

    @Spec
    private CommandSpec spec;

    @Mixin
    private BrokerOptions broker;

    @Option(names = "--json", description = "Print JSON, for programs.")
    private boolean json;

    /** Prints for the terminal that this process has, by the clock of this machine. */
    public StatusCommand() {
        this(Terminal::ofThisProcess, Clock.systemUTC());
    }

    StatusCommand(Supplier<Terminal> terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        Ledger ledger = new Ledger();
        try {
            new Feed(broker).read(ledger::apply);
        } catch (UnreadableFeedException e) {
            return complain(e.getMessage());
        }
        StatusReport status = Status.of(ledger, clock.instant());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JSON.writeValueAsString(status));
        } else if (status.sweeps().isEmpty()) {
            return complain(NO_SWEEP);
        } else {
            new StatusView(terminal.get()).print(status, out);
        }
        out.flush();
        return ledger.latestEnded()
                .map(sweep -> ExitStatus.of(SweepSummary.of(sweep)))
                .orElse(ExitStatus.NOT_COMPLETE);
    }

    private int complain(String message) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(message);
        err.flush();
        return ExitStatus.NOT_COMPLETE;
    }
}
