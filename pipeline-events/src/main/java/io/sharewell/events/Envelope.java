package io.sharewell.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Objects;

/**
 * What every record carries about the sweep it belongs to and its way so far.
 *
 * @param sweepId the sweep, never null
 * @param purpose what the sweep is for, never null
 * @param mode whether it may write, never null
 * @param attempt how often the record has met trouble; 0 at first, and if a record says that it is less
 * @param renewals how often its session was renewed since {@code renewalsSince}; 0 at first, and if a record says that it
 *     is less
 * @param renewalsSince when the first of these renewals was, null without one
 * @param replayId the replay that sent the record again, null if none did
 */
public record Envelope(
        String sweepId,
        Purpose purpose,
        Mode mode,
        @Incidental int attempt,
        @Incidental int renewals,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Incidental
        Instant renewalsSince,

        @JsonInclude(JsonInclude.Include.NON_NULL) String replayId) {

    public Envelope {
        Objects.requireNonNull(sweepId, "sweepId");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(mode, "mode");
        attempt = Math.max(0, attempt);
        renewals = Math.max(0, renewals);
    }

    /** The envelope of a sweep's first records. */
    public static Envelope of(String sweepId, Purpose purpose, Mode mode) {
        return new Envelope(sweepId, purpose, mode, 0, 0, null, null);
    }

    /** The same after trouble. */
    public Envelope nextAttempt() {
        return new Envelope(sweepId, purpose, mode, attempt + 1, renewals, renewalsSince, replayId);
    }

    /** The same with a renewal counted. */
    public Envelope renewed(int renewals, Instant since) {
        return new Envelope(sweepId, purpose, mode, attempt, renewals, since, replayId);
    }

    /** The same for a step that the record causes: new work starts with new counters. */
    public Envelope forNextStep() {
        return new Envelope(sweepId, purpose, mode, 0, 0, null, replayId);
    }

    /** The same for a replay: counters start anew. */
    public Envelope replayedAs(String replayId) {
        return new Envelope(sweepId, purpose, mode, 0, 0, null, replayId);
    }
}
