package io.sharewell.app.view;

import io.sharewell.app.view.ProgressSnapshot.Part;
import io.sharewell.app.view.ProgressSnapshot.Phase;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** A small block that is drawn again in place, and taken away at the end: the outcome follows in its stead. */
final class LiveProgress implements Progress {

    private static final String HIDE_CURSOR = "\u001b[?25l";
    private static final String SHOW_CURSOR = "\u001b[?25h";
    private static final String ERASE_TO_END_OF_LINE = "\u001b[K";
    private static final String ERASE_BELOW = "\u001b[J";

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int LONGEST_BAR = 60;
    /** Per cent and time, behind the bar. */
    private static final int BEHIND_BAR = 18;

    private final Terminal terminal;
    private final PrintWriter out;
    private final Rate rate = new Rate();
    private Duration drawnAt;
    private List<String> block = List.of();
    private double furthest;
    private boolean ended;

    LiveProgress(Terminal terminal, PrintWriter out) {
        this.terminal = terminal;
        this.out = out;
    }

    @Override
    public synchronized void show(ProgressSnapshot snapshot) {
        if (ended || (drawnAt != null && snapshot.elapsed().minus(drawnAt).compareTo(PAUSE) < 0)) {
            return;
        }
        StringBuilder drawing = new StringBuilder(drawnAt == null ? HIDE_CURSOR : "").append(backToTop());
        drawnAt = snapshot.elapsed();
        block = lines(snapshot);
        out.print(drawing.append(drawn(block)));
        out.flush();
    }

    @Override
    public synchronized void end(ProgressSnapshot snapshot) {
        close();
    }

    @Override
    public synchronized void close() {
        if (!ended && drawnAt != null) {
            out.print(backToTop() + ERASE_BELOW + SHOW_CURSOR);
            out.flush();
            block = List.of();
        }
        ended = true;
    }

    private String backToTop() {
        return block.isEmpty() ? "" : "\r\u001b[" + block.size() + "A";
    }

    private static String drawn(List<String> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append(ERASE_TO_END_OF_LINE).append('\n'));
        return text.toString();
    }

    private List<String> lines(ProgressSnapshot snapshot) {
        String dot = " " + Symbol.DOT.in(terminal) + " ";
        return List.of(
                line(Ink.STRONG, "Sweep " + snapshot.sweepId() + dot + words(snapshot.phase())),
                bar(snapshot),
                line(
                        Ink.PLAIN,
                        "accounts " + of(snapshot.accounts()) + blocked(snapshot) + "   units " + of(snapshot.units())
                                + "   workloads " + of(snapshot.workloads())),
                line(
                        snapshot.problems() == 0 ? Ink.FAINT : Ink.WARNING,
                        speed(rate.with(snapshot)) + Text.count(snapshot.problems(), "problem") + " so far"));
    }

    /** No longer than the terminal is wide: a line that is wrapped would be two to go back over. */
    private String line(Ink ink, String text) {
        return terminal.paint(ink, Text.shorten(text, terminal.width() - 1, Symbol.ELLIPSIS.in(terminal)));
    }

    /** It does not go back when a new account brings new units. */
    private String bar(ProgressSnapshot snapshot) {
        furthest = Math.max(furthest, snapshot.share());
        int length = Math.min(LONGEST_BAR, terminal.width() - BEHIND_BAR - 1);
        int done = (int) (furthest * length);
        return terminal.paint(Ink.GOOD, Symbol.BAR_DONE.in(terminal).repeat(done))
                + terminal.paint(Ink.FAINT, Symbol.BAR_LEFT.in(terminal).repeat(length - done))
                + String.format(Locale.ROOT, "  %3d %%  ", (int) (furthest * 100))
                + Text.stopwatch(snapshot.elapsed());
    }

    private static String words(Phase phase) {
        return switch (phase) {
            case LISTING -> "listing accounts";
            case WORKING -> "working";
            case ENDED -> "ended";
        };
    }

    private static String of(Part part) {
        return Text.number(part.done()) + "/" + Text.number(part.all());
    }

    private static String blocked(ProgressSnapshot snapshot) {
        return snapshot.blocked() == 0 ? "" : " (" + Text.number(snapshot.blocked()) + " blocked)";
    }

    private static String speed(OptionalDouble unitsPerSecond) {
        return unitsPerSecond.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        unitsPerSecond.getAsDouble() < 10 ? "%.1f units/s   " : "%.0f units/s   ",
                        unitsPerSecond.getAsDouble());
    }
}
