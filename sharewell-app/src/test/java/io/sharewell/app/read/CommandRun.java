package io.sharewell.app.read;

import io.sharewell.app.view.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import picocli.CommandLine;

/** What a command printed, and how it ended. */
record CommandRun(int exitStatus, String out, String err) {

    static final Instant NOW = Instant.parse("2026-11-21T13:07:30Z");

    static CommandRun status(String... arguments) {
        return of(new StatusCommand(() -> Terminal.plain(100), Clock.fixed(NOW, ZoneOffset.UTC)), arguments);
    }

    static CommandRun report(String... arguments) {
        return of(new ReportCommand(() -> Terminal.plain(100)), arguments);
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
