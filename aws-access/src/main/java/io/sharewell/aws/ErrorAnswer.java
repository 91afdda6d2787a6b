package io.sharewell.aws;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/**
 * An error answer of AWS.
 *
 * @param code AWS's error code as it came, or {@code HTTP <status>} if none did
 * @param status HTTP status
 * @param text AWS's words without secrets, cut where they become too long
 * @param throttling whether the SDK takes it for throttling
 */
record ErrorAnswer(String code, int status, String text, boolean throttling) {

    private static final int LONGEST_TEXT = 1_000;

    static ErrorAnswer of(SdkServiceException failure) {
        String code = null;
        String text = failure.getMessage();
        if (failure instanceof AwsServiceException aws && aws.awsErrorDetails() != null) {
            AwsErrorDetails details = aws.awsErrorDetails();
            code = details.errorCode();
            text = details.errorMessage() == null ? text : details.errorMessage();
        }
        return new ErrorAnswer(
                code == null || code.isBlank() ? "HTTP " + failure.statusCode() : code,
                failure.statusCode(),
                clean(text),
                failure.isThrottlingException());
    }

    /** The code without what protocols put around it: {@code aws#AccessDeniedException:http://…} is AccessDenied. */
    String plainCode() {
        String name = code.substring(code.indexOf('#') + 1);
        int colon = name.indexOf(':');
        String bare = colon < 0 ? name : name.substring(0, colon);
        return bare.endsWith("Exception") ? bare.substring(0, bare.length() - "Exception".length()) : bare;
    }

    /** For a person. */
    String detail() {
        return text.isBlank() ? code : code + ": " + text;
    }

    static String clean(String text) {
        String scrubbed = text == null ? "" : Scrubber.scrub(text);
        return scrubbed.length() <= LONGEST_TEXT ? scrubbed : scrubbed.substring(0, LONGEST_TEXT) + "…";
    }
}
