package io.sharewell.app.read;

/** The installation's {@code share-results} cannot be read; the message says why in one line, with the cure. */
final class UnreadableFeedException extends RuntimeException {

    UnreadableFeedException(String message) {
        super(message);
    }
}
