package io.sharewell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** What a command printed, and how it ended: never with a stack trace. */
public record CommandRun(int exitStatus, String out, String err) {

    public static CommandRun of(Object command, String... arguments) {
        return of(Sharewell.commandLine(command), arguments);
    }

    static CommandRun of(CommandLine command, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitStatus = command.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        assertThat(out + "" + err).doesNotContain("\tat ");
        return new CommandRun(exitStatus, text(out), text(err));
    }

    private static String text(StringWriter written) {
        return written.toString().replace(System.lineSeparator(), "\n");
    }
}
