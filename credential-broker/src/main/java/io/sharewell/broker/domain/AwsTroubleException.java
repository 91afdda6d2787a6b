package io.sharewell.broker.domain;

/** AWS did not answer, or not now: to be tried again later. The message is free of secrets. */
public final class AwsTroubleException extends RuntimeException {

    public AwsTroubleException(String message) {
        super(message);
    }
}
