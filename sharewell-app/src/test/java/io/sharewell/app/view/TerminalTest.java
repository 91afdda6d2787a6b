package io.sharewell.app.view;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.app.view.Terminal.Feature;
import io.sharewell.app.view.Terminal.Output;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {

    private static final Supplier<OptionalInt> SILENT = OptionalInt::empty;

    @Test
    void aTerminalIsLiveInColourAndInUnicode() {
        Terminal terminal = Terminal.of(Map.of("TERM", "xterm-256color"), Output.TERMINAL, UTF_8, SILENT);

        assertThat(terminal.features()).containsExactlyInAnyOrder(Feature.LIVE, Feature.COLOUR, Feature.UNICODE);
        assertThat(terminal.paint(Ink.ALARM, "BLOCKED")).isEqualTo("\u001b[1;31mBLOCKED\u001b[0m");
    }

    @Test
    void noColorLeavesTheLiveDisplayAndTakesTheColours() {
        Terminal terminal = Terminal.of(Map.of("NO_COLOR", "1"), Output.TERMINAL, UTF_8, SILENT);

        assertThat(terminal.features()).containsExactlyInAnyOrder(Feature.LIVE, Feature.UNICODE);
        assertThat(terminal.paint(Ink.ALARM, "BLOCKED")).isEqualTo("BLOCKED");
    }

    @Test
    void anEmptyNoColorSaysNothing() {
        assertThat(Terminal.of(Map.of("NO_COLOR", ""), Output.TERMINAL, UTF_8, SILENT)
                        .can(Feature.COLOUR))
                .isTrue();
    }

    @Test
    void aDumbTerminalGetsNoEscapeSequences() {
        assertThat(Terminal.of(Map.of("TERM", "dumb"), Output.TERMINAL, UTF_8, SILENT)
                        .features())
                .containsExactly(Feature.UNICODE);
    }

    @Test
    void aFileGetsNoEscapeSequences() {
        assertThat(Terminal.of(Map.of("TERM", "xterm"), Output.FILE_OR_PIPE, UTF_8, SILENT)
                        .features())
                .containsExactly(Feature.UNICODE);
    }

    @Test
    void withoutUnicodeTheSignsAreAscii() {
        Terminal terminal = Terminal.of(Map.of(), Output.TERMINAL, US_ASCII, SILENT);

        assertThat(terminal.can(Feature.UNICODE)).isFalse();
        for (Symbol symbol : Symbol.values()) {
            assertThat(US_ASCII.newEncoder().canEncode(symbol.in(terminal)))
                    .as(symbol.name())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    # COLUMNS, what stty says, width
                    132,  80, 132
                    '',   80,  80
                    wide, 80,  80
                    0,    80,  80
                    20,   80,  40
                    """)
    void theWidthIsThatOfColumnsElseOfTheTerminal(String columns, int stty, int width) {
        assertThat(Terminal.of(Map.of("COLUMNS", columns), Output.TERMINAL, UTF_8, () -> OptionalInt.of(stty))
                        .width())
                .isEqualTo(width);
    }

    @Test
    void aFileIsAHundredColumnsWideHoweverWideTheTerminalIs() {
        assertThat(Terminal.of(Map.of(), Output.FILE_OR_PIPE, UTF_8, () -> OptionalInt.of(300))
                        .width())
                .isEqualTo(100);
        assertThat(Terminal.of(Map.of(), Output.TERMINAL, UTF_8, SILENT).width())
                .isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({"'24 80\n', 80", "'0 0\n', ", "'stty: not a terminal', ", "'', "})
    void sttySaysRowsAndColumns(String said, Integer columns) {
        assertThat(Stty.columns(said)).isEqualTo(columns == null ? OptionalInt.empty() : OptionalInt.of(columns));
    }
}
