package io.sharewell.simulator.wellarchitected;

import io.sharewell.simulator.organization.PermissionType;
import io.sharewell.simulator.organization.ShareStatus;
import java.time.Instant;

/** What an account is asked to accept: a share of a workload, or of something else. */
public sealed interface Invitation permits Share, ResourceInvitation {

    HexId invitationId();

    /** Invitations are listed in this order. */
    long sequence();

    /** The owner's account. */
    String sharedBy();

    String sharedWith();

    PermissionType permission();

    /** The name of what is shared. */
    String name();

    ShareStatus status(Instant now);

    /** Takes a step in its life; false if it cannot from where it is. */
    boolean take(ShareStep step, Instant now);

    default boolean isPending(Instant now) {
        return status(now) == ShareStatus.PENDING;
    }
}
