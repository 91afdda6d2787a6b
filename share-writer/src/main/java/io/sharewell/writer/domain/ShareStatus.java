package io.sharewell.writer.domain;

import java.util.Arrays;

/** AWS's ShareStatus. */
public enum ShareStatus {
    PENDING,
    ACCEPTED,
    REJECTED,
    REVOKED,
    EXPIRED,
    ASSOCIATING,
    ASSOCIATED,
    FAILED,
    /** A word of AWS that is newer than this code: it may well be a share in use. */
    UNKNOWN;

    /** @param word AWS's word, or null */
    static ShareStatus of(String word) {
        return Arrays.stream(values())
                .filter(status -> status.name().equals(word))
                .findFirst()
                .orElse(UNKNOWN);
    }

    /**
     * Which of several shares with the same principal counts, the lowest: one in use before all, and a human's no before
     * what merely ended.
     */
    int rank() {
        return switch (this) {
            case ACCEPTED, ASSOCIATED -> 0;
            case PENDING, ASSOCIATING -> 1;
            case UNKNOWN -> 2;
            case REJECTED, REVOKED -> 3;
            case FAILED -> 4;
            case EXPIRED -> 5;
        };
    }
}
