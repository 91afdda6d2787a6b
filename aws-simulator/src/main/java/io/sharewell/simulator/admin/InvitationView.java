package io.sharewell.simulator.admin;

import io.sharewell.simulator.organization.ShareStatus;
import io.sharewell.simulator.wellarchitected.Share;
import java.time.Instant;

/** An invitation; {@code shareId} is what the other requests take. */
record InvitationView(
        String shareId,
        String invitationId,
        String region,
        String sharedBy,
        String sharedWith,
        String workloadId,
        String workloadName,
        String permissionType,
        ShareStatus status) {

    static InvitationView of(Share share, Instant now) {
        return new InvitationView(
                share.id().toString(),
                share.invitationId().toString(),
                share.home().region(),
                share.home().account(),
                share.sharedWith(),
                share.workloadId().toString(),
                share.home().find(share.workloadId()).name(),
                share.permission().name(),
                share.status(now));
    }
}
