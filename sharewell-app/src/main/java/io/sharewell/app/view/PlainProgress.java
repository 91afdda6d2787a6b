package io.sharewell.app.view;

import io.sharewell.app.view.ProgressSnapshot.Part;
import java.io.PrintWriter;
import java.time.Duration;

/** A line when something has changed, at most one every five seconds. */
final class PlainProgress implements Progress {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final PrintWriter out;
    private ProgressSnapshot shown;
    private boolean ended;

    PlainProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public synchronized void show(ProgressSnapshot snapshot) {
        if (!ended && hasChanged(snapshot) && isDue(snapshot)) {
            print(snapshot);
        }
    }

    @Override
    public synchronized void end(ProgressSnapshot snapshot) {
        if (!ended && hasChanged(snapshot)) {
            print(snapshot);
        }
        ended = true;
    }

    @Override
    public synchronized void close() {
        ended = true;
    }

    private boolean hasChanged(ProgressSnapshot snapshot) {
        return shown == null || !counts(shown).equals(counts(snapshot));
    }

    private boolean isDue(ProgressSnapshot snapshot) {
        return shown == null || snapshot.elapsed().minus(shown.elapsed()).compareTo(PAUSE) >= 0;
    }

    private void print(ProgressSnapshot snapshot) {
        out.println(Text.stopwatch(snapshot.elapsed()) + " " + counts(snapshot));
        out.flush();
        shown = snapshot;
    }

    private static String counts(ProgressSnapshot snapshot) {
        return "accounts %s units %s workloads %s problems %d"
                .formatted(
                        of(snapshot.accounts()), of(snapshot.units()), of(snapshot.workloads()), snapshot.problems());
    }

    private static String of(Part part) {
        return part.done() + "/" + part.all();
    }
}
