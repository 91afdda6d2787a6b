package io.sharewell.discovery.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.Startup;
import io.sharewell.discovery.domain.SweepConductor;
import io.sharewell.events.AccountDiscovered.Cause;
import io.sharewell.events.AccountId;
import io.sharewell.events.Envelope;
import io.sharewell.events.Mode;
import io.sharewell.events.Problem;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.Region;
import io.sharewell.events.Selection;
import io.sharewell.events.ShareResult;
import io.sharewell.events.ShareResult.AccountBlocked;
import io.sharewell.events.ShareResult.AccountOpened;
import io.sharewell.events.ShareResult.AccountSelected;
import io.sharewell.events.ShareResult.AccountsSelected;
import io.sharewell.events.ShareResult.RegionFailed;
import io.sharewell.events.ShareResult.RegionScanned;
import io.sharewell.events.ShareResult.RegionSkipped;
import io.sharewell.events.ShareResult.SweepFailed;
import io.sharewell.events.ShareResult.SweepStarted;
import io.sharewell.events.ShareResult.Totals;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SweepProgressTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Envelope SWEEP = Envelope.of("a", Purpose.SHARE, Mode.APPLY);
    private static final AccountId OPENED = AccountId.of("111111111111");
    private static final AccountId BLOCKED = AccountId.of("222222222222");
    private static final AccountId OPEN = AccountId.of("333333333333");
    private static final Problem DENIED = Problem.of(Reason.DENIED);
    private static final Totals NONE =
            new Totals(new Totals.Accounts(0, 0, 0, 0), new Totals.Units(0, 0, 0, 0), 0, Map.of(), Map.of(), 0);

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final SweepConductor conductor = new SweepConductor(null, null, null, Clock.systemUTC(), null, null, null);

    @Test
    void tellsWhatIsDoneAndWhatIsOpen() {
        new SweepProgress(metrics, conductor);

        say(
                new SweepStarted(SWEEP, NOW, Cause.SCHEDULE, Selection.everything()),
                new AccountSelected(SWEEP, OPENED, "opened", null),
                new AccountSelected(SWEEP, BLOCKED, "blocked", null),
                new AccountSelected(SWEEP, OPEN, "open", null),
                new AccountsSelected(SWEEP, 3, 0),
                new AccountBlocked(SWEEP, BLOCKED, DENIED),
                new AccountOpened(SWEEP, OPENED, List.of(region(1), region(2), region(3), region(4), region(5))),
                new RegionScanned(SWEEP, OPENED, region(1), List.of()),
                new RegionSkipped(SWEEP, OPENED, region(2), Problem.of(Reason.REGION_NOT_ENABLED)),
                new RegionFailed(SWEEP, OPENED, region(3), DENIED));

        assertThat(accounts()).isEqualTo(Map.of("open", 1.0, "opened", 1.0, "blocked", 1.0));
        assertThat(units()).isEqualTo(Map.of("open", 2.0, "scanned", 1.0, "skipped", 1.0, "failed", 1.0));
    }

    /** An alert watches it: whichever service is not there, something stays open. */
    @Test
    void tellsWhatWaitsForTheBrokerTheScannerOrTheWriter() {
        new SweepProgress(metrics, conductor);
        Region region = region(1);

        say(new SweepStarted(SWEEP, NOW, Cause.SCHEDULE, Selection.everything()));
        assertThat(open()).as("the listing").isOne();

        say(new AccountSelected(SWEEP, OPENED, "opened", null));
        assertThat(open()).as("the listing, and an account").isEqualTo(2);

        say(new AccountsSelected(SWEEP, 1, 0));
        assertThat(open()).isOne();

        say(new AccountOpened(SWEEP, OPENED, List.of(region)));
        assertThat(open()).isOne();

        say(new RegionScanned(SWEEP, OPENED, region, List.of("workload-1", "workload-2")));
        assertThat(open()).isEqualTo(2);

        Envelope acceptance = Envelope.of("b", Purpose.ACCEPT, Mode.APPLY);
        say(
                new SweepStarted(acceptance, NOW, Cause.SCHEDULE, Selection.everything()),
                new AccountSelected(acceptance, OPENED, null, null));
        assertThat(open()).as("an acceptance is counted by itself").isEqualTo(2);
    }

    @Test
    void nothingRunsOnceTheSweepHasEnded() {
        new SweepProgress(metrics, conductor);

        say(
                new SweepStarted(SWEEP, NOW, Cause.SCHEDULE, Selection.everything()),
                new AccountSelected(SWEEP, OPEN, "open", null),
                new SweepFailed(SWEEP, NOW, NOW, DENIED, NONE, List.of()));

        assertThat(accounts().values()).hasSize(3).containsOnly(0.0);
        assertThat(units().values()).hasSize(4).containsOnly(0.0);
        assertThat(open()).isZero();
    }

    /** An alert is about a service that has no metrics. */
    @Test
    void isThereBeforeAnythingIsSaid() {
        assertThat(SweepProgress.class).hasAnnotation(Startup.class);
        assertThat(SweepMetrics.class).hasAnnotation(Startup.class);
    }

    private static Region region(int number) {
        return Region.of("eu-west-" + number);
    }

    private void say(ShareResult... statements) {
        for (ShareResult statement : statements) {
            conductor.apply(statement, NOW);
        }
    }

    private double open() {
        return metrics.get("sharewell.sweep.running.open")
                .tag("purpose", "SHARE")
                .gauge()
                .value();
    }

    private Map<String, Double> accounts() {
        return gauges("sharewell.sweep.running.accounts");
    }

    private Map<String, Double> units() {
        return gauges("sharewell.sweep.running.units");
    }

    private Map<String, Double> gauges(String name) {
        return metrics.get(name).gauges().stream()
                .collect(Collectors.toMap(it -> it.getId().getTag("outcome"), it -> it.value()));
    }
}
