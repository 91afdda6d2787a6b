package io.sharewell.writer.aws;

import io.sharewell.aws.AwsFailure;
import io.sharewell.aws.BudgetedCalls;
import io.sharewell.aws.CallResult;
import io.sharewell.aws.CallSite;
import io.sharewell.writer.domain.Answer;
import java.util.function.Supplier;

/** The calls for one record, told in the domain's words. */
record RecordCalls(BudgetedCalls calls) {

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    <T> Answer<T> call(CallSite site, Supplier<T> call) {
        return switch (calls.call(site, call)) {
            case CallResult.Answered<T>(T value) -> new Answer.Given<>(value);
            case CallResult.Refused<T>(AwsFailure.News news) -> refusal(news);
        };
    }

    private static <T> Answer<T> refusal(AwsFailure.News news) {
        return switch (news.status()) {
            case NOT_FOUND, CONFLICT -> new Answer.Overtaken<>(news.problem());
            default -> new Answer.Refused<>(news.problem());
        };
    }
}
