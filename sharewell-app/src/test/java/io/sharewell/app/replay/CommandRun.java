package io.sharewell.app.replay;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.ZoneOffset;
import picocli.CommandLine;

/** What a command printed, and how it ended. */
record CommandRun(int exitStatus, String out, String err) {

    private static final Clock CLOCK = Clock.fixed(Letters.NOW, ZoneOffset.UTC);

    static CommandRun replay(String... arguments) {
        return of(new ReplayCommand(CLOCK), arguments);
    }

    static CommandRun redrive(String... arguments) {
        return of(new RedriveCommand(CLOCK), arguments);
    }

    private static CommandRun of(Object command, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitStatus = new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new CommandRun(exitStatus, text(out), text(err));
    }

    private static String text(StringWriter written) {
        return written.toString().replace(System.lineSeparator(), "\n");
    }
}
