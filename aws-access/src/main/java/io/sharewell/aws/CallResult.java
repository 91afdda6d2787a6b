package io.sharewell.aws;

import java.time.Duration;
import java.util.Objects;

/**
 * What came of a call to AWS, for a caller that has its own words for it.
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

    /**
     * Nothing for now, but asking again later may help.
     *
     * @param why what holds the call up
     * @param message what happened, without secrets
     * @param untilTurn when a turn is expected; zero unless that is what holds the call up
     */
    record HeldUp<T>(Why why, String message, Duration untilTurn) implements CallResult<T> {

        public HeldUp {
            Objects.requireNonNull(why, "why");
            Objects.requireNonNull(message, "message");
            Objects.requireNonNull(untilTurn, "untilTurn");
        }

        HeldUp(Why why, String message) {
            this(why, message, Duration.ZERO);
        }

        public enum Why {
            /** AWS was not asked: the time for the work was over. */
            OUT_OF_TIME,
            /** AWS was not asked: other calls go first. */
            NO_TURN,
            /** Machines fail: throttling, time-outs, dropped connections. */
            TROUBLE,
            /** The session that the call was made with is over. */
            SESSION_OVER
        }
    }
}
