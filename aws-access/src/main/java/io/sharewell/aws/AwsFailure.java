package io.sharewell.aws;

import io.sharewell.events.Problem;
import java.util.Objects;

/** What a failed call to AWS means. */
public sealed interface AwsFailure {

    /**
     * News: returned, and becomes an outcome. Trying again would say the same.
     *
     * @param problem reason, what AWS said without secrets, and remedy
     * @param status the answer's HTTP status
     */
    record News(Problem problem, int status) implements AwsFailure {

        public News {
            Objects.requireNonNull(problem, "problem");
        }
    }

    /**
     * Trouble: tried again.
     *
     * @param code AWS's error code, or the exception's name if AWS did not answer
     * @param message what happened, without secrets
     */
    record Trouble(String code, String message) implements AwsFailure {

        public Trouble {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(message, "message");
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
