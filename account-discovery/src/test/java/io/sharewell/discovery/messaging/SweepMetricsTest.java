package io.sharewell.discovery.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sharewell.events.AccountDiscovered.Cause;
import io.sharewell.events.AccountId;
import io.sharewell.events.Envelope;
import io.sharewell.events.Mode;
import io.sharewell.events.Problem;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.Region;
import io.sharewell.events.Selection;
import io.sharewell.events.ShareResult.AccountBlocked;
import io.sharewell.events.ShareResult.AccountsSelected;
import io.sharewell.events.ShareResult.SweepCompleted;
import io.sharewell.events.ShareResult.SweepStarted;
import io.sharewell.events.ShareResult.Totals;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SweepMetricsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final AccountId ACCOUNT = AccountId.of("444444444444");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final SweepMetrics metrics = new SweepMetrics(registry, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void theLastCompleteSweepCountsAlsoIfItWasBeforeTheStart() {
        metrics.take(completed("a", Mode.APPLY));
        metrics.caughtUp();

        assertThat(gauge("sharewell.sweep.last.complete.age")).isEqualTo(3_600);
        assertThat(accounts("blocked")).isEqualTo(2);
        assertThat(accounts("newly-blocked")).isEqualTo(1);
        assertThat(registry.find("sharewell.outcomes").counter()).isNull();
    }

    @Test
    void earlierSweepsAreNotToldBeforeTheTopicHasBeenRead() {
        metrics.take(completed("a", Mode.APPLY));

        assertThat(registry.find("sharewell.sweep.last.complete.age").gauge())
                .as("its absence is an alert")
                .isNull();
        assertThat(registry.getMeters().stream()
                        .filter(meter -> meter.getId().getTag("outcome") != null)
                        .flatMap(meter -> Stream.of(((Gauge) meter).value())))
                .hasSize(10)
                .containsOnly(Double.NaN);
    }

    @Test
    void anEndDatedAheadCountsFromNowAndHidesNoneThatFollows() {
        metrics.caughtUp();
        metrics.take(completed("a", NOW.plusSeconds(86_400), 3));
        assertThat(gauge("sharewell.sweep.last.complete.age")).isZero();

        metrics.take(completed("b", NOW.minusSeconds(1_800), 0));
        assertThat(gauge("sharewell.sweep.last.complete.age")).isEqualTo(1_800);
        assertThat(accounts("blocked")).isZero();
    }

    @Test
    void withoutACompleteSweepTheAgeIsThatOfTheProcess() {
        metrics.caughtUp();
        assertThat(gauge("sharewell.sweep.last.complete.age")).isZero();
        assertThat(accounts("blocked")).isNaN();
    }

    @Test
    void aPlanAndASweepOfSomeAccountsAreNotTheLastCompleteSweep() {
        metrics.caughtUp();
        metrics.take(completed("plan", Mode.PLAN));
        metrics.take(asked("some", Selection.of(ACCOUNT)));
        metrics.take(completed("some", Mode.APPLY));

        assertThat(accounts("blocked")).isNaN();
    }

    @Test
    void aSweepOfSomeAccountsIsNotTheLastCompleteSweepAlsoIfItsEndIsSaidTwice() {
        metrics.caughtUp();
        metrics.take(asked("some", Selection.of(ACCOUNT)));
        metrics.take(completed("some", Mode.APPLY));
        metrics.take(completed("some", Mode.APPLY));

        assertThat(accounts("blocked")).isNaN();
    }

    @Test
    void ofSweepsThatWereAskedForThoseCountThatLeaveNothingOut() {
        metrics.caughtUp();
        Selection oneRegion =
                new Selection(null, null, null, null, null, List.of(Region.of("eu-west-1")), null, null, null, false);
        metrics.take(asked("part", oneRegion));
        metrics.take(completed("part", Mode.APPLY));
        assertThat(accounts("blocked")).isNaN();

        metrics.take(asked("all", Selection.everything()));
        metrics.take(completed("all", Mode.APPLY));
        assertThat(accounts("blocked")).isEqualTo(2);
    }

    private static SweepStarted asked(String sweepId, Selection selection) {
        return new SweepStarted(Envelope.of(sweepId, Purpose.SHARE, Mode.APPLY), NOW, Cause.REQUEST, selection);
    }

    @Test
    void whatIsSaidNowIsCountedByReasonAndPurpose() {
        metrics.caughtUp();
        Envelope sweep = Envelope.of("a", Purpose.SHARE, Mode.APPLY);
        Envelope acceptance = Envelope.of("b", Purpose.ACCEPT, Mode.APPLY);

        metrics.take(new AccountBlocked(sweep, ACCOUNT, Problem.of(Reason.ROLE_NOT_ASSUMABLE)));
        metrics.take(new AccountBlocked(acceptance, ACCOUNT, Problem.of(Reason.ROLE_NOT_ASSUMABLE)));

        assertThat(List.of("SHARE", "ACCEPT")).allSatisfy(purpose -> assertThat(registry.get("sharewell.outcomes")
                        .tags("subject", "account", "outcome", "blocked", "reason", "ROLE_NOT_ASSUMABLE")
                        .tag("purpose", purpose)
                        .counter()
                        .count())
                .isEqualTo(1));
    }

    @Test
    void accountsThatAreNamedAndNotThereAreCounted() {
        Envelope sweep = Envelope.of("a", Purpose.SHARE, Mode.APPLY);

        metrics.caughtUp();
        metrics.take(new AccountsSelected(sweep, 1, 0, List.of(ACCOUNT)));

        assertThat(registry.get("sharewell.outcomes")
                        .tags("subject", "account", "outcome", "missing", "reason", "NO_SUCH_ACCOUNT")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    private static SweepCompleted completed(String sweepId, Mode mode) {
        return completed(Envelope.of(sweepId, Purpose.SHARE, mode), NOW.minusSeconds(3_600), 2);
    }

    private static SweepCompleted completed(String sweepId, Instant endedAt, int blocked) {
        return completed(Envelope.of(sweepId, Purpose.SHARE, Mode.APPLY), endedAt, blocked);
    }

    private static SweepCompleted completed(Envelope sweep, Instant endedAt, int blocked) {
        Totals.Accounts accounts = new Totals.Accounts(10, 10 - blocked, blocked, 0);
        Totals totals = new Totals(accounts, new Totals.Units(8, 8, 0, 0), 5, Map.of(), Map.of(), blocked);
        return new SweepCompleted(sweep, endedAt.minusSeconds(400), endedAt, totals, List.of(ACCOUNT), List.of());
    }

    private double accounts(String outcome) {
        return registry.get("sharewell.sweep.accounts")
                .tag("outcome", outcome)
                .gauge()
                .value();
    }

    private double gauge(String name) {
        return registry.get(name).gauge().value();
    }
}
