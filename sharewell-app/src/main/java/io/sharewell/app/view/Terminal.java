package io.sharewell.app.view;

import java.io.Console;
import java.nio.charset.Charset;
import java.util.EnumSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What the output can do.
 *
 * @param width in columns, 40 at least
 * @param features what it can do beyond plain ASCII lines
 */
public record Terminal(int width, Set<Feature> features) {

    /** What an output may be able to do. */
    public enum Feature {
        /** The cursor can be moved: a display may be drawn again in place. */
        LIVE,
        /** Colours are shown, and wanted. */
        COLOUR,
        /** More than ASCII can be shown. */
        UNICODE
    }

    /** Where the output goes. */
    enum Output {
        TERMINAL,
        FILE_OR_PIPE
    }

    static final int DEFAULT_WIDTH = 100;
    private static final int NARROWEST = 40;
    /** Longer lines of prose are hard to read. */
    private static final int WIDEST_PROSE = 110;

    public Terminal {
        width = Math.max(NARROWEST, width);
        features = Set.copyOf(features);
    }

    /** What this process's standard output can do. */
    public static Terminal ofThisProcess() {
        Console console = System.console();
        Output output = console != null && console.isTerminal() ? Output.TERMINAL : Output.FILE_OR_PIPE;
        return of(System.getenv(), output, System.out.charset(), Stty::columns);
    }

    /** Lines of this width, without colours and without a live display. */
    public static Terminal plain(int width) {
        return new Terminal(width, Set.of(Feature.UNICODE));
    }

    /** @param asked how wide the terminal itself says it is */
    static Terminal of(Map<String, String> environment, Output output, Charset charset, Supplier<OptionalInt> asked) {
        Set<Feature> features = EnumSet.noneOf(Feature.class);
        // A terminal that calls itself dumb knows no escape sequences
        if (output == Output.TERMINAL && !"dumb".equals(environment.get("TERM"))) {
            features.add(Feature.LIVE);
            // https://no-color.org: when present and not empty, whatever its value
            if (environment.getOrDefault("NO_COLOR", "").isEmpty()) {
                features.add(Feature.COLOUR);
            }
        }
        if (charset.canEncode() && charset.newEncoder().canEncode(Symbol.sample())) {
            features.add(Feature.UNICODE);
        }
        return new Terminal(widthOf(environment, output, asked), features);
    }

    private static int widthOf(Map<String, String> environment, Output output, Supplier<OptionalInt> asked) {
        String columns = environment.getOrDefault("COLUMNS", "");
        if (columns.matches("[1-9]\\d{0,3}")) {
            return Integer.parseInt(columns);
        }
        return switch (output) {
            case TERMINAL -> asked.get().orElse(DEFAULT_WIDTH);
            case FILE_OR_PIPE -> DEFAULT_WIDTH;
        };
    }

    /** Whether it can do this. */
    public boolean can(Feature feature) {
        return features.contains(feature);
    }

    int proseWidth() {
        return Math.min(width, WIDEST_PROSE);
    }

    String paint(Ink ink, String text) {
        return can(Feature.COLOUR) ? ink.on(text) : text;
    }
}
