package io.sharewell.seal;

/** A keyset file that cannot be used or made. The message says what is wrong with which file, and the cure. */
public final class KeysetException extends RuntimeException {

    KeysetException(String message) {
        super(message);
    }

    KeysetException(String message, Throwable cause) {
        super(message, cause);
    }
}
