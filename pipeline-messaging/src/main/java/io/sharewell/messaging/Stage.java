package io.sharewell.messaging;

import io.sharewell.events.Topic;
import io.sharewell.events.WorkRecord;
import io.smallrye.mutiny.Multi;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.microprofile.reactive.messaging.Message;

/** A step of the pipeline: a bean of a service that works on the records of one topic. */
public interface Stage extends TopicUser {

    /** Name of the module, which is the source of its records. */
    String module();

    /** Its consumer group; those of the relays of its retry ladder are called after it. */
    default String group() {
        return module();
    }

    /** The topic it works on. */
    Topic source();

    /** The topics it writes besides the ladder and dead letters of its source. */
    Set<Topic> sinks();

    @Override
    default Set<String> topicNames() {
        Set<String> names = new LinkedHashSet<>(source().family());
        sinks().forEach(sink -> names.add(sink.topicName()));
        return names;
    }

    /** How many records are worked on at once, at least 1; those that wait for long are not counted. */
    int concurrency();

    /** The channel that brings the records. */
    Multi<Message<byte[]>> incoming();

    /**
     * Works on a record, on a virtual thread; may block. What is thrown is trouble: the record is tried again.
     *
     * @param saidAt when the record was first said, its {@code ce_time}; null if it does not tell
     * @throws Exception trouble; prefer {@link Handled.TryAgain}, which says what it was
     */
    Handled handle(WorkRecord record, Instant saidAt) throws Exception;
}
