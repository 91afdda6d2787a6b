package io.sharewell.app;

import io.sharewell.app.view.ExitStatus;
import io.sharewell.app.view.Terminal;
import io.sharewell.discovery.domain.SweepRequest;
import io.sharewell.events.AccountDiscovered.Cause;
import io.sharewell.events.Mode;
import io.sharewell.events.Purpose;
import io.sharewell.events.Selection;
import io.sharewell.events.ledger.SweepReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Takes the shares back. */
@Command(
        name = "unshare",
        mixinStandardHelpOptions = true,
        description = {
            "Deletes the shares with the reviews account.",
            "Those of every workload that is selected, also with all others that are named, and no other share. Asks"
                    + " before it does; --plan shows what it would do."
        })
final class UnshareCommand implements Callable<Integer> {

    private static final String CONSENT = "yes";

    private final Supplier<Optional<UnaryOperator<String>>> human;

    @Mixin
    private SweepOptions options;

    @Mixin
    private SelectionOptions selection;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Spec
    private CommandSpec spec;

    /** Asks on the terminal that this process has, if any. */
    UnshareCommand() {
        this(() -> Optional.ofNullable(System.console())
                .filter(java.io.Console::isTerminal)
                .map(terminal -> prompt -> terminal.readLine("%s", prompt)));
    }

    /** @param human answers a prompt; empty if there is nobody to ask */
    UnshareCommand(Supplier<Optional<UnaryOperator<String>>> human) {
        this.human = human;
    }

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine().getOut(), Terminal.ofThisProcess());
        Selection selected = selection.selection(options.partition());
        if (options.mode() == Mode.APPLY && !yes && !hasConsent(console)) {
            console.say("Nothing was changed.");
            return ExitStatus.NOT_COMPLETE;
        }
        List<String> fingerprint = new ArrayList<>(options.fingerprint());
        fingerprint.add("unshare selection=" + selected);
        return new LaptopSweep(console, options.brokerDir(), options.report())
                .run(options.settings(), fingerprint, sweeps -> run(sweeps, selected, console));
    }

    private boolean hasConsent(Console console) {
        UnaryOperator<String> answer = human.get()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "it deletes shares and there is no terminal to ask on: give --yes, or --plan to look first"));
        String principals =
                options.targets().stream().map(TargetOption::principal).collect(Collectors.joining(", "));
        console.say("This deletes the shares of all selected workloads with " + principals + ".");
        return CONSENT.equals(answer.apply("Type " + CONSENT + " to go on: "));
    }

    private int run(LaptopSweep.Sweeps sweeps, Selection selected, Console console) throws InterruptedException {
        SweepReport report = sweeps.run(new SweepRequest(Purpose.UNSHARE, options.mode(), selected, Cause.REQUEST));
        console.show(report);
        if (options.report().isPresent()) {
            console.write(report, Optional.empty(), options.report().get());
        }
        return ExitStatus.of(report);
    }
}
