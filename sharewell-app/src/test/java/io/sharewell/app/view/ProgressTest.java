package io.sharewell.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.app.view.ProgressSnapshot.Part;
import io.sharewell.app.view.ProgressSnapshot.Phase;
import io.sharewell.app.view.Terminal.Feature;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final Terminal LIVE = new Terminal(60, Set.of(Feature.LIVE));

    private final StringWriter text = new StringWriter();
    private final PrintWriter out = new PrintWriter(text);

    @Test
    void theDisplayIsDrawnAgainInPlaceAndTakenAwayAtTheEnd() {
        Progress progress = Progress.on(LIVE, out);

        progress.show(at(0, Phase.LISTING, 0));
        assertThat(next()).isEqualTo("""
                        ¤[?25lSweep sweep-1 - listing accounts¤[K
                        .........................................    0 %  00:00¤[K
                        accounts 30/60 (2 blocked)   units 0/1,200   workloads 9/10¤[K
                        4 problems so far¤[K
                        """);

        progress.show(at(2_000, Phase.WORKING, 600));
        assertThat(next()).isEqualTo("""
                        \r¤[4ASweep sweep-1 - working¤[K
                        #########................................   22 %  00:02¤[K
                        accounts 30/60 (2 blocked)   units 600/1,200   workloads...¤[K
                        300 units/s   4 problems so far¤[K
                        """);

        progress.end(at(3_000, Phase.ENDED, 1_200));
        assertThat(next()).isEqualTo("\r¤[4A¤[J¤[?25h");
    }

    @Test
    void theBarIsColouredWhereColoursAreWanted() {
        Progress progress = Progress.on(new Terminal(60, Set.of(Feature.LIVE, Feature.COLOUR)), out);

        progress.show(at(0, Phase.WORKING, 600));

        assertThat(next()).contains("¤[32m#########¤[0m¤[2m................................¤[0m   22 %  00:00¤[K");
    }

    @Test
    void theDisplayIsDrawnTenTimesASecondAtMost() {
        Progress progress = Progress.on(LIVE, out);
        progress.show(at(0, Phase.WORKING, 0));
        next();

        progress.show(at(99, Phase.WORKING, 1));
        assertThat(next()).isEmpty();

        progress.show(at(100, Phase.WORKING, 1));
        assertThat(next()).startsWith("\r¤[4A");
    }

    @Test
    void theBarDoesNotGoBackWhenNewUnitsCome() {
        Progress progress = Progress.on(LIVE, out);
        progress.show(at(0, Phase.WORKING, 600));
        next();

        progress.show(at(1_000, Phase.WORKING, 0));

        assertThat(next()).contains("   22 %  00:01");
    }

    @Test
    void closingGivesTheCursorBackOnce() {
        Progress progress = Progress.on(LIVE, out);
        progress.show(at(0, Phase.WORKING, 0));
        next();

        progress.close();
        assertThat(next()).isEqualTo("\r¤[4A¤[J¤[?25h");

        progress.close();
        progress.end(at(5_000, Phase.ENDED, 0));
        progress.show(at(9_000, Phase.WORKING, 0));
        assertThat(next()).isEmpty();
    }

    @Test
    void withoutADisplayNothingIsTakenAway() {
        Progress.on(LIVE, out).close();

        assertThat(next()).isEmpty();
    }

    @Test
    void theRateIsThatOfTheLastTenSeconds() {
        Rate rate = new Rate();

        assertThat(rate.with(at(0, Phase.WORKING, 0))).isEmpty();
        assertThat(rate.with(at(900, Phase.WORKING, 90))).isEmpty();
        assertThat(rate.with(at(5_000, Phase.WORKING, 500))).hasValue(100);
        assertThat(rate.with(at(15_000, Phase.WORKING, 500))).hasValue(0);
    }

    @Test
    void elsewhereALineTellsWhatChangedEveryFiveSecondsAtMost() {
        Progress progress = Progress.on(Terminal.plain(80), out);

        progress.show(at(0, Phase.LISTING, 0));
        progress.show(at(4_999, Phase.WORKING, 10));
        progress.show(at(5_000, Phase.WORKING, 20));
        progress.show(at(12_000, Phase.WORKING, 20));
        progress.show(at(14_000, Phase.WORKING, 30));
        progress.end(at(14_500, Phase.ENDED, 40));
        progress.show(at(60_000, Phase.ENDED, 50));

        assertThat(next()).isEqualTo("""
                        00:00 accounts 30/60 units 0/1200 workloads 9/10 problems 4
                        00:05 accounts 30/60 units 20/1200 workloads 9/10 problems 4
                        00:14 accounts 30/60 units 30/1200 workloads 9/10 problems 4
                        00:14 accounts 30/60 units 40/1200 workloads 9/10 problems 4
                        """);
    }

    private static ProgressSnapshot at(long millis, Phase phase, long unitsDone) {
        return new ProgressSnapshot(
                "sweep-1",
                phase,
                new Part(30, 60),
                2,
                new Part(unitsDone, 1_200),
                new Part(9, 10),
                4,
                Duration.ofMillis(millis));
    }

    private String next() {
        out.flush();
        String shown = Printed.readable(text.toString().replace(System.lineSeparator(), "\n"));
        text.getBuffer().setLength(0);
        return shown;
    }
}
