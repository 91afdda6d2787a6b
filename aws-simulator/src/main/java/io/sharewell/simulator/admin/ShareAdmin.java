package io.sharewell.simulator.admin;

import io.sharewell.simulator.organization.Behaviours.DeletedShareTokens;
import io.sharewell.simulator.organization.ShareStatus;
import io.sharewell.simulator.server.Simulation;
import io.sharewell.simulator.wellarchitected.HexId;
import io.sharewell.simulator.wellarchitected.Share;
import io.sharewell.simulator.wellarchitected.ShareStep;
import io.sharewell.simulator.wellarchitected.Workload;
import io.sharewell.simulator.wellarchitected.Workloads;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Shares and invitations as somebody sees and handles them who looks at all accounts at once. */
final class ShareAdmin {

    private final Simulation simulation;

    ShareAdmin(Simulation simulation) {
        this.simulation = simulation;
    }

    /** A share. */
    record ShareView(
            String accountId,
            String region,
            String workloadId,
            String workloadArn,
            String shareId,
            String sharedWith,
            String permissionType,
            ShareStatus status) {

        private static ShareView of(Share share, Instant now) {
            var home = share.home();
            var workloadId = share.workloadId().toString();
            return new ShareView(
                    home.account(),
                    home.region(),
                    workloadId,
                    Workload.arn(home.account(), home.region(), workloadId),
                    share.id().toString(),
                    share.sharedWith(),
                    share.permission().name(),
                    share.status(now));
        }
    }

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

    /** What a person does with an invitation. */
    record Answer(ShareStep action) {}

    List<ShareView> all() {
        var now = simulation.clock().instant();
        var all = new ArrayList<ShareView>();
        workloads().forEachShare(it -> all.add(ShareView.of(it, now)));
        return all;
    }

    List<InvitationView> invitations() {
        var now = simulation.clock().instant();
        var all = new ArrayList<InvitationView>();
        workloads().forEachShare(it -> {
            if (isInvitation(it)) {
                all.add(InvitationView.of(it, now));
            }
        });
        return all;
    }

    Object delete(String shareId) {
        var share = find(shareId);
        workloads().unshare(share);
        if (simulation.world().file().behaviours().deletedShareTokens() == DeletedShareTokens.FORGOTTEN) {
            share.home().tokens().forget(share);
        }
        return Map.of("done", true);
    }

    Object answer(String shareId, Answer answer) {
        var share = find(shareId);
        var now = simulation.clock().instant();
        if (answer.action() == null || !isInvitation(share)) {
            throw new AdminException(400, "An invitation takes {\"action\": \"ACCEPT\"}, REJECT or REVOKE");
        }
        if (!share.take(answer.action(), now)) {
            throw new AdminException(
                    409,
                    "Only a PENDING invitation can be answered and only a PENDING or ACCEPTED one be revoked, this one is "
                            + share.status(now));
        }
        return ShareView.of(share, now);
    }

    static boolean isInvitation(Share share) {
        return Workloads.principal(share.sharedWith()).matches("\\d{12}");
    }

    private Share find(String shareId) {
        var share = shareId.matches("[0-9a-f]{32}") ? workloads().findShare(HexId.parse(shareId)) : null;
        if (share == null) {
            throw new AdminException(404, "There is no share " + shareId);
        }
        return share;
    }

    private Workloads workloads() {
        return simulation.world().workloads();
    }
}
