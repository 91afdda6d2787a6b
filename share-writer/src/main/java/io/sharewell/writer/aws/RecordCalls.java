package io.sharewell.writer.aws;

import io.sharewell.aws.AwsFailure;
import io.sharewell.aws.AwsFailures;
import io.sharewell.aws.CallSite;
import io.sharewell.aws.RateLimiter;
import io.sharewell.writer.domain.Answer;
import io.sharewell.writer.domain.HeldUpException;
import io.sharewell.writer.domain.HeldUpException.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * The calls for one record: in their turn, within the record's time, and with what fails told in the domain's words.
 *
 * @param turns the rate limit, per account, Region and operation
 * @param longestWait how long a call waits for its turn
 * @param deadline when the record's time is over
 */
record RecordCalls(RateLimiter<CallSite> turns, Duration longestWait, Clock clock, Instant deadline) {

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    <T> Answer<T> call(CallSite site, Supplier<T> call) {
        if (!clock.instant().isBefore(deadline)) {
            throw new HeldUpException(Kind.TROUBLE, "the time for one record was over before " + site.action());
        }
        if (!turns.tryAcquire(site, longestWait)) {
            throw new HeldUpException(Kind.NO_TURN, "no turn for " + site.action());
        }
        try {
            return new Answer.Given<>(call.get());
        } catch (RuntimeException e) {
            return meaning(e, site);
        }
    }

    private static <T> Answer<T> meaning(RuntimeException failure, CallSite site) {
        return switch (AwsFailures.classify(failure, site)) {
            case AwsFailure.News news ->
                switch (news.status()) {
                    case NOT_FOUND, CONFLICT -> new Answer.Overtaken<>(news.problem());
                    default -> new Answer.Refused<>(news.problem());
                };
            case AwsFailure.Trouble trouble -> throw new HeldUpException(Kind.TROUBLE, trouble.message());
            case AwsFailure.SessionOver over ->
                throw new HeldUpException(Kind.SESSION_OVER, site.action() + ": " + over.code());
            // Requests bring the session's credentials; what fails without an answer of AWS is our fault
            case AwsFailure.SetUpWrong _, AwsFailure.Bug _ -> throw failure;
        };
    }
}
