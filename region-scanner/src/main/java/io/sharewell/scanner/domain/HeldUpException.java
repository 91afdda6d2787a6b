package io.sharewell.scanner.domain;

import java.util.Objects;

/** The work cannot go on now, but may later. The message is free of secrets. */
public final class HeldUpException extends RuntimeException {

    /** What holds the work up. */
    public enum Kind {
        /** Machines fail: throttling, time-outs, dropped connections. */
        TROUBLE,
        /** The session is over, or there is none. */
        SESSION_OVER,
        /** The session is sealed with a key that is not here, yet. */
        SEAL_KEY_UNKNOWN,
        /** Other calls went first for too long. */
        NO_TURN
    }

    private final Kind kind;

    public HeldUpException(Kind kind, String message) {
        super(Objects.requireNonNull(message, "message"));
        this.kind = Objects.requireNonNull(kind, "kind");
    }

    /** Never null. */
    public Kind kind() {
        return kind;
    }
}
