package io.sharewell.app.replay;

import io.sharewell.app.CommandRun;
import java.time.Clock;
import java.time.ZoneOffset;

/** The commands of this package, run by tests. */
final class ReplayCommands {

    private static final Clock CLOCK = Clock.fixed(Letters.NOW, ZoneOffset.UTC);

    private ReplayCommands() {}

    static CommandRun replay(String... arguments) {
        return CommandRun.of(new ReplayCommand(CLOCK), arguments);
    }

    static CommandRun redrive(String... arguments) {
        return CommandRun.of(new RedriveCommand(CLOCK), arguments);
    }
}
