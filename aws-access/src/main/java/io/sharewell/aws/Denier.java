package io.sharewell.aws;

import java.util.Locale;

/**
 * The kind of policy that AWS says denies an access, as far as it says. The wording is that of the IAM User Guide,
 * "Troubleshoot access denied error messages".
 */
public enum Denier {
    IDENTITY_POLICY("identity-based policy"),
    PERMISSIONS_BOUNDARY("permissions boundary"),
    SESSION_POLICY("session policy"),
    SERVICE_CONTROL_POLICY("service control policy"),
    RESOURCE_CONTROL_POLICY("resource control policy"),
    TRUST_POLICY("role trust policy"),
    RESOURCE_POLICY("resource-based policy"),
    VPC_ENDPOINT_POLICY("vpc endpoint policy"),
    /** AWS does not say: for AssumeRole in another account, and where a service has words of its own. */
    UNSAID("policy that AWS does not name");

    private final String words;

    Denier(String words) {
        this.words = words;
    }

    /** @param text AWS's message */
    public static Denier of(String text) {
        String said = text.toLowerCase(Locale.ROOT);
        for (Denier denier : values()) {
            if (said.contains(denier.words)) {
                return denier;
            }
        }
        return UNSAID;
    }

    /** AWS's word for it, such as {@code permissions boundary}. */
    public String words() {
        return words;
    }
}
