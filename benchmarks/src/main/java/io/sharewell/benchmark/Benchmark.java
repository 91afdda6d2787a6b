package io.sharewell.benchmark;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code ./sharewell benchmark}. */
@Command(
        name = "benchmark",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = Benchmark.WRONG_USAGE,
        exitCodeOnExecutionException = Benchmark.NOT_MEASURED,
        footer = {"", "Exit status: 0 if all was measured, 3 if not, 64 wrong usage."},
        description = "Measures Sharewell on this machine, against the simulated AWS.",
        subcommands = {
            SweepCommand.class,
            ServicesCommand.class,
            StartCommand.class,
            MicroCommand.class,
            LedgerCommand.class,
            BareLoopCommand.class
        })
public final class Benchmark implements Runnable {

    static final int WRONG_USAGE = 64;
    static final int NOT_MEASURED = 3;

    @Spec
    private CommandSpec spec;

    public static void main(String... args) {
        System.exit(new CommandLine(new Benchmark()).execute(args));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "sweep, services, start, micro or ledger?");
    }
}
