package io.sharewell.app.read;

/** The installation's Kafka does not do what it is asked; the message says why in one line, with the cure. */
public final class UnreadableFeedException extends RuntimeException {

    public UnreadableFeedException(String message) {
        super(message);
    }
}
