package io.sharewell.simulator.protocol;

import io.sharewell.simulator.model.Protocol;

/** Errors that every AWS service gives before it looks at the operation; their names differ by protocol. */
public enum CommonError {
    MISSING_TOKEN("MissingAuthenticationToken", "MissingAuthenticationTokenException"),
    INVALID_TOKEN("InvalidClientTokenId", "UnrecognizedClientException"),
    BAD_SIGNATURE("SignatureDoesNotMatch", "InvalidSignatureException"),
    INCOMPLETE_SIGNATURE("IncompleteSignature", "IncompleteSignatureException"),
    EXPIRED_TOKEN("ExpiredToken", "ExpiredTokenException"),
    ACCESS_DENIED("AccessDenied", "AccessDeniedException");

    private final String inQuery;
    private final String inJson;

    CommonError(String inQuery, String inJson) {
        this.inQuery = inQuery;
        this.inJson = inJson;
    }

    public AwsException in(Protocol protocol, String message) {
        return AwsException.undeclared(code(protocol), status(protocol), message);
    }

    /** The one that has this code in a protocol; null if none has. */
    public static AwsException named(String code, Protocol protocol, String message) {
        for (var error : values()) {
            if (error.code(protocol).equals(code)) {
                return error.in(protocol, message);
            }
        }
        return null;
    }

    private String code(Protocol protocol) {
        return protocol == Protocol.QUERY ? inQuery : inJson;
    }

    private int status(Protocol protocol) {
        return switch (protocol) {
            case QUERY -> this == INCOMPLETE_SIGNATURE ? 400 : 403;
            case REST_JSON -> 403;
            case JSON -> 400;
        };
    }
}
