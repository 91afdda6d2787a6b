package io.sharewell.aws;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/** Says what a failed call to AWS means. The only place that knows AWS's error codes. */
public final class AwsFailures {

    private AwsFailures() {}

    /**
     * @param failure what the SDK threw
     * @param site what was asked, and where
     * @return never null; {@link AwsFailure.Bug} for what the SDK or AWS did not cause
     */
    public static AwsFailure classify(Throwable failure, CallSite site) {
        return switch (failure) {
            case SdkServiceException answer -> new ErrorAnswers(ErrorAnswer.of(answer), site).meaning();
            case SdkClientException noAnswer -> NoAnswers.meaning(noAnswer, site);
            default -> new AwsFailure.Bug(failure);
        };
    }
}
