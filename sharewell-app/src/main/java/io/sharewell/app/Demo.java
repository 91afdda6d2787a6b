package io.sharewell.app;

import io.sharewell.app.view.ExitStatus;
import io.sharewell.discovery.domain.SweepRequest;
import io.sharewell.events.ledger.SweepReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Two sweeps over the sample organization: the first shares, the second finds nothing to do. */
final class Demo {

    private final Console console;
    private final WatchedSweep sweep;
    private final SimulatorCalls calls;
    private final Instant start;

    Demo(Console console, WatchedSweep sweep, SimulatorCalls calls, Instant start) {
        this.console = console;
        this.sweep = sweep;
        this.calls = calls;
        this.start = start;
    }

    /** Gives 0 if all went as planned. */
    int run(SweepRequest request, Path reportFile) throws InterruptedException, IOException {
        SweepReport first = sweep.run(request);
        console.show(first);
        if (reportFile != null) {
            console.write(first, Optional.empty(), reportFile);
        }
        console.say(String.format(
                "From the start of the command to this result: %.1f s.",
                Duration.between(start, Instant.now()).toMillis() / 1000.0));
        if (!first.complete()) {
            return ExitStatus.NOT_COMPLETE;
        }
        return second(request);
    }

    private int second(SweepRequest request) throws InterruptedException, IOException {
        console.say("\nThe same again: a second sweep finds everything as it should be.");
        calls.reset();
        SweepReport second = sweep.run(request);
        long writes = calls.shareWrites();
        console.say("Second sweep: " + (second.complete() ? "complete" : "NOT complete") + ", "
                + second.workloads().found() + " workloads looked at, " + writes
                + " Create/Update/Delete calls, as the simulated AWS counted them.");
        return second.complete() && writes == 0 ? 0 : ExitStatus.NOT_COMPLETE;
    }
}
