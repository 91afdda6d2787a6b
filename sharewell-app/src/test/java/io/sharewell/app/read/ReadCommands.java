package io.sharewell.app.read;

import io.sharewell.app.CommandRun;
import io.sharewell.app.view.Terminal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** The commands of this package, run by tests. */
final class ReadCommands {

    static final Instant NOW = Instant.parse("2026-11-21T13:07:30Z");

    private ReadCommands() {}

    static CommandRun status(String... arguments) {
        return CommandRun.of(new StatusCommand(() -> Terminal.plain(100), Clock.fixed(NOW, ZoneOffset.UTC)), arguments);
    }

    static CommandRun report(String... arguments) {
        return CommandRun.of(new ReportCommand(() -> Terminal.plain(100)), arguments);
    }
}
