package io.sharewell.app.doctor;

import io.sharewell.aws.AwsFailure;
import io.sharewell.aws.AwsFailures;
import io.sharewell.aws.CallSite;
import io.sharewell.aws.Denier;
import io.sharewell.events.Problem;
import io.sharewell.events.Reason;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/** What AWS answered to a call. */
sealed interface Answer<T> {

    record Given<T>(T value) implements Answer<T> {}

    /** AWS said no. */
    record Refused<T>(Problem problem) implements Answer<T> {

        private static final Set<Reason> DENIALS =
                EnumSet.of(Reason.DENIED, Reason.DENIED_BY_SCP, Reason.LIST_ACCOUNTS_DENIED);

        boolean isDenial() {
            return DENIALS.contains(problem.reason());
        }

        Denier denier() {
            return Denier.of(problem.detail());
        }
    }

    /** AWS said nothing, or not now. */
    record Silent<T>(AwsFailure.Trouble trouble) implements Answer<T> {}

    /**
     * Makes a call.
     *
     * @throws SdkException if the failure is a bug of ours
     */
    static <T> Answer<T> to(CallSite site, Supplier<T> call) {
        try {
            return new Given<>(call.get());
        } catch (SdkException e) {
            return switch (AwsFailures.classify(e, site)) {
                case AwsFailure.News it -> new Refused<>(it.problem());
                case AwsFailure.SetUpWrong it -> new Refused<>(it.problem());
                case AwsFailure.SessionOver it ->
                    new Refused<>(Problem.of(Reason.TOKEN_REJECTED, site.action() + ": " + it.code()));
                case AwsFailure.Trouble it -> new Silent<>(it);
                case AwsFailure.Bug _ -> throw e;
            };
        }
    }

    /** For a call that got no answer. */
    static Finding noAnswer(String message) {
        return Finding.of(Cause.NO_ANSWER, message, "AWS did not answer this time: run doctor again in a minute.");
    }

    /** For a refusal that nothing more is known of. */
    static Finding unexpected(Problem problem) {
        return Finding.of(Cause.UNEXPECTED_ANSWER, problem.detail(), problem.remedy());
    }
}
