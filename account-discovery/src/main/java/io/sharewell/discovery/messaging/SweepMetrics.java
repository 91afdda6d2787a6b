package io.sharewell.discovery.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.sharewell.events.Envelope;
import io.sharewell.events.Mode;
import io.sharewell.events.Problem;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.ShareResult;
import io.sharewell.events.ShareResult.AccountBlocked;
import io.sharewell.events.ShareResult.AccountOpened;
import io.sharewell.events.ShareResult.AccountSelected;
import io.sharewell.events.ShareResult.AccountSkipped;
import io.sharewell.events.ShareResult.AccountsSelected;
import io.sharewell.events.ShareResult.InvitationResult;
import io.sharewell.events.ShareResult.RegionFailed;
import io.sharewell.events.ShareResult.RegionScanned;
import io.sharewell.events.ShareResult.RegionSkipped;
import io.sharewell.events.ShareResult.SweepCompleted;
import io.sharewell.events.ShareResult.SweepFailed;
import io.sharewell.events.ShareResult.SweepStarted;
import io.sharewell.events.ShareResult.WorkloadResult;
import io.sharewell.events.TargetOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * What {@code share-results} says, as metrics. Gauges are of the last complete sweep that shared, also if it was before this
 * process; counters count what is said while it runs. What the topic had before is taken in first: until then gauges are
 * NaN, or alerts would hear of sweeps of the last month as of new ones, and the age is not there at all, or a process that
 * never gets so far would look well.
 */
@Startup
@ApplicationScoped
class SweepMetrics {

    private static final String NO_REASON = "NONE";

    private final MeterRegistry metrics;
    private final Clock clock;
    private final Set<String> ofAPart = new HashSet<>();
    private final Instant started;
    private volatile SweepCompleted last;
    private volatile Instant lastEndedAt;
    private volatile boolean caughtUp;

    SweepMetrics(MeterRegistry metrics, Clock clock) {
        this.metrics = metrics;
        this.clock = clock;
        this.started = clock.instant();
        accounts("selected", it -> it.totals().accounts().selected());
        accounts("opened", it -> it.totals().accounts().opened());
        accounts("blocked", it -> it.totals().accounts().blocked());
        accounts("newly-blocked", it -> it.newlyBlocked().size());
        accounts("newly-reachable", it -> it.newlyReachable().size());
        ofLast("sharewell.sweep.units", "scanned", it -> it.totals().units().scanned());
        ofLast("sharewell.sweep.units", "skipped", it -> it.totals().units().skipped());
        ofLast("sharewell.sweep.units", "failed", it -> it.totals().units().failed());
        ofLast("sharewell.sweep.workloads", "found", it -> it.totals().workloads());
        ofLast("sharewell.sweep.workloads", "problems", it -> it.totals().problems());
    }

    private void accounts(String outcome, ToIntFunction<SweepCompleted> number) {
        ofLast("sharewell.sweep.accounts", outcome, number);
    }

    private void ofLast(String name, String outcome, ToIntFunction<SweepCompleted> number) {
        Gauge.builder(name, () -> last().map(number::applyAsInt)
                        .map(Integer::doubleValue)
                        .orElse(Double.NaN))
                .description("Of the last complete sweep that shared, by outcome")
                .tag("outcome", outcome)
                .register(metrics);
    }

    private Optional<SweepCompleted> last() {
        return caughtUp ? Optional.ofNullable(last) : Optional.empty();
    }

    private double age() {
        // Without one, the age is that of this process: who never gets a sweep to its end must hear of it
        Instant since = last().map(_ -> lastEndedAt).orElse(started);
        return Duration.between(since, clock.instant()).toMillis() / 1000.0;
    }

    /** From now on statements are new: whatever {@code share-results} had before was taken. */
    void caughtUp() {
        caughtUp = true;
        Gauge.builder("sharewell.sweep.last.complete.age", this, SweepMetrics::age)
                .description("Time since the last complete sweep that shared")
                .baseUnit("seconds")
                .register(metrics);
    }

    void take(ShareResult statement) {
        switch (statement) {
            case SweepStarted it
            when !it.coversAll() -> ofAPart.add(it.envelope().sweepId());
            case SweepCompleted it
            when !ofAPart.contains(it.envelope().sweepId()) && shares(it.envelope()) -> takeLast(it);
            default -> {}
        }
        if (caughtUp) {
            count(statement);
        }
    }

    private void takeLast(SweepCompleted sweep) {
        Instant now = clock.instant();
        // Whose clock was ahead must not silence the alert until then
        lastEndedAt = sweep.endedAt().isAfter(now) ? now : sweep.endedAt();
        last = sweep;
    }

    private static boolean shares(Envelope sweep) {
        return sweep.purpose() == Purpose.SHARE && sweep.mode() == Mode.APPLY;
    }

    private void count(ShareResult statement) {
        switch (statement) {
            case AccountSelected _, SweepStarted _ -> {}
            case AccountsSelected it ->
                it.noSuchAccounts().forEach(_ -> count(it, "account", "missing", Reason.NO_SUCH_ACCOUNT.name()));
            case AccountSkipped it ->
                count(it, "account", "skipped", it.reason().name());
            case AccountOpened it -> count(it, "account", "opened", NO_REASON);
            case AccountBlocked it -> count(it, "account", "blocked", reason(it.problem()));
            case RegionScanned it -> count(it, "unit", "scanned", NO_REASON);
            case RegionSkipped it -> count(it, "unit", "skipped", reason(it.problem()));
            case RegionFailed it -> count(it, "unit", "failed", reason(it.problem()));
            case WorkloadResult it -> count(it);
            case InvitationResult it -> count(it, "invitation", it.action().name(), reason(it.problem()));
            case SweepCompleted it -> count(it, "sweep", "completed", NO_REASON);
            case SweepFailed it -> count(it, "sweep", "failed", reason(it.problem()));
        }
    }

    private void count(WorkloadResult result) {
        if (result.problem() != null) {
            count(result, "workload", "failed", reason(result.problem()));
        }
        for (TargetOutcome target : result.targets()) {
            count(result, "share", target.action().name(), reason(target.problem()));
        }
    }

    private static String reason(Problem problem) {
        return problem == null ? NO_REASON : problem.reason().name();
    }

    private void count(ShareResult statement, String subject, String outcome, String reason) {
        String purpose = statement.envelope().purpose().name();
        metrics.counter(
                        "sharewell.outcomes",
                        "subject",
                        subject,
                        "outcome",
                        outcome,
                        "reason",
                        reason,
                        "purpose",
                        purpose)
                .increment();
    }
}
