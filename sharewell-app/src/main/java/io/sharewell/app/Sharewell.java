package io.sharewell.app;

import io.quarkus.runtime.annotations.QuarkusMain;
import io.sharewell.app.read.ReportCommand;
import io.sharewell.app.read.StatusCommand;
import io.sharewell.app.replay.RedriveCommand;
import io.sharewell.app.replay.ReplayCommand;
import io.sharewell.app.view.ExitStatus;
import io.sharewell.simulator.SimulatorCommand;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line: {@code ./sharewell}. */
@QuarkusMain
@Command(
        name = "sharewell",
        mixinStandardHelpOptions = true,
        version = "Sharewell 1.0.0",
        description = "Shares every AWS Well-Architected workload of an AWS Organization with one reviews account.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            UnshareCommand.class,
            DoctorCommand.class,
            ExplainCommand.class,
            StatusCommand.class,
            ReportCommand.class,
            ReplayCommand.class,
            RedriveCommand.class,
            KeysetCommand.class,
            SimulatorCommand.class,
            ServicesCommand.class
        },
        footer = {
            "",
            "From the script also: ./sharewell build, test (all tests), images, benchmark, chaos (fault proofs).",
            "Exit status: 0 complete, no problems; 2 complete, with problems; 3 not complete or the set-up is wrong;",
            "4 nothing selected; 64 wrong usage."
        })
public final class Sharewell implements Runnable {

    @Spec
    private CommandSpec spec;

    public static void main(String... args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return commandLine(new Sharewell());
    }

    /** A command that ends as all of Sharewell's commands do, whatever was typed and whatever goes wrong. */
    static CommandLine commandLine(Object command) {
        return new CommandLine(command)
                .registerConverter(Path.class, new Converters.File())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Sharewell::wrongUsage)
                .setExecutionExceptionHandler(Failures::report);
    }

    private static int wrongUsage(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        command.getErr().println("sharewell: " + e.getMessage());
        command.usage(command.getErr());
        return ExitStatus.USAGE;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
