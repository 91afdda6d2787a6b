package io.sharewell.app.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.sharewell.events.Problem;
import io.sharewell.events.Reason;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExitStatusTest {

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource
    void followsFromTheReport(String sweep, ASweep what, int status) {
        assertThat(ExitStatus.of(what.report())).isEqualTo(status);
    }

    static Stream<Arguments> followsFromTheReport() {
        return Stream.of(
                arguments("complete, no problems", ASmallSweep.withoutProblems("s"), 0),
                arguments(
                        "a skipped account and a skipped Region are no problems",
                        ASweep.named("s")
                                .skipped("111122223333", "closed", "Root", Reason.NOT_ACTIVE, "SUSPENDED")
                                .selected("222233334444", "shop", "Root")
                                .opened("222233334444", "ap-east-1")
                                .regionSkipped("222233334444", "ap-east-1", Reason.REGION_NOT_ENABLED)
                                .listed()
                                .completed(),
                        0),
                arguments("complete, with problems", ASmallSweep.of("s"), 2),
                arguments("still running", ASmallSweep.open("s"), 3),
                arguments("failed", ASmallSweep.open("s").failed(Problem.of(Reason.DEADLINE_PASSED)), 3),
                arguments("the set-up is wrong", ASweep.named("s").failed(Problem.of(Reason.LIST_ACCOUNTS_DENIED)), 3),
                arguments(
                        "failed, though all that it knows has an outcome",
                        ASmallSweep.open("s").listed().failed(Problem.of(Reason.SUPERSEDED)),
                        3),
                arguments("nothing selected", ASweep.named("s").failed(Problem.of(Reason.NOTHING_SELECTED)), 4));
    }
}
