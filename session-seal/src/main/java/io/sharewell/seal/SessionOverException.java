package io.sharewell.seal;

/** A record whose session is over, or as good as over, or that came without one: it needs another session. */
public final class SessionOverException extends RuntimeException {

    SessionOverException() {
        super("the session is over");
    }
}
