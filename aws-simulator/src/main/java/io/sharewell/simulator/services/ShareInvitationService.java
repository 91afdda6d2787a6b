package io.sharewell.simulator.services;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sharewell.simulator.organization.InvitationType;
import io.sharewell.simulator.protocol.Json;
import io.sharewell.simulator.services.Pager.Positioned;
import io.sharewell.simulator.wellarchitected.HexId;
import io.sharewell.simulator.wellarchitected.Invitation;
import io.sharewell.simulator.wellarchitected.ResourceInvitation;
import io.sharewell.simulator.wellarchitected.Share;
import io.sharewell.simulator.wellarchitected.ShareStep;
import io.sharewell.simulator.wellarchitected.Workloads;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The recipient's side of sharing. */
final class ShareInvitationService {

    private static final int PAGE = 50;

    private final WorkloadFinder finder;
    private final Workloads workloads;
    private final Propagation propagation;
    private final Pager pager;

    ShareInvitationService(WorkloadFinder finder, Workloads workloads, Propagation propagation, Pager pager) {
        this.finder = finder;
        this.workloads = workloads;
        this.propagation = propagation;
        this.pager = pager;
    }

    void register(Handlers handlers) {
        handlers.add("wellarchitected.ListShareInvitations", this::list);
        handlers.add("wellarchitected.UpdateShareInvitation", this::update);
    }

    private ObjectNode list(Call call) {
        finder.check(call);
        var filter = InvitationFilter.of(call);
        var paging = new Pager.Paging("ShareInvitationSummaries", PAGE, filter.toString(), WorkloadService.BAD_TOKEN);
        return pager.page(
                call,
                paging,
                (after, limit) -> find(call, after, limit, it -> it.isPending(call.now()) && filter.wants(it)).stream()
                        .map(it -> new Positioned<>(it.sequence(), it))
                        .toList(),
                ShareInvitationService::summarize);
    }

    /** Those of the caller's account and of himself: shares of workloads first, oldest first, then the others. */
    private List<Invitation> find(Call call, long after, int limit, Predicate<Invitation> wanted) {
        var account = call.account().id();
        var found = new ArrayList<Invitation>(workloads.sharedWith(
                List.of(account, call.caller().arn()),
                call.region(),
                after,
                limit,
                it -> propagation.lists(it, call.now()) && wanted.test(it)));
        workloads.invitations().of(account).stream()
                .filter(it -> it.region().equals(call.region()) && it.sequence() > after && wanted.test(it))
                .limit(limit - found.size())
                .forEach(found::add);
        return found;
    }

    private static void summarize(Invitation invitation, ObjectNode into) {
        into.put("ShareInvitationId", invitation.invitationId().toString())
                .put("SharedBy", invitation.sharedBy())
                .put("SharedWith", invitation.sharedWith())
                .put("PermissionType", invitation.permission().name())
                .put("ShareResourceType", InvitationFilter.typeOf(invitation));
        switch (invitation) {
            case Share share ->
                into.put("WorkloadName", share.name())
                        .put("WorkloadId", share.workloadId().toString());
            case ResourceInvitation other -> {
                var member = memberName(other);
                into.put(member + "Name", other.name()).put(member + "Arn", other.arn());
            }
        }
    }

    private static String memberName(ResourceInvitation invitation) {
        return switch (invitation.type()) {
            case LENS -> "Lens";
            case PROFILE -> "Profile";
            case TEMPLATE -> "Template";
        };
    }

    private ObjectNode update(Call call) {
        finder.check(call);
        var id = call.text("ShareInvitationId");
        var wanted = HexId.parse(id);
        var invitation = find(call, 0, 1, it -> it.invitationId().equals(wanted)).stream()
                .findFirst()
                .orElseThrow(() -> WellArchitectedErrors.invitationNotFound(id));
        if (!invitation.take(ShareStep.valueOf(call.text("ShareInvitationAction")), call.now())) {
            throw WellArchitectedErrors.conflict(
                    "The share invitation has already been processed: it is " + invitation.status(call.now()) + ".",
                    id,
                    "SHARE_INVITATION");
        }
        return answer(invitation);
    }

    private static ObjectNode answer(Invitation invitation) {
        var answer = Json.object();
        var into = answer.putObject("ShareInvitation")
                .put("ShareInvitationId", invitation.invitationId().toString())
                .put("ShareResourceType", InvitationFilter.typeOf(invitation));
        switch (invitation) {
            case Share share -> into.put("WorkloadId", share.workloadId().toString());
            case ResourceInvitation other -> {
                into.put(memberName(other) + "Arn", other.arn());
                if (other.type() == InvitationType.LENS) {
                    // A lens that somebody made has its ARN for an alias.
                    into.put("LensAlias", other.arn());
                }
            }
        }
        return answer;
    }
}
