package io.sharewell.events;

/** What a sweep is for. */
public enum Purpose {
    /** Share every workload with the targets. */
    SHARE,
    /** Delete the shares with the targets. */
    UNSHARE,
    /** Accept invitations in the reviews account. */
    ACCEPT
}
