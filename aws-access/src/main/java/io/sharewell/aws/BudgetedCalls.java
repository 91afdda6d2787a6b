package io.sharewell.aws;

import io.sharewell.aws.CallResult.HeldUp.Why;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The calls for one piece of work, with the credentials of a session: in their turn, and within the work's time. The first
 * does not wait for its turn, for nothing is lost if the work goes away and comes back when it is due; the later ones do,
 * for the work would begin anew. Not safe for use by several threads.
 */
public final class BudgetedCalls {

    private final RateLimiter<CallSite> turns;
    private final Duration longestWait;
    private final Clock clock;
    private final Instant deadline;
    private boolean begun;

    /**
     * @param turns the rate limit
     * @param longestWait how long a later call waits for its turn, and the longest time after which the work is told to
     *     come back
     * @param clock tells whether the time is over
     * @param deadline when the work's time is over: no call starts then or later
     */
    public BudgetedCalls(RateLimiter<CallSite> turns, Duration longestWait, Clock clock, Instant deadline) {
        this.turns = Objects.requireNonNull(turns, "turns");
        this.longestWait = Objects.requireNonNull(longestWait, "longestWait");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.deadline = Objects.requireNonNull(deadline, "deadline");
    }

    /**
     * @param call may throw what the SDK throws; must not return null
     * @throws RuntimeException what {@code call} threw, if that is our fault and not AWS's
     */
    public <T> CallResult<T> call(CallSite site, Supplier<T> call) {
        if (!clock.instant().isBefore(deadline)) {
            return new CallResult.HeldUp<>(Why.OUT_OF_TIME, "the time for one record was over before " + site.action());
        }
        if (!turns.tryAcquire(site, begun ? longestWait : Duration.ZERO)) {
            return new CallResult.HeldUp<>(
                    Why.NO_TURN, "no turn for " + site.action(), turns.untilTurn(site, longestWait));
        }
        begun = true;
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
