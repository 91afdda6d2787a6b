package io.sharewell.chaos;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a command says, line by line, and how it refuses an option. */
@Command
final class Console {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    synchronized void say(String line, Object... arguments) {
        PrintWriter out = command.commandLine().getOut();
        out.println(line.formatted(arguments));
        out.flush();
    }

    void requireAtLeast(int least, String option, int given) {
        if (given < least) {
            throw new ParameterException(command.commandLine(), option + ": give at least " + least);
        }
    }
}
