package io.sharewell.aws;

import io.sharewell.events.HeldUpException;
import io.sharewell.events.HeldUpException.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The calls for one piece of work, with the credentials of a session: in their turn, and within the work's time. The first
 * does not wait for its turn, for nothing is lost if the work goes away and comes back when it is due; the later ones do,
 * for the work would begin anew. For the same reason work that makes progress has more time: each answer gives it anew, up
 * to a limit. Not safe for use by several threads.
 */
public final class BudgetedCalls {

    /** How many times its budget a piece of work may take as long as it makes progress. */
    private static final int MOST_BUDGETS = 10;

    private final RateLimiter<CallSite> turns;
    private final Duration longestWait;
    private final Clock clock;
    private final Duration budget;
    private final Instant latest;
    private Instant deadline;
    private boolean begun;

    /**
     * @param turns the rate limit
     * @param longestWait how long a later call waits for its turn, and the longest time after which the work is told to
     *     come back
     * @param clock tells whether the time is over
     * @param budget how long the work may take from now or from its last answer: no call starts then or later
     */
    public BudgetedCalls(RateLimiter<CallSite> turns, Duration longestWait, Clock clock, Duration budget) {
        this.turns = Objects.requireNonNull(turns, "turns");
        this.longestWait = Objects.requireNonNull(longestWait, "longestWait");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.budget = Objects.requireNonNull(budget, "budget");
        Instant now = clock.instant();
        this.deadline = now.plus(budget);
        this.latest = now.plus(budget.multipliedBy(MOST_BUDGETS));
    }

    /**
     * @param call may throw what the SDK throws; must not return null
     * @throws HeldUpException if there is no turn, the time is over, the session is over, or AWS does not answer
     * @throws RuntimeException what {@code call} threw, if that is our fault and not AWS's
     */
    public <T> CallResult<T> call(CallSite site, Supplier<T> call) {
        if (!clock.instant().isBefore(deadline)) {
            throw new HeldUpException(Kind.TROUBLE, "the time for one record was over before " + site.action());
        }
        if (!turns.tryAcquire(site, begun ? longestWait : Duration.ZERO)) {
            throw new HeldUpException(Kind.NO_TURN, "no turn for " + site.action(), turns.untilTurn(site, longestWait));
        }
        begun = true;
        try {
            CallResult<T> answered = new CallResult.Answered<>(call.get());
            goOn();
            return answered;
        } catch (RuntimeException e) {
            return meaning(e, site);
        }
    }

    private void goOn() {
        Instant later = clock.instant().plus(budget);
        deadline = later.isBefore(latest) ? later : latest;
    }

    private static <T> CallResult<T> meaning(RuntimeException failure, CallSite site) {
        return switch (AwsFailures.classify(failure, site)) {
            case AwsFailure.News news -> new CallResult.Refused<>(news);
            case AwsFailure.Trouble trouble -> throw new HeldUpException(Kind.TROUBLE, trouble.message());
            case AwsFailure.SessionOver over ->
                throw new HeldUpException(Kind.SESSION_OVER, site.action() + ": " + over.code());
            // Requests bring the session's credentials; what fails without an answer of AWS is our fault
            case AwsFailure.SetUpWrong _, AwsFailure.Bug _ -> throw failure;
        };
    }
}
