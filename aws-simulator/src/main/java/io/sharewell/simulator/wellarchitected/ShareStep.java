package io.sharewell.simulator.wellarchitected;

import io.sharewell.simulator.organization.ShareStatus;
import java.util.EnumSet;
import java.util.Set;

/** What somebody may do to a share by hand, and when. Time does the rest: {@link Share#status}. */
public enum ShareStep {
    /** By the recipient. */
    ACCEPT(ShareStatus.ACCEPTED, EnumSet.of(ShareStatus.PENDING)),
    /** By the recipient. */
    REJECT(ShareStatus.REJECTED, EnumSet.of(ShareStatus.PENDING)),
    /** By the owner. AWS has the status and no operation that leads there. */
    REVOKE(ShareStatus.REVOKED, EnumSet.of(ShareStatus.PENDING, ShareStatus.ACCEPTED));

    private final ShareStatus end;
    private final Set<ShareStatus> beginnings;

    ShareStep(ShareStatus end, Set<ShareStatus> beginnings) {
        this.end = end;
        this.beginnings = beginnings;
    }

    /** What the share is afterwards. */
    ShareStatus end() {
        return end;
    }

    boolean isPossible(ShareStatus now) {
        return beginnings.contains(now);
    }
}
