package io.sharewell.app.view;

import java.io.PrintWriter;

/**
 * Shows how far a sweep is. Time comes with the snapshots; nothing here waits. Safe to be ended by another thread than the
 * one that shows, such as that of a shutdown hook.
 */
public interface Progress extends AutoCloseable {

    /** Shows the snapshot, or passes it over if the last one was shown a moment ago. */
    void show(ProgressSnapshot snapshot);

    /** The last snapshot: shows it if it is worth a line of its own, and leaves the output in order. */
    void end(ProgressSnapshot snapshot);

    /** Leaves the output in order, wherever it is; after an end it does nothing. */
    @Override
    void close();

    /** A live display where the terminal can show one, else plain lines. */
    static Progress on(Terminal terminal, PrintWriter out) {
        return terminal.can(Terminal.Feature.LIVE) ? new LiveProgress(terminal, out) : new PlainProgress(out);
    }
}
