package io.sharewell.simulator.record;

import java.time.Clock;
import java.util.Arrays;

/** Calls in each of the latest seconds. */
public final class CallRate {

    /** How many whole seconds are remembered. */
    public static final int SECONDS = 60;

    private final Clock clock;
    /** One place more than is told of: the second that is not over yet. */
    private final long[] calls = new long[SECONDS + 1];

    private final long[] errors = new long[SECONDS + 1];
    private long second;

    CallRate(Clock clock) {
        this.clock = clock;
        this.second = now();
    }

    /** Calls and errors of each whole second, oldest first. */
    public record Latest(long[] calls, long[] errors) {}

    void count(boolean failed) {
        turn();
        calls[place(second)]++;
        if (failed) {
            errors[place(second)]++;
        }
    }

    public Latest latest() {
        turn();
        return new Latest(latest(calls), latest(errors));
    }

    private long[] latest(long[] ring) {
        var ordered = new long[SECONDS];
        for (int i = 0; i < SECONDS; i++) {
            ordered[i] = ring[place(second - SECONDS + i)];
        }
        return ordered;
    }

    void clear() {
        Arrays.fill(calls, 0);
        Arrays.fill(errors, 0);
    }

    /** Empties the places of the seconds that went by since the last call. */
    private void turn() {
        long now = now();
        for (long passed = Math.max(second + 1, now - SECONDS); passed <= now; passed++) {
            calls[place(passed)] = 0;
            errors[place(passed)] = 0;
        }
        second = Math.max(second, now);
    }

    private long now() {
        return clock.millis() / 1000;
    }

    private static int place(long ofSecond) {
        return Math.floorMod(ofSecond, SECONDS + 1);
    }
}
