package io.sharewell.simulator.admin;

import io.sharewell.simulator.organization.ShareStatus;
import io.sharewell.simulator.wellarchitected.ResourceInvitation;
import io.sharewell.simulator.wellarchitected.Share;
import java.time.Instant;

/**
 * An invitation; {@code shareId} is what the other requests take. Of a workload it has no {@code resourceName} and
 * {@code resourceArn}, of anything else no {@code workloadId} and {@code workloadName}: null.
 *
 * @param shareResourceType {@code WORKLOAD}, {@code LENS}, {@code PROFILE} or {@code TEMPLATE}
 */
record InvitationView(
        String shareId,
        String invitationId,
        String shareResourceType,
        String region,
        String sharedBy,
        String sharedWith,
        String workloadId,
        String workloadName,
        String resourceName,
        String resourceArn,
        String permissionType,
        ShareStatus status) {

    static InvitationView of(Share share, Instant now) {
        return new InvitationView(
                share.id().toString(),
                share.invitationId().toString(),
                "WORKLOAD",
                share.home().region(),
                share.home().account(),
                share.sharedWith(),
                share.workloadId().toString(),
                share.name(),
                null,
                null,
                share.permission().name(),
                share.status(now));
    }

    /** What is shared has no share of its own here: the invitation's id stands for it. */
    static InvitationView of(ResourceInvitation invitation, Instant now) {
        var id = invitation.invitationId().toString();
        return new InvitationView(
                id,
                id,
                invitation.type().name(),
                invitation.region(),
                invitation.sharedBy(),
                invitation.sharedWith(),
                null,
                null,
                invitation.name(),
                invitation.arn(),
                invitation.permission().name(),
                invitation.status(now));
    }
}
