package io.sharewell.scanner.aws;

import io.sharewell.aws.AwsFailure;
import io.sharewell.aws.BudgetedCalls;
import io.sharewell.aws.CallResult;
import io.sharewell.aws.CallResult.HeldUp.Why;
import io.sharewell.aws.CallSite;
import io.sharewell.events.HeldUpException;
import io.sharewell.events.HeldUpException.Kind;
import io.sharewell.scanner.domain.Answer;
import java.time.Duration;
import java.util.function.Supplier;

/** The calls for one record, told in the domain's words. */
record UnitCalls(BudgetedCalls calls) {

    <T> Answer<T> call(CallSite site, Supplier<T> call) {
        return switch (calls.call(site, call)) {
            case CallResult.Answered<T>(T value) -> new Answer.Given<>(value);
            case CallResult.Refused<T>(AwsFailure.News news) -> new Answer.Refused<>(news.problem());
            case CallResult.HeldUp<T>(Why why, String message, Duration untilTurn) ->
                throw new HeldUpException(kind(why), message, untilTurn);
        };
    }

    private static Kind kind(Why why) {
        return switch (why) {
            case OUT_OF_TIME, TROUBLE -> Kind.TROUBLE;
            case NO_TURN -> Kind.NO_TURN;
            case SESSION_OVER -> Kind.SESSION_OVER;
        };
    }
}
