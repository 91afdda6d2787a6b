package io.sharewell.app.view;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A sign, as Unicode has it and in ASCII. */
public enum Symbol {
    GOOD("✓", "+"),
    WARNING("!", "!"),
    BAD("✗", "x"),
    OPEN("?", "?"),
    DOT("·", "-"),
    ELLIPSIS("…", "..."),
    BRANCH("├── ", "|-- "),
    LAST_BRANCH("└── ", "`-- "),
    TRUNK("│   ", "|   "),
    NO_TRUNK("    ", "    "),
    BAR_DONE("━", "#"),
    BAR_LEFT("─", ".");

    private final String unicode;
    private final String ascii;

    Symbol(String unicode, String ascii) {
        this.unicode = unicode;
        this.ascii = ascii;
    }

    String in(Terminal terminal) {
        return terminal.can(Terminal.Feature.UNICODE) ? unicode : ascii;
    }

    /** All of them in Unicode, for an encoder to be asked about. */
    static String sample() {
        return Arrays.stream(values()).map(symbol -> symbol.unicode).collect(Collectors.joining());
    }
}
