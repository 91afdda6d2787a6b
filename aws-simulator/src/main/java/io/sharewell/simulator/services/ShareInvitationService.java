package io.sharewell.simulator.services;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sharewell.simulator.organization.ShareStatus;
import io.sharewell.simulator.protocol.Json;
import io.sharewell.simulator.services.Pager.Positioned;
import io.sharewell.simulator.wellarchitected.HexId;
import io.sharewell.simulator.wellarchitected.Share;
import io.sharewell.simulator.wellarchitected.Workloads;
import java.util.List;

/** The recipient's side of sharing. */
final class ShareInvitationService {

    private static final int PAGE = 50;
    private static final List<String> PREFIXES =
            List.of("WorkloadNamePrefix", "LensNamePrefix", "ProfileNamePrefix", "TemplateNamePrefix");

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
        var given = PREFIXES.stream().filter(it -> call.text(it) != null).toList();
        if (given.size() > 1) {
            throw WellArchitectedErrors.invalid(
                    given.get(1), given.get(1) + " cannot be used together with " + given.get(0));
        }
        var type = call.text("ShareResourceType");
        var prefix = call.text("WorkloadNamePrefix");
        // Only workloads are shared in this simulator, so every other kind of invitation is a list of none.
        boolean workloadsWanted =
                (type == null || type.equals("WORKLOAD")) && given.stream().allMatch("WorkloadNamePrefix"::equals);
        var paging = new Pager.Paging(
                "ShareInvitationSummaries", PAGE, type + "|" + given + "|" + prefix, WorkloadService.BAD_TOKEN);
        return pager.page(
                call,
                paging,
                (after, limit) -> workloadsWanted ? pending(call, prefix, after, limit) : List.of(),
                ShareInvitationService::summarize);
    }

    private List<Positioned<Share>> pending(Call call, String prefix, long after, int limit) {
        return workloads
                .sharedWith(
                        List.of(call.account().id()),
                        call.region(),
                        after,
                        limit,
                        share -> isPending(call, share)
                                && propagation.lists(share, call.now())
                                && (prefix == null || name(share).startsWith(prefix)))
                .stream()
                .map(it -> new Positioned<>(it.sequence(), it))
                .toList();
    }

    private static boolean isPending(Call call, Share share) {
        return share.status(call.now()) == ShareStatus.PENDING;
    }

    private static String name(Share share) {
        return share.home().find(share.workloadId()).name();
    }

    private static void summarize(Share share, ObjectNode into) {
        into.put("ShareInvitationId", share.invitationId().toString())
                .put("SharedBy", share.home().account())
                .put("SharedWith", share.sharedWith())
                .put("PermissionType", share.permission().name())
                .put("ShareResourceType", "WORKLOAD")
                .put("WorkloadName", name(share))
                .put("WorkloadId", share.workloadId().toString());
    }

    private ObjectNode update(Call call) {
        finder.check(call);
        var id = call.text("ShareInvitationId");
        var wanted = HexId.parse(id);
        var share = workloads
                .sharedWith(
                        List.of(call.account().id()),
                        call.region(),
                        0,
                        1,
                        it -> it.invitationId().equals(wanted) && propagation.lists(it, call.now()))
                .stream()
                .findFirst()
                .orElseThrow(() -> WellArchitectedErrors.invitationNotFound(id));
        if (!isPending(call, share)) {
            throw WellArchitectedErrors.conflict(
                    "The share invitation has already been processed: it is " + share.status(call.now()) + ".",
                    id,
                    "SHARE_INVITATION");
        }
        boolean accepted = call.text("ShareInvitationAction").equals("ACCEPT");
        share.become(accepted ? ShareStatus.ACCEPTED : ShareStatus.REJECTED, call.now());
        var answer = Json.object();
        answer.putObject("ShareInvitation")
                .put("ShareInvitationId", id)
                .put("ShareResourceType", "WORKLOAD")
                .put("WorkloadId", share.workloadId().toString());
        return answer;
    }
}
