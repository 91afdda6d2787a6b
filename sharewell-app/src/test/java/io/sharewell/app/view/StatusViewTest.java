package io.sharewell.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.app.view.ProgressSnapshot.Part;
import io.sharewell.app.view.StatusReport.Running;
import io.sharewell.events.Mode;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.ledger.SweepLedger;
import io.sharewell.events.ledger.SweepSummary;
import io.sharewell.events.ledger.SweepSummary.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StatusViewTest {

    private static final Instant AT = Instant.parse("2026-11-21T10:10:00Z");

    @Test
    void saysWhatRunsAndThatNothingWasEverComplete() {
        StatusReport status = new StatusReport(
                AT,
                List.of(sweep(1, State.RUNNING, null), sweep(2, State.FAILED, Reason.DEADLINE_PASSED)),
                List.of(new Running(
                        "sweep-1",
                        AT.minus(Duration.ofMinutes(7)),
                        AT.minus(Duration.ofMillis(1500)),
                        new Part(340, 1000),
                        new Part(5210, 6120),
                        new Part(803, 811),
                        4)),
                null);

        assertThat(print(status)).isEqualTo("""
                        Running: sweep sweep-1, for 7 min 0 s, last heard of 1.5 s ago
                          accounts 340/1,000   units 5,210/6,120   workloads 803/811   4 problems so far

                        No sweep was ever complete, as far as the topic reaches back.

                        SWEEP    PURPOSE  MODE   STARTED                  STATE                   BLOCKED  FOUND  PROBLEMS
                        sweep-1  SHARE    APPLY  2026-11-20 10:10:00 UTC  RUNNING                       0      0         0
                        sweep-2  SHARE    APPLY  2026-11-19 10:10:00 UTC  FAILED DEADLINE_PASSED        0      0         0
                        """);
    }

    @Test
    void listsTenSweepsAndCountsTheOthers() {
        StatusReport status = new StatusReport(
                AT,
                IntStream.rangeClosed(1, 13)
                        .mapToObj(i -> sweep(i, State.COMPLETED, null))
                        .toList(),
                List.of(),
                null);

        assertThat(print(status))
                .contains("\nsweep-10 ")
                .doesNotContain("sweep-11")
                .endsWith("… and 3 older sweeps\n");
    }

    @Test
    void namesTheNewestAcceptanceAndCountsTheOthers() {
        Stream<SweepSummary> acceptances = IntStream.rangeClosed(1, 96)
                .mapToObj(i -> summary(
                        "acceptance-" + i,
                        Purpose.ACCEPT,
                        AT.minus(Duration.ofMinutes(15L * i)),
                        State.COMPLETED,
                        null));
        StatusReport status = new StatusReport(
                AT,
                Stream.concat(acceptances, Stream.of(sweep(1, State.COMPLETED, null), sweep(2, State.COMPLETED, null)))
                        .toList(),
                List.of(),
                null);

        assertThat(print(status)).endsWith("""
                        SWEEP         PURPOSE  MODE   STARTED                  STATE      BLOCKED  FOUND  PROBLEMS
                        acceptance-1  ACCEPT   APPLY  2026-11-21 09:55:00 UTC  COMPLETED        0      0         0
                        sweep-1       SHARE    APPLY  2026-11-20 10:10:00 UTC  COMPLETED        0      0         0
                        sweep-2       SHARE    APPLY  2026-11-19 10:10:00 UTC  COMPLETED        0      0         0
                        … and 95 older acceptances
                        """);
    }

    private static SweepSummary sweep(int daysAgo, State state, Reason reason) {
        return summary("sweep-" + daysAgo, Purpose.SHARE, AT.minus(Duration.ofDays(daysAgo)), state, reason);
    }

    private static SweepSummary summary(String sweepId, Purpose purpose, Instant started, State state, Reason reason) {
        return new SweepSummary(
                sweepId,
                purpose,
                Mode.APPLY,
                started,
                state == State.RUNNING ? null : started.plusSeconds(60),
                state,
                reason,
                new SweepLedger("none").totals(),
                started,
                true);
    }

    private static String print(StatusReport status) {
        return Printed.by(out -> new StatusView(Terminal.plain(100)).print(status, out));
    }
}
