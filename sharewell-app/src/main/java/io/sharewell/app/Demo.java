package io.sharewell.app;

import io.sharewell.app.view.ExitStatus;
import io.sharewell.discovery.domain.SweepRequest;
import io.sharewell.events.AccountDiscovered.Cause;
import io.sharewell.events.AccountId;
import io.sharewell.events.Mode;
import io.sharewell.events.Purpose;
import io.sharewell.events.Selection;
import io.sharewell.events.ledger.SweepReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Sweeps over the sample organization: the first shares, the second accepts in the reviews account, and the third, as the
 * first, finds nothing to do.
 */
final class Demo {

    private final Console console;
    private final WatchedSweep sweep;
    private final SimulatorCalls calls;
    private final AccountId reviewsAccount;
    private final Instant start;

    Demo(Console console, WatchedSweep sweep, SimulatorCalls calls, AccountId reviewsAccount, Instant start) {
        this.console = console;
        this.sweep = sweep;
        this.calls = calls;
        this.reviewsAccount = reviewsAccount;
        this.start = start;
    }

    /** Gives 0 if all went as planned. */
    int run(Path reportFile) throws InterruptedException, IOException {
        SweepReport shared = sweep.run(share());
        console.show(shared);
        console.say(String.format(
                "From the start of the command to this result: %.1f s.",
                Duration.between(start, Instant.now()).toMillis() / 1000.0));
        console.say(
                "\nInvitations end after seven days: Sharewell accepts them in the reviews account, with a role there.");
        SweepReport accepted = sweep.run(accept());
        console.show(accepted);
        if (reportFile != null) {
            console.write(shared, Optional.of(accepted), reportFile);
        }
        boolean asPlanned = shared.complete() && accepted.complete() && nothingIsLeftToDo();
        return asPlanned ? ExitStatus.COMPLETE : ExitStatus.NOT_COMPLETE;
    }

    private boolean nothingIsLeftToDo() throws InterruptedException, IOException {
        console.say("\nThe same again: a second sweep finds everything as it should be.");
        calls.reset();
        SweepReport second = sweep.run(share());
        long writes = calls.shareWrites();
        console.say("Second sweep: " + (second.complete() ? "complete" : "NOT complete") + ", "
                + second.workloads().found() + " workloads looked at, " + writes
                + " Create/Update/Delete calls, as the simulated AWS counted them.");
        return second.complete() && writes == 0;
    }

    private static SweepRequest share() {
        return new SweepRequest(Purpose.SHARE, Mode.APPLY, Selection.everything(), Cause.REQUEST);
    }

    private SweepRequest accept() {
        return new SweepRequest(Purpose.ACCEPT, Mode.APPLY, Selection.of(reviewsAccount), Cause.REQUEST);
    }
}
