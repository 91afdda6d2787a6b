package io.sharewell.aws;

import java.util.Set;

/** The families of AWS's error answers. Services name and number the same thing differently. */
enum ErrorKind {
    THROTTLED,
    SERVER_ERROR,
    EXPIRED_TOKEN,
    UNKNOWN_TOKEN,
    BAD_SIGNATURE,
    /** The identity that the pod's platform vouches for; what the SDK asks STS for on its own way to credentials. */
    BAD_IDENTITY,
    ACCESS_DENIED,
    STS_REGION_DISABLED,
    NO_ORGANIZATION,
    QUOTA_EXCEEDED,
    INVALID,
    NOT_FOUND,
    CONFLICT,
    /** Something between us and AWS answered: a proxy that wants a password, a portal that redirects. */
    NOT_AWS,
    OTHER;

    // Organizations throttles with status 400, so the code must tell.
    private static final Set<String> THROTTLING_CODES = Set.of(
            "Throttling",
            "Throttled",
            "TooManyRequests",
            "RequestThrottled",
            "RequestLimitExceeded",
            "BandwidthLimitExceeded",
            "SlowDown");

    private static final Set<String> SERVER_ERROR_CODES = Set.of(
            "InternalError",
            "InternalFailure",
            "InternalServer",
            "InternalServerError",
            "Service",
            "ServiceUnavailable",
            "RequestTimeout",
            "PriorRequestNotComplete",
            "TransactionInProgress",
            // STS: the identity provider of a web identity could not be reached
            "IDPCommunicationError",
            // Organizations: "another request is already in progress. Try again later."
            "ConcurrentModification");

    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;

    /** Codes tell more than statuses: the JSON 1.1 services answer 400 where others answer 403, 429 or 500. */
    static ErrorKind of(ErrorAnswer answer) {
        String code = answer.plainCode();
        int status = answer.status();
        if (answer.throttling() || status == TOO_MANY_REQUESTS || THROTTLING_CODES.contains(code)) {
            return THROTTLED;
        }
        if (status >= 500 || status == REQUEST_TIMEOUT || SERVER_ERROR_CODES.contains(code)) {
            return SERVER_ERROR;
        }
        return switch (code) {
            case "ExpiredToken" -> EXPIRED_TOKEN;
            case "UnrecognizedClient", "InvalidClientTokenId" -> UNKNOWN_TOKEN;
            case "InvalidSignature",
                    "SignatureDoesNotMatch",
                    "IncompleteSignature",
                    "MissingAuthenticationToken",
                    "RequestExpired",
                    "RequestTimeTooSkewed" -> BAD_SIGNATURE;
            case "InvalidIdentityToken", "IDPRejectedClaim" -> BAD_IDENTITY;
            case "AccessDenied" -> ACCESS_DENIED;
            case "RegionDisabled" -> STS_REGION_DISABLED;
            case "AWSOrganizationsNotInUse" -> NO_ORGANIZATION;
            case "ServiceQuotaExceeded" -> QUOTA_EXCEEDED;
            case "Validation", "ValidationError", "MalformedPolicyDocument", "PackedPolicyTooLarge" -> INVALID;
            case "ResourceNotFound" -> NOT_FOUND;
            case "Conflict" -> CONFLICT;
            default -> isRedirectOrProxy(status) ? NOT_AWS : OTHER;
        };
    }

    private static boolean isRedirectOrProxy(int status) {
        return status >= 300 && status < 400 || status == PROXY_AUTHENTICATION_REQUIRED;
    }
}
