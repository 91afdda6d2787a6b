package io.sharewell.app;

import io.sharewell.app.view.Progress;
import io.sharewell.app.view.ProgressSnapshot;
import io.sharewell.discovery.domain.SweepConductor;
import io.sharewell.discovery.domain.SweepRequest;
import io.sharewell.events.ledger.SweepLedger;
import io.sharewell.events.ledger.SweepReport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** One sweep from its beginning to its end, with its progress shown. */
final class WatchedSweep {

    private static final Duration LOOK = Duration.ofMillis(200);

    private final SweepConductor conductor;
    private final Console console;
    private final Clock clock;
    private final CtrlC ctrlC;

    WatchedSweep(SweepConductor conductor, Console console, Clock clock, CtrlC ctrlC) {
        this.conductor = conductor;
        this.console = console;
        this.clock = clock;
        this.ctrlC = ctrlC;
    }

    /** Begins a sweep and returns at its end, or as far as it came at Ctrl-C. */
    SweepReport run(SweepRequest request) throws InterruptedException {
        return watch(conductor.start(request));
    }

    /** Watches a sweep that runs already. */
    SweepReport watch(String sweepId) throws InterruptedException {
        Instant start = clock.instant();
        try (Progress progress = console.progress()) {
            while (!ctrlC.isPressed()
                    && !conductor.read(
                            ledger -> ledger.sweep(sweepId).orElseThrow().ended())) {
                progress.show(snapshot(sweepId, start));
                Thread.sleep(LOOK);
            }
            progress.end(snapshot(sweepId, start));
        }
        return conductor.read(ledger -> ledger.sweep(sweepId).orElseThrow().report());
    }

    private ProgressSnapshot snapshot(String sweepId, Instant start) {
        Duration elapsed = Duration.between(start, clock.instant());
        return conductor.read(ledger -> {
            SweepLedger sweep = ledger.sweep(sweepId).orElseThrow();
            return ProgressSnapshot.of(sweep, elapsed);
        });
    }
}
