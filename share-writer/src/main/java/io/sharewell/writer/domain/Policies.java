package io.sharewell.writer.domain;

/** What to do where more than one thing is right. */
public record Policies(
        OnExpired onExpired, OnRefused onRefused, OnFailed onFailed, OnPermissionDifference onPermissionDifference) {

    /** An invitation that nobody accepted within seven days. */
    public enum OnExpired {
        RENEW,
        REPORT
    }

    /** A share that a human rejected or revoked. */
    public enum OnRefused {
        REPORT,
        INVITE_AGAIN
    }

    /** A share that AWS could not complete. */
    public enum OnFailed {
        REPORT,
        RENEW
    }

    /** A share in use, with another permission than wanted. */
    public enum OnPermissionDifference {
        REPORT,
        UPDATE
    }
}
