package io.sharewell.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {

    @Test
    void aNameCannotSteerTheTerminal() {
        assertThat(Text.clean("shop\u001b[2J\u0007\r\nprod\u202egnol\u2066")).isEqualTo("shop [2J   prod gnol");
    }

    @Test
    void otherScriptsStay() {
        assertThat(Text.clean("Büro Zürich 東京 🚀")).isEqualTo("Büro Zürich 東京 🚀");
    }

    @Test
    void wrapsAtWordsAndLeavesLongWordsWhole() {
        assertThat(Text.wrap("check arn:aws:iam::111122223333:role/WellArchitectedShares and more", 20))
                .containsExactly("check", "arn:aws:iam::111122223333:role/WellArchitectedShares", "and more");
    }

    @Test
    void shortensWithoutCuttingACharacterInTwo() {
        assertThat(Text.shorten("🚀🚀🚀🚀", 3, "…")).isEqualTo("🚀🚀…");
        assertThat(Text.shorten("four", 4, "…")).isEqualTo("four");
    }

    @ParameterizedTest
    @CsvSource({
        "PT0.84S, 0.8 s",
        "PT42S, 42 s",
        "PT7M30S, 7 min 30 s",
        "PT3H5M9S, 3 h 5 min",
        "PT52H, 2 d 4 h",
    })
    void durationsAreSaidShort(Duration duration, String said) {
        assertThat(Text.duration(duration)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 00:00", "PT12.9S, 00:12", "PT59M59S, 59:59", "PT1H7M30S, 1:07:30", "PT30H, 30:00:00"})
    void theStopwatchCountsOn(Duration elapsed, String shown) {
        assertThat(Text.stopwatch(elapsed)).isEqualTo(shown);
    }

    @Test
    void countsInTheSingularAndThePlural() {
        assertThat(Text.count(1, "account")).isEqualTo("1 account");
        assertThat(Text.count(0, "account")).isEqualTo("0 accounts");
        assertThat(Text.count(1020, "account")).isEqualTo("1,020 accounts");
    }
}
