package io.sharewell.events;

/** What a share allows its principal; the names are AWS's. */
public enum Permission {
    READONLY,
    CONTRIBUTOR
}
