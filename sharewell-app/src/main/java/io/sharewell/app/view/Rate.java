package io.sharewell.app.view;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;

/** Units per second, over the last ten. */
final class Rate {

    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final Duration LEAST = Duration.ofSeconds(1);

    private record Point(Duration elapsed, long units) {}

    private final Deque<Point> points = new ArrayDeque<>();

    /** Empty as long as too little was seen. */
    OptionalDouble with(ProgressSnapshot snapshot) {
        points.add(new Point(snapshot.elapsed(), snapshot.units().done()));
        while (snapshot.elapsed().minus(points.getFirst().elapsed()).compareTo(WINDOW) > 0) {
            points.removeFirst();
        }
        Duration seen = snapshot.elapsed().minus(points.getFirst().elapsed());
        if (seen.compareTo(LEAST) < 0) {
            return OptionalDouble.empty();
        }
        long units = snapshot.units().done() - points.getFirst().units();
        return OptionalDouble.of(1000.0 * units / seen.toMillis());
    }
}
