package io.sharewell.aws;

/**
 * Trouble with AWS, to be tried again later. The message is free of secrets; there is no cause, since a cause's message
 * would not be.
 */
public final class TroubleException extends RuntimeException {

    private final AwsFailure.Trouble trouble;

    public TroubleException(AwsFailure.Trouble trouble) {
        super(trouble.message());
        this.trouble = trouble;
    }

    /** Never null. */
    public AwsFailure.Trouble trouble() {
        return trouble;
    }

    /** AWS's error code, or the name of the exception if AWS did not answer. */
    public String code() {
        return trouble.code();
    }
}
