package io.sharewell.aws;

import io.sharewell.aws.AwsFailure.Bug;
import io.sharewell.aws.AwsFailure.SetUpWrong;
import io.sharewell.aws.AwsFailure.Trouble;
import io.sharewell.events.Problem;
import io.sharewell.events.Reason;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.http.conn.ConnectTimeoutException;
import org.apache.http.conn.ConnectionPoolTimeoutException;
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
            case ApiCallTimeoutException timeout -> trouble(Trouble.Kind.NO_ANSWER, timeout, site);
            case ApiCallAttemptTimeoutException timeout -> trouble(Trouble.Kind.NO_ANSWER, timeout, site);
            case AbortedException aborted -> trouble(Trouble.Kind.NO_ANSWER, aborted, site);
            default ->
                networkFailure(failure)
                        .<AwsFailure>map(cause -> trouble(kind(cause), cause, site))
                        .orElseGet(() -> new Bug(failure));
        };
    }

    private static Trouble.Kind kind(IOException failure) {
        return switch (failure) {
            // Our own pool had no connection to spare.
            case ConnectionPoolTimeoutException e -> Trouble.Kind.NO_ANSWER;
            case ConnectTimeoutException e -> Trouble.Kind.UNREACHABLE;
            case UnknownHostException e -> Trouble.Kind.UNREACHABLE;
            case ConnectException e -> Trouble.Kind.UNREACHABLE;
            case NoRouteToHostException e -> Trouble.Kind.UNREACHABLE;
            case SSLHandshakeException e -> Trouble.Kind.UNREACHABLE;
            case SSLPeerUnverifiedException e -> Trouble.Kind.UNREACHABLE;
            case SSLException e when speaksNoTls(e) -> Trouble.Kind.UNREACHABLE;
            default -> Trouble.Kind.NO_ANSWER;
        };
    }

    // An https endpoint URL where http is spoken; the JDK has no exception of its own for it.
    private static boolean speaksNoTls(SSLException failure) {
        return failure.getMessage() != null
                && failure.getMessage().startsWith("Unsupported or unrecognized SSL message");
    }

    private static Optional<IOException> networkFailure(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST_CAUSE)
                .filter(IOException.class::isInstance)
                .map(IOException.class::cast)
                .findFirst();
    }

    private static Trouble trouble(Trouble.Kind kind, Exception failure, CallSite site) {
        String code = failure.getClass().getSimpleName();
        String text = ErrorAnswer.clean(failure.getMessage());
        return new Trouble(kind, code, site.action() + " got no answer, " + code + (text.isBlank() ? "" : ": " + text));
    }
}
