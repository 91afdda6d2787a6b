package io.sharewell.discovery.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.events.AccountDiscovered.Cause;
import io.sharewell.events.AccountId;
import io.sharewell.events.Mode;
import io.sharewell.events.Purpose;
import io.sharewell.events.Selection;
import io.sharewell.events.ledger.SweepSummary;
import io.sharewell.events.ledger.SweepSummary.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecurringSweepTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final RecurringSweep acceptance = new RecurringSweep(
            new SweepRequest(Purpose.ACCEPT, Mode.APPLY, Selection.of(AccountId.of("333333333333")), Cause.SCHEDULE),
            Duration.ofMinutes(15),
            Duration.ofMinutes(5),
            Optional.of(Purpose.SHARE));

    @Test
    void comesAtOnceIfThereWasNone() {
        assertThat(acceptance.isDue(List.of(running(Purpose.SHARE, 0)), NOON)).isTrue();
    }

    @Test
    void comesAgainWhenItsTimeIsUp() {
        SweepSummary last = ended(Purpose.ACCEPT, 0, 1, State.COMPLETED);

        assertThat(acceptance.isDue(List.of(last), after(14))).isFalse();
        assertThat(acceptance.isDue(List.of(last), after(15))).isTrue();
    }

    @Test
    void comesSoonerAfterAFailure() {
        SweepSummary last = ended(Purpose.ACCEPT, 0, 1, State.FAILED);

        assertThat(acceptance.isDue(List.of(last), after(5))).isTrue();
    }

    @Test
    void followsTheSweepThatItFollowsEvenIfThatBeganEarlier() {
        SweepSummary last = ended(Purpose.ACCEPT, 5, 6, State.COMPLETED);

        assertThat(acceptance.isDue(List.of(running(Purpose.SHARE, 0), last), after(8)))
                .isFalse();
        assertThat(acceptance.isDue(List.of(ended(Purpose.SHARE, 0, 7, State.COMPLETED), last), after(8)))
                .isTrue();
        assertThat(acceptance.isDue(List.of(ended(Purpose.SHARE, 0, 4, State.COMPLETED), last), after(8)))
                .as("it has been followed")
                .isFalse();
        assertThat(acceptance.isDue(List.of(ended(Purpose.UNSHARE, 0, 7, State.COMPLETED), last), after(8)))
                .isFalse();
    }

    @Test
    void isNotPutOffByOneThatOnlyPlanned() {
        SweepSummary planned = new SweepSummary(
                "planned", Purpose.ACCEPT, Mode.PLAN, after(0), after(1), State.COMPLETED, null, null, after(1), true);

        assertThat(acceptance.isDue(List.of(planned), after(2))).isTrue();
    }

    @Test
    void isNotPutOffByOneThatWasAboutAPart() {
        SweepSummary ofOneAccount = new SweepSummary(
                "part", Purpose.ACCEPT, Mode.APPLY, after(0), after(1), State.COMPLETED, null, null, after(1), false);

        assertThat(acceptance.isDue(List.of(ofOneAccount), after(2))).isTrue();
    }

    @Test
    void isNotPutOffByOneDatedAhead() {
        SweepSummary ahead = ended(Purpose.ACCEPT, 60, 61, State.COMPLETED);
        SweepSummary last = ended(Purpose.ACCEPT, 0, 1, State.COMPLETED);

        assertThat(acceptance.isDue(List.of(ahead), after(2))).isTrue();
        assertThat(acceptance.isDue(List.of(ahead, last), after(14))).isFalse();
        assertThat(acceptance.isDue(List.of(ahead, last), after(15))).isTrue();
    }

    @Test
    void followsNoneThatIsDatedAhead() {
        SweepSummary last = ended(Purpose.ACCEPT, 0, 1, State.COMPLETED);

        assertThat(acceptance.isDue(List.of(ended(Purpose.SHARE, 59, 60, State.COMPLETED), last), after(2)))
                .isFalse();
    }

    @Test
    void waitsForTheOneThatRuns() {
        SweepSummary shared = ended(Purpose.SHARE, 0, 7, State.COMPLETED);

        assertThat(acceptance.isDue(List.of(shared, running(Purpose.ACCEPT, 5)), after(60)))
                .isFalse();
    }

    private static Instant after(int minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }

    private static SweepSummary running(Purpose purpose, int begun) {
        return new SweepSummary(
                "running-" + begun,
                purpose,
                Mode.APPLY,
                after(begun),
                null,
                State.RUNNING,
                null,
                null,
                after(begun),
                true);
    }

    private static SweepSummary ended(Purpose purpose, int begun, int ended, State state) {
        return new SweepSummary(
                "ended-" + begun,
                purpose,
                Mode.APPLY,
                after(begun),
                after(ended),
                state,
                null,
                null,
                after(begun),
                true);
    }
}
