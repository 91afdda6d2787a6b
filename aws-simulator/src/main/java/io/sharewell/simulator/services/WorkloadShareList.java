package io.sharewell.simulator.services;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sharewell.simulator.organization.Behaviours.ForeignShareList;
import io.sharewell.simulator.protocol.Json;
import io.sharewell.simulator.services.Pager.Positioned;
import io.sharewell.simulator.services.WorkloadFinder.Found;
import io.sharewell.simulator.wellarchitected.Share;
import java.util.ArrayList;
import java.util.List;

/** The owner's side of sharing: lists a workload's shares. */
final class WorkloadShareList {

    private final WorkloadFinder finder;
    private final ForeignShareList foreignShareList;
    private final Propagation propagation;
    private final Pager pager;

    WorkloadShareList(WorkloadFinder finder, ForeignShareList foreignShareList, Propagation propagation, Pager pager) {
        this.finder = finder;
        this.foreignShareList = foreignShareList;
        this.propagation = propagation;
        this.pager = pager;
    }

    void register(Handlers handlers) {
        handlers.add("wellarchitected.ListWorkloadShares", this::list);
    }

    private ObjectNode list(Call call) {
        var found = finder.workload(call);
        if (!found.own()) {
            throw foreignShareList == ForeignShareList.DENIED
                    ? WellArchitectedErrors.notOwner(call)
                    : WellArchitectedErrors.workloadNotFound(call.text("WorkloadId"));
        }
        var prefix = call.text("SharedWithPrefix") == null ? "" : call.text("SharedWithPrefix");
        var status = call.text("Status");
        var paging = new Pager.Paging(
                "WorkloadShareSummaries",
                WorkloadService.PAGE,
                call.text("WorkloadId") + "|" + prefix + "|" + status,
                WorkloadService.BAD_TOKEN);
        var answer = Json.object().put("WorkloadId", call.text("WorkloadId"));
        answer.setAll(pager.page(
                call,
                paging,
                (after, limit) -> shares(call, found, prefix, status, after, limit),
                (share, into) -> summarize(call, share, into)));
        return answer;
    }

    private List<Positioned<Share>> shares(
            Call call, Found found, String prefix, String status, long after, int limit) {
        var shares = new ArrayList<Positioned<Share>>();
        finder.home(call).findShare(found.workload().id(), share -> {
            boolean wanted = share.sequence() > after
                    && propagation.lists(share, call.now())
                    && share.sharedWith().startsWith(prefix)
                    && (status == null || share.status(call.now()).name().equals(status));
            if (wanted) {
                shares.add(new Positioned<>(share.sequence(), share));
            }
            return shares.size() >= limit;
        });
        return shares;
    }

    private static void summarize(Call call, Share share, ObjectNode into) {
        into.put("ShareId", share.id().toString())
                .put("SharedWith", share.sharedWith())
                .put("PermissionType", share.permission().name())
                .put("Status", share.status(call.now()).name());
        var message = share.statusMessage(call.now());
        if (message != null) {
            into.put("StatusMessage", message);
        }
    }
}
