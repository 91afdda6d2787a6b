package io.sharewell.aws;

import java.util.Locale;
import software.amazon.awssdk.core.exception.SdkServiceException;

/** Why AWS does not accept credentials, for {@link io.sharewell.events.Reason#CREDENTIALS_REJECTED}. */
public enum CredentialsFault {
    /** AWS does not know the key or the token; also in a Region that the key's account has not enabled. */
    KEY_UNKNOWN,
    /** AWS knows the key, but its secret is another. */
    SECRET_WRONG,
    /** The request was signed too long ago or in the future. */
    CLOCK_WRONG,
    /** Temporary credentials whose time is over. */
    SESSION_OVER,
    OTHER;

    /** @param refusal what AWS answered */
    public static CredentialsFault of(SdkServiceException refusal) {
        ErrorAnswer answer = ErrorAnswer.of(refusal);
        return switch (ErrorKind.of(answer)) {
            case UNKNOWN_TOKEN -> KEY_UNKNOWN;
            case EXPIRED_TOKEN -> SESSION_OVER;
            case BAD_SIGNATURE -> isAboutTime(answer) ? CLOCK_WRONG : SECRET_WRONG;
            case THROTTLED,
                    SERVER_ERROR,
                    BAD_IDENTITY,
                    ACCESS_DENIED,
                    STS_REGION_DISABLED,
                    NO_ORGANIZATION,
                    QUOTA_EXCEEDED,
                    INVALID,
                    NOT_FOUND,
                    CONFLICT,
                    NOT_AWS,
                    OTHER -> OTHER;
        };
    }

    // One code for both: "Signature expired: … is now earlier than …", "Signature not yet current: …"
    private static boolean isAboutTime(ErrorAnswer answer) {
        String text = answer.text().toLowerCase(Locale.ROOT);
        return answer.plainCode().equals("RequestExpired")
                || answer.plainCode().equals("RequestTimeTooSkewed")
                || text.contains("signature expired")
                || text.contains("not yet current");
    }
}
