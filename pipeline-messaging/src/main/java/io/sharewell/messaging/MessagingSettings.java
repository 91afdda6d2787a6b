package io.sharewell.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How the services deal with Kafka. */
@ConfigMapping(prefix = "pipeline-messaging")
public interface MessagingSettings {

    Retry retry();

    Topics topics();

    /** How long a stopping service waits for the records it works on. */
    @WithDefault("20s")
    Duration drain();

    /** Time between two attempts to reach a broker that does not take a record. */
    @WithDefault("1s")
    Duration publishPause();

    /** How long the broker may take to answer at start. */
    @WithDefault("15s")
    Duration startTimeout();

    /** The retry ladder. */
    interface Retry {
        /** How long a record waits on each of the three rungs. */
        @WithDefault("30s,5m,30m")
        List<Duration> delays();
    }

    /** The topics at start. */
    interface Topics {
        /** What the names of this installation's topics and groups begin with; nothing if not set. */
        Optional<String> prefix();

        /** Whether missing topics are created; otherwise a missing topic stops the start. */
        @WithDefault("true")
        boolean create();

        /** Partitions of a topic that is created. */
        @WithDefault("12")
        int partitions();

        /** Replicas of a topic that is created; the broker's default when -1. */
        @WithDefault("-1")
        short replicationFactor();

        /**
         * How long records are kept, longer than a sweep and its retries may take; at most a day more, as Kafka lets go of a day
         * at once.
         */
        @WithDefault("7d")
        Duration retention();

        /** How long {@code share-results} is kept, longer than a sweep and its retries may take, with a schedule than these and {@code account-discovery.schedule.every} together; at most a day more. */
        @WithDefault("30d")
        Duration resultsRetention();
    }
}
