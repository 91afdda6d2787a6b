package io.sharewell.events;

/** Whether a sweep may write to AWS. */
public enum Mode {
    /** Read only: say what would be done. */
    PLAN,
    /** Do it. */
    APPLY
}
