package io.sharewell.app.view;

import java.io.PrintWriter;
import java.util.List;

/** Where a view writes its lines. */
public final class Page {

    private final Terminal terminal;
    private final PrintWriter out;

    /** @param terminal where it will be seen */
    public Page(Terminal terminal, PrintWriter out) {
        this.terminal = terminal;
        this.out = out;
    }

    /** A line as it is. */
    public void line(String text) {
        out.println(text);
    }

    /** An empty line. */
    public void blank() {
        out.println();
    }

    /** A text wrapped behind a heading; further lines are indented as far as the heading is long. */
    public void wrapped(String heading, String text, Ink ink) {
        wrapped(heading, indentOf(heading), text, ink, Integer.MAX_VALUE);
    }

    /** The same, with something of its own, as long as the heading, before further lines. */
    void wrapped(String heading, String further, String text, Ink ink) {
        wrapped(heading, further, text, ink, Integer.MAX_VALUE);
    }

    /** The same, cut off after so many lines. */
    public void wrapped(String heading, String text, Ink ink, int mostLines) {
        wrapped(heading, indentOf(heading), text, ink, mostLines);
    }

    private static String indentOf(String heading) {
        return " ".repeat(Text.columns(heading));
    }

    private void wrapped(String heading, String further, String text, Ink ink, int mostLines) {
        int width = Math.max(20, terminal.proseWidth() - Text.columns(heading));
        List<String> lines = Text.wrap(text, width);
        for (int i = 0; i < Math.min(mostLines, lines.size()); i++) {
            boolean cut = i == mostLines - 1 && lines.size() > mostLines;
            String start = i == 0 ? heading : further;
            String shown =
                    cut ? Text.shorten(lines.get(i), width - 3, "") + " " + symbol(Symbol.ELLIPSIS) : lines.get(i);
            out.println(terminal.paint(Ink.FAINT, start) + terminal.paint(ink, shown));
        }
    }

    /** The text in this ink, where colours are shown. */
    public String paint(Ink ink, String text) {
        return terminal.paint(ink, text);
    }

    /** The sign, as it can be shown here. */
    public String symbol(Symbol symbol) {
        return symbol.in(terminal);
    }

    /** Where it will be seen. */
    public Terminal terminal() {
        return terminal;
    }

    /** Lets nothing wait. */
    public void flush() {
        out.flush();
    }
}
