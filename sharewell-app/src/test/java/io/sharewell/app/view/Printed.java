package io.sharewell.app.view;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Consumer;

/** What a view prints, with plain line ends. */
final class Printed {

    private Printed() {}

    static String by(Consumer<PrintWriter> view) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        view.accept(out);
        out.flush();
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    /** Escape written so that a person can read it. */
    static String readable(String text) {
        return text.replace('\u001b', '¤');
    }
}
