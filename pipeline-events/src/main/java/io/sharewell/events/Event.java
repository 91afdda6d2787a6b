package io.sharewell.events;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** A record of the pipeline. Its type's {@code ce_type} is in {@link EventType}. */
public sealed interface Event permits WorkRecord, ShareResult {

    /** The sweep it belongs to and its way so far; never null. */
    Envelope envelope();

    /** What the record is about, the {@code ce_subject}: unique within sweep and type. */
    @JsonIgnore
    String subject();

    /** Kafka's key: records with the same key keep their order. */
    @JsonIgnore
    String key();
}
