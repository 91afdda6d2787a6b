package io.sharewell.scanner.domain;

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

    /** Nothing, and asking again would not help. Never an empty list. */
    record Refused<T>(Problem problem) implements Answer<T> {
        public Refused {
            Objects.requireNonNull(problem, "problem");
        }
    }
}
