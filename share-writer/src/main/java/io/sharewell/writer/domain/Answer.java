package io.sharewell.writer.domain;

import io.sharewell.events.Problem;
import java.util.Objects;

/**
 * What came of asking AWS.
 *
 * @param <T> what was asked for
 */
public sealed interface Answer<T> {

    /** What was asked for. */
    record Given<T>(T value) implements Answer<T> {
        public Given {
            Objects.requireNonNull(value, "value");
        }
    }

    /** Things are not as they were: what the call was about is gone, or somebody else changes it (404 or 409). */
    record Overtaken<T>(Problem problem) implements Answer<T> {
        public Overtaken {
            Objects.requireNonNull(problem, "problem");
        }
    }

    /** No, and asking again would not help. */
    record Refused<T>(Problem problem) implements Answer<T> {
        public Refused {
            Objects.requireNonNull(problem, "problem");
        }
    }
}
