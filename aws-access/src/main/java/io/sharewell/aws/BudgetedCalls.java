package io.sharewell.aws;

import io.sharewell.aws.CallResult.HeldUp.Why;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The calls for one piece of work, with the credentials of a session: in their turn, and within the work's time.
 *
 * @param turns the rate limit
 * @param longestWait how long a call waits for its turn; zero does not wait
 * @param clock tells whether the time is over
 * @param deadline when the work's time is over: no call starts then or later
 */
public record BudgetedCalls(RateLimiter<CallSite> turns, Duration longestWait, Clock clock, Instant deadline) {

    public BudgetedCalls {
        Objects.requireNonNull(turns, "turns");
        Objects.requireNonNull(longestWait, "longestWait");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(deadline, "deadline");
    }

    /**
     * @param call may throw what the SDK throws; must not return null
     * @throws RuntimeException what {@code call} threw, if that is our fault and not AWS's
     */
    public <T> CallResult<T> call(CallSite site, Supplier<T> call) {
        if (!clock.instant().isBefore(deadline)) {
            return new CallResult.HeldUp<>(Why.OUT_OF_TIME, "the time for one record was over before " + site.action());
        }
        if (!turns.tryAcquire(site, longestWait)) {
            return new CallResult.HeldUp<>(Why.NO_TURN, "no turn for " + site.action());
        }
        try {
            return new CallResult.Answered<>(call.get());
        } catch (RuntimeException e) {
            return meaning(e, site);
        }
    }

    private static <T> CallResult<T> meaning(RuntimeException failure, CallSite site) {
        return switch (AwsFailures.classify(failure, site)) {
            case AwsFailure.News news -> new CallResult.Refused<>(news);
            case AwsFailure.Trouble trouble -> new CallResult.HeldUp<>(Why.TROUBLE, trouble.message());
            case AwsFailure.SessionOver over ->
                new CallResult.HeldUp<>(Why.SESSION_OVER, site.action() + ": " + over.code());
            // Requests bring the session's credentials; what fails without an answer of AWS is our fault
            case AwsFailure.SetUpWrong _, AwsFailure.Bug _ -> throw failure;
        };
    }
}
