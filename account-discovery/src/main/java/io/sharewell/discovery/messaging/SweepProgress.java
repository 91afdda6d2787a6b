package io.sharewell.discovery.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.sharewell.discovery.domain.SweepConductor;
import io.sharewell.events.Purpose;
import io.sharewell.events.ShareResult.Totals;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.ToIntFunction;

/** How far the sweeps that run have come, as metrics. What is open has been listed and has no outcome yet; a listing that is not over is one more. */
@Startup
@ApplicationScoped
class SweepProgress {

    private final MeterRegistry metrics;
    private final SweepConductor conductor;

    SweepProgress(MeterRegistry metrics, SweepConductor conductor) {
        this.metrics = metrics;
        this.conductor = conductor;
        for (Purpose purpose : Purpose.values()) {
            Gauge.builder("sharewell.sweep.running.open", () -> open(purpose))
                    .description(
                            "Listings that are not over, and accounts, Regions and workloads without an outcome, of the"
                                    + " sweeps that run")
                    .tag("purpose", purpose.name())
                    .register(metrics);
        }
        accounts("open", it -> it.selected() - it.opened() - it.blocked());
        accounts("opened", Totals.Accounts::opened);
        accounts("blocked", Totals.Accounts::blocked);
        units("open", it -> it.total() - it.scanned() - it.skipped() - it.failed());
        units("scanned", Totals.Units::scanned);
        units("skipped", Totals.Units::skipped);
        units("failed", Totals.Units::failed);
    }

    private long open(Purpose purpose) {
        return conductor.read(ledger -> ledger.running().stream()
                .filter(sweep -> sweep.envelope().purpose() == purpose)
                .mapToLong(sweep -> sweep.open() + (sweep.listed() ? 0 : 1))
                .sum());
    }

    private void accounts(String outcome, ToIntFunction<Totals.Accounts> number) {
        ofRunning("sharewell.sweep.running.accounts", outcome, it -> number.applyAsInt(it.accounts()));
    }

    private void units(String outcome, ToIntFunction<Totals.Units> number) {
        ofRunning("sharewell.sweep.running.units", outcome, it -> number.applyAsInt(it.units()));
    }

    private void ofRunning(String name, String outcome, ToIntFunction<Totals> number) {
        Gauge.builder(name, () -> sum(number))
                .description("Of the sweeps that run, by outcome; 0 if none does")
                .tag("outcome", outcome)
                .register(metrics);
    }

    private int sum(ToIntFunction<Totals> number) {
        return conductor.read(ledger -> ledger.running().stream()
                .mapToInt(sweep -> number.applyAsInt(sweep.totals()))
                .sum());
    }
}
