package io.sharewell.events;

import java.time.Duration;
import java.util.Objects;

/** The work on a record cannot go on now, but may later. The message is free of secrets. */
public final class HeldUpException extends RuntimeException {

    /** What holds the work up. */
    public enum Kind {
        /** Machines fail: throttling, time-outs, dropped connections. */
        TROUBLE,
        /** The session is over, or there is none. */
        SESSION_OVER,
        /** The session is sealed with a key that is not here, yet. */
        SEAL_KEY_UNKNOWN,
        /** Other calls go first. */
        NO_TURN
    }

    private final Kind kind;
    private final Duration untilTurn;

    public HeldUpException(Kind kind, String message) {
        this(kind, message, Duration.ZERO);
    }

    /** Trouble of our own making: its text, which may quote what nobody else should read, is not told. */
    public HeldUpException(RuntimeException bug) {
        this(Kind.TROUBLE, bug.getClass().getName());
        initCause(bug);
    }

    /** @param untilTurn when a turn is expected, if there was none; else zero */
    public HeldUpException(Kind kind, String message, Duration untilTurn) {
        super(Objects.requireNonNull(message, "message"));
        this.kind = Objects.requireNonNull(kind, "kind");
        this.untilTurn = Objects.requireNonNull(untilTurn, "untilTurn");
    }

    /** Never null. */
    public Kind kind() {
        return kind;
    }

    /** Never null. */
    public Duration untilTurn() {
        return untilTurn;
    }
}
