package io.sharewell.events;

/** The bytes or headers of a record do not make a record of this contract. */
public final class MalformedRecordException extends RuntimeException {

    public MalformedRecordException(String message) {
        super(message);
    }
}
