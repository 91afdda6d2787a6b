package io.sharewell.app.view;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words and numbers for people. */
public final class Text {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Text() {}

    /**
     * The text in one line and without anything that would steer a terminal: names and messages are written by whoever owns
     * the account.
     */
    public static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(point -> clean.appendCodePoint(isShown(point) ? point : ' '));
        return clean.toString().strip();
    }

    private static boolean isShown(int point) {
        return switch (Character.getType(point)) {
            // FORMAT holds the marks that turn the direction of writing
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    /** Lines of at most this many columns; a word that is longer stays whole, so that it can be copied. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : clean(text).split(" +")) {
            if (!line.isEmpty() && columns(line) + 1 + columns(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** The text, or as much of it as fits before the ellipsis. */
    public static String shorten(String text, int width, String ellipsis) {
        if (columns(text) <= width) {
            return text;
        }
        int kept = Math.max(0, width - columns(ellipsis));
        return text.substring(0, text.offsetByCodePoints(0, kept)).stripTrailing() + ellipsis;
    }

    /** The text with blanks after it, up to the width. */
    public static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - columns(text)));
    }

    static int columns(CharSequence text) {
        return Character.codePointCount(text, 0, text.length());
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Such as {@code 1 account} and {@code 1,020 accounts}. */
    public static String count(long number, String noun) {
        return number(number) + " " + noun + (number == 1 ? "" : "s");
    }

    static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    static String time(Instant time) {
        return TIME.format(time);
    }

    /** Such as {@code 0.8 s}, {@code 42 s}, {@code 7 min 30 s}, {@code 3 h 5 min}, {@code 2 d 4 h}. */
    static String duration(Duration duration) {
        if (duration.compareTo(Duration.ofSeconds(10)) < 0) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
        }
        if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
            return duration.toSeconds() + " s";
        }
        if (duration.compareTo(Duration.ofHours(1)) < 0) {
            return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
        }
        return duration.compareTo(Duration.ofDays(1)) < 0
                ? duration.toHours() + " h " + duration.toMinutesPart() + " min"
                : duration.toDays() + " d " + duration.toHoursPart() + " h";
    }

    /** Such as {@code 00:12} and {@code 1:07:30}. */
    static String stopwatch(Duration elapsed) {
        return elapsed.toHours() > 0
                ? String.format(
                        Locale.ROOT,
                        "%d:%02d:%02d",
                        elapsed.toHours(),
                        elapsed.toMinutesPart(),
                        elapsed.toSecondsPart())
                : String.format(Locale.ROOT, "%02d:%02d", elapsed.toMinutes(), elapsed.toSecondsPart());
    }
}
