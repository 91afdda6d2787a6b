package io.sharewell.platform;

/** The embedded broker could not be started. The message says how to cure it, {@link #reason()} is for machines. */
public final class EmbeddedKafkaException extends RuntimeException {

    /** Why the broker did not start. */
    public enum Reason {
        /** Another process listens on the port asked for. */
        PORT_TAKEN,
        /** Another running broker, in this process or another one, has the data folder. */
        FOLDER_IN_USE,
        /** The data folder cannot be made, read or written, or is no folder. */
        FOLDER_UNUSABLE,
        /** Kafka itself refused; the cause is Kafka's own exception. */
        START_FAILED
    }

    private final Reason reason;

    EmbeddedKafkaException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
