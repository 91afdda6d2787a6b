package io.sharewell.benchmark;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./sharewell benchmark}. */
@Command(
        name = "benchmark",
        mixinStandardHelpOptions = true,
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
