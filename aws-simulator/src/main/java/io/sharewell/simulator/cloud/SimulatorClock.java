package io.sharewell.simulator.cloud;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The wall clock plus what it was advanced by. It rules shares, sessions and token buckets. */
public final class SimulatorClock extends Clock {

    private final Clock wallClock;
    private volatile Duration advanced = Duration.ZERO;

    public SimulatorClock(Clock wallClock) {
        this.wallClock = wallClock;
    }

    public void advance(Duration by) {
        advanced = advanced.plus(by);
    }

    /** Puts the clock so far ahead of the wall clock, even if it was farther ahead before. */
    public void become(Duration ahead) {
        advanced = ahead;
    }

    public Duration advanced() {
        return advanced;
    }

    @Override
    public Instant instant() {
        return wallClock.instant().plus(advanced);
    }

    @Override
    public long millis() {
        return wallClock.millis() + advanced.toMillis();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("AWS's times are in UTC");
    }
}
