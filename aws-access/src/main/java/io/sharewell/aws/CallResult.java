package io.sharewell.aws;

import java.util.Objects;

/**
 * What AWS said to a call, for a caller that has its own words for it.
 *
 * @param <T> what was asked for
 */
public sealed interface CallResult<T> {

    /**
     * What was asked for.
     *
     * @param value never null
     */
    record Answered<T>(T value) implements CallResult<T> {

        public Answered {
            Objects.requireNonNull(value, "value");
        }
    }

    /** AWS said no, and asking again would not help. */
    record Refused<T>(AwsFailure.News news) implements CallResult<T> {

        public Refused {
            Objects.requireNonNull(news, "news");
        }
    }
}
