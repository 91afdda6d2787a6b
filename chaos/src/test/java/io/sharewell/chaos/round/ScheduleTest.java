package io.sharewell.chaos.round;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.chaos.faults.FaultKind;
import io.sharewell.chaos.round.Schedule.Entry;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    @Test
    void theSameSeedGivesTheSameSchedule() {
        assertThat(told(Schedule.draw(4711, 50))).isEqualTo(told(Schedule.draw(4711, 50)));
    }

    @Test
    void otherSeedsGiveOtherSchedules() {
        assertThat(LongStream.range(0, 50).mapToObj(seed -> told(Schedule.draw(seed, 50))))
                .doesNotHaveDuplicates();
    }

    @Test
    void fiftyRoundsHaveEveryKindOfFault() {
        Set<FaultKind> kinds = LongStream.rangeClosed(1, 50)
                .mapToObj(seed -> Schedule.draw(seed, 50))
                .flatMap(schedule -> schedule.entries().stream())
                .map(Entry::kind)
                .collect(Collectors.toSet());

        assertThat(kinds).containsExactlyInAnyOrderElementsOf(EnumSet.allOf(FaultKind.class));
    }

    @Test
    void faultsComeInTheOrderOfTheirMoments() {
        assertThat(Schedule.draw(7, 50).entries()).isSortedAccordingTo((a, b) -> Integer.compare(a.at(), b.at()));
    }

    private static List<String> told(Schedule schedule) {
        return schedule.entries().stream()
                .map(entry -> entry.at() + " " + entry.fault())
                .toList();
    }
}
