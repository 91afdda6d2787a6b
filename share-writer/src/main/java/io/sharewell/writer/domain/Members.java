package io.sharewell.writer.domain;

/** The accounts of the organization. */
@FunctionalInterface
public interface Members {

    /** Whether an account belongs to the organization. */
    enum Membership {
        MEMBER,
        STRANGER,
        /** The organization has not been listed yet. */
        NOT_KNOWN_YET
    }

    /** @param account an account id as AWS writes it; may be null */
    Membership of(String account);
}
