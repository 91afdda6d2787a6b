package io.sharewell.aws;

import io.sharewell.events.Problem;
import java.util.Objects;

/** What a failed call to AWS means. */
public sealed interface AwsFailure {

    /**
     * News: returned, and becomes an outcome. Trying again would say the same.
     *
     * @param problem reason, what AWS said without secrets, and remedy
     * @param code AWS's error code as it came, or {@code HTTP <status>} if none did
     * @param status the answer's HTTP status
     */
    record News(Problem problem, String code, int status) implements AwsFailure {

        public News {
            Objects.requireNonNull(problem, "problem");
            Objects.requireNonNull(code, "code");
        }
    }

    /**
     * Trouble: tried again.
     *
     * @param kind what machines suffered
     * @param code AWS's error code, or the exception's name if AWS did not answer
     * @param message what happened, without secrets
     */
    record Trouble(Kind kind, String code, String message) implements AwsFailure {

        public Trouble {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(message, "message");
        }

        public enum Kind {
            /** AWS asked to slow down. */
            THROTTLED,
            /** AWS failed. */
            SERVER_ERROR,
            /** The connection was made, and then no answer came: what was asked may have happened. */
            NO_ANSWER,
            /** No connection was made. If it is so from the first call on, the set-up is wrong: AWS_UNREACHABLE. */
            UNREACHABLE
        }
    }

    /**
     * The session that the call was made with is over: renew it.
     *
     * @param code AWS's error code
     */
    record SessionOver(String code) implements AwsFailure {}

    /**
     * Sharewell's own credentials or place in the organization are wrong: no call like this will succeed, so the sweep
     * fails.
     */
    record SetUpWrong(Problem problem) implements AwsFailure {}

    /**
     * No failure of AWS: a bug of ours. To be thrown on as it is.
     *
     * @param cause what was caught
     */
    record Bug(Throwable cause) implements AwsFailure {}
}
