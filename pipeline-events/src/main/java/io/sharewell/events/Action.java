package io.sharewell.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What was done about a share or an invitation, or in PLAN would be done. */
public enum Action {
    CREATED,
    UPDATED,
    /** An expired, refused or failed share was deleted and created again. */
    RENEWED,
    DELETED,
    ACCEPTED,
    NONE,
    WOULD_CREATE,
    WOULD_UPDATE,
    WOULD_RENEW,
    WOULD_DELETE,
    WOULD_ACCEPT,
    /** An action of a later version. */
    @JsonEnumDefaultValue
    UNKNOWN;

    /**
     * What two actions of one sweep about the same share amount to: what was done stays done, and a share that this
     * sweep made is one that it made, whatever was changed about it later.
     */
    public Action and(Action later) {
        return switch (later) {
            case NONE -> this;
            case CREATED -> this == DELETED || this == RENEWED ? RENEWED : CREATED;
            case UPDATED -> this == CREATED || this == RENEWED ? this : UPDATED;
            case RENEWED,
                    DELETED,
                    ACCEPTED,
                    WOULD_CREATE,
                    WOULD_UPDATE,
                    WOULD_RENEW,
                    WOULD_DELETE,
                    WOULD_ACCEPT,
                    UNKNOWN -> later;
        };
    }
}
