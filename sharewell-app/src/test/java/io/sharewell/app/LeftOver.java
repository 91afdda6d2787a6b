package io.sharewell.app;

import io.sharewell.discovery.domain.SweepConductor;
import io.sharewell.discovery.domain.SweepRules;
import io.sharewell.discovery.domain.SweepRules.OuPaths;
import io.sharewell.events.AccountDiscovered.Cause;
import io.sharewell.events.Envelope;
import io.sharewell.events.Event;
import io.sharewell.events.Mode;
import io.sharewell.events.Purpose;
import io.sharewell.events.Selection;
import io.sharewell.events.ShareResult;
import io.sharewell.events.ShareResult.SweepStarted;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A conductor that knows of a sweep without an end, which a killed command left. */
final class LeftOver {

    static final String SWEEP = "left-over";

    private static final Duration DEADLINE = Duration.ofHours(3);
    private static final Instant BEGUN = Instant.parse("2026-11-20T10:00:00Z");

    private final List<Event> said = new ArrayList<>();
    private final SweepConductor conductor;

    /** One whose time is up. */
    LeftOver() {
        this(DEADLINE.plusSeconds(1));
    }

    /** @param age how long ago the sweep began */
    LeftOver(Duration age) {
        // Lists nothing and begins nothing: it needs neither an organization nor names nor threads
        conductor = new SweepConductor(
                new SweepRules(List.of(), DEADLINE, "aws", OuPaths.LEFT_OUT),
                null,
                said::addAll,
                Clock.fixed(BEGUN.plus(age), ZoneOffset.UTC),
                null,
                null,
                new Silent());
        Envelope envelope = Envelope.of(SWEEP, Purpose.SHARE, Mode.APPLY);
        conductor.apply(new SweepStarted(envelope, BEGUN, Cause.REQUEST, Selection.everything()), BEGUN);
    }

    SweepConductor conductor() {
        return conductor;
    }

    /** What it has announced. */
    List<Event> said() {
        return said;
    }

    private static final class Silent implements SweepConductor.Listener {
        @Override
        public void started(SweepStarted sweep) {}

        @Override
        public void resumed(SweepStarted sweep) {}

        @Override
        public void ended(ShareResult.End end) {}

        @Override
        public void failed(String sweepId, Throwable bug) {}
    }
}
