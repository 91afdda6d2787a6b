package io.sharewell.simulator.admin;

import io.sharewell.simulator.admin.Work.Apart;
import io.sharewell.simulator.admin.Work.Walk;
import io.sharewell.simulator.organization.Behaviours.DeletedShareTokens;
import io.sharewell.simulator.server.Simulation;
import io.sharewell.simulator.wellarchitected.HexId;
import io.sharewell.simulator.wellarchitected.Invitation;
import io.sharewell.simulator.wellarchitected.Principals;
import io.sharewell.simulator.wellarchitected.Share;
import io.sharewell.simulator.wellarchitected.ShareStep;
import io.sharewell.simulator.wellarchitected.Workloads;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;

/** Shares and invitations as somebody sees and handles them who looks at all accounts at once. */
final class ShareAdmin {

    private final Simulation simulation;

    ShareAdmin(Simulation simulation) {
        this.simulation = simulation;
    }

    /** What a person does with an invitation. */
    record Answer(ShareStep action) {}

    Work all() {
        var now = simulation.clock().instant();
        var all = new ArrayList<ShareView>();
        return eachShare(it -> all.add(ShareView.of(it, now)), () -> Apart.json(all));
    }

    Work invitations() {
        var now = simulation.clock().instant();
        var all = new ArrayList<InvitationView>();
        return eachShare(
                it -> {
                    if (isInvitation(it)) {
                        all.add(InvitationView.of(it, now));
                    }
                },
                () -> {
                    workloads().invitations().all().forEach(it -> all.add(InvitationView.of(it, now)));
                    return Apart.json(all);
                });
    }

    Work delete(String shareId) {
        return find(shareId, this::delete);
    }

    private Object delete(Share share) {
        workloads().unshare(share);
        if (simulation.world().file().behaviours().deletedShareTokens() == DeletedShareTokens.FORGOTTEN) {
            share.home().tokens().forget(share);
        }
        return Map.of("done", true);
    }

    Object answer(String shareId, Answer answer) {
        for (var invitation : workloads().invitations().all()) {
            if (invitation.invitationId().toString().equals(shareId)) {
                return InvitationView.of(invitation, take(invitation, answer));
            }
        }
        return find(shareId, share -> ShareView.of(share, take(share, answer)));
    }

    /** Returns when it was taken. */
    private Instant take(Invitation invitation, Answer answer) {
        var now = simulation.clock().instant();
        if (answer.action() == null || !Principals.isInvited(invitation.sharedWith())) {
            throw new AdminException(400, "An invitation takes {\"action\": \"ACCEPT\"}, REJECT or REVOKE");
        }
        if (!invitation.take(answer.action(), now)) {
            throw new AdminException(
                    409,
                    "Only a PENDING invitation can be answered and only a PENDING or ACCEPTED one be revoked, this one is "
                            + invitation.status(now));
        }
        return now;
    }

    static boolean isInvitation(Share share) {
        return Principals.isInvited(share.sharedWith());
    }

    /** Looks for it everywhere. */
    private Work find(String shareId, Function<Share, Object> then) {
        if (!shareId.matches("[0-9a-f]{32}")) {
            throw missing(shareId);
        }
        var id = HexId.parse(shareId);
        var found = new Share[1];
        return eachShare(
                it -> {
                    if (it.has(id)) {
                        found[0] = it;
                    }
                },
                () -> {
                    // Its owner may have deleted it meanwhile.
                    if (found[0] == null || !found[0].home().has(found[0])) {
                        throw missing(shareId);
                    }
                    return then.apply(found[0]);
                });
    }

    private static AdminException missing(String shareId) {
        return new AdminException(404, "There is no share " + shareId);
    }

    private Work eachShare(Consumer<Share> look, Callable<?> end) {
        return new Walk<>(workloads().homesByAccount(), homes -> homes.forEach(home -> home.forEachShare(look)), end);
    }

    private Workloads workloads() {
        return simulation.world().workloads();
    }
}
