package io.sharewell.events;

/** Names of the headers of a CloudEvent in binary mode over Kafka, and of our own. */
public final class CloudEvents {

    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String TIME = "ce_time";
    public static final String SUBJECT = "ce_subject";
    /** Extension attributes: what the envelope says, for those who cannot or will not read the value. */
    public static final String SWEEP_ID = "ce_sweepid";

    public static final String PURPOSE = "ce_purpose";
    public static final String MODE = "ce_mode";
    public static final String CONTENT_TYPE = "content-type";
    public static final String TRACE_PARENT = "traceparent";

    /** On a retry topic: not to come back before, in milliseconds since the epoch. */
    public static final String NOT_BEFORE = "not-before";
    /** On a dead-letter topic: the {@link Reason}. */
    public static final String DLQ_CAUSE = "dlq-cause";
    /** On a dead-letter topic: what happened, without secrets. */
    public static final String DLQ_DETAIL = "dlq-detail";
    /** On a dead-letter topic: where it happened, our own bugs only. */
    public static final String DLQ_STACK = "dlq-stack";
    /** On a dead-letter topic: how often it was tried. */
    public static final String DLQ_ATTEMPTS = "dlq-attempts";
    /** On a dead-letter topic: {@code topic-partition@offset} it was read from. */
    public static final String DLQ_ORIGIN = "dlq-origin";

    /** On a record that was a dead letter: how often it was sent back to its topic. */
    public static final String REDRIVES = "redrives";

    private CloudEvents() {}
}
