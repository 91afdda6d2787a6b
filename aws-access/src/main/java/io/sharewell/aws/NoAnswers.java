package io.sharewell.aws;

import io.sharewell.aws.AwsFailure.Bug;
import io.sharewell.aws.AwsFailure.SetUpWrong;
import io.sharewell.aws.AwsFailure.Trouble;
import io.sharewell.events.Problem;
import io.sharewell.events.Reason;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** What it means that AWS did not answer, or was not even asked. */
final class NoAnswers {

    // The chain's exception has no type of its own: AwsCredentialsProviderChain.resolveCredentials().
    private static final String NO_CREDENTIALS = "Unable to load credentials";
    private static final int DEEPEST_CAUSE = 10;

    private NoAnswers() {}

    static AwsFailure meaning(SdkClientException failure, CallSite site) {
        if (failure.getMessage() != null && failure.getMessage().contains(NO_CREDENTIALS)) {
            return new SetUpWrong(Problem.of(Reason.CREDENTIALS_MISSING, ErrorAnswer.clean(failure.getMessage())));
        }
        return switch (failure) {
            case ApiCallTimeoutException timeout -> trouble(timeout, site);
            case ApiCallAttemptTimeoutException timeout -> trouble(timeout, site);
            case AbortedException aborted -> trouble(aborted, site);
            case EndlessListException endless ->
                new Trouble("EndlessList", site.action() + ": " + endless.getMessage());
            default ->
                networkFailure(failure)
                        .<AwsFailure>map(cause -> trouble(cause, site))
                        .orElseGet(() -> new Bug(failure));
        };
    }

    private static Optional<IOException> networkFailure(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST_CAUSE)
                .filter(IOException.class::isInstance)
                .map(IOException.class::cast)
                .findFirst();
    }

    private static Trouble trouble(Exception failure, CallSite site) {
        String code = failure.getClass().getSimpleName();
        String text = ErrorAnswer.clean(failure.getMessage());
        return new Trouble(code, site.action() + " got no answer, " + code + (text.isBlank() ? "" : ": " + text));
    }
}
