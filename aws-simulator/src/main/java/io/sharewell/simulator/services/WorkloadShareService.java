package io.sharewell.simulator.services;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sharewell.simulator.cloud.Organization;
import io.sharewell.simulator.organization.Behaviours;
import io.sharewell.simulator.organization.Behaviours.AcceptedShareUpdate;
import io.sharewell.simulator.organization.Behaviours.DeletedShareTokens;
import io.sharewell.simulator.organization.Behaviours.DuplicateShares;
import io.sharewell.simulator.organization.Behaviours.ForeignShareList;
import io.sharewell.simulator.organization.Behaviours.SelfShare;
import io.sharewell.simulator.organization.PermissionType;
import io.sharewell.simulator.organization.ShareStatus;
import io.sharewell.simulator.protocol.AwsException;
import io.sharewell.simulator.protocol.Json;
import io.sharewell.simulator.services.Pager.Positioned;
import io.sharewell.simulator.services.WorkloadFinder.Found;
import io.sharewell.simulator.wellarchitected.HexId;
import io.sharewell.simulator.wellarchitected.Share;
import io.sharewell.simulator.wellarchitected.ShareRequest;
import io.sharewell.simulator.wellarchitected.Workloads;
import java.util.ArrayList;
import java.util.List;

/** The owner's side of sharing. */
final class WorkloadShareService {

    private static final int PAGE = 50;
    private static final int SHARES_PER_WORKLOAD = 20;

    private final WorkloadFinder finder;
    private final Organization organization;
    private final Workloads workloads;
    private final GlobalSettings settings;
    private final Behaviours behaviours;
    private final Pager pager;

    WorkloadShareService(
            WorkloadFinder finder,
            Organization organization,
            Workloads workloads,
            GlobalSettings settings,
            Behaviours behaviours,
            Pager pager) {
        this.finder = finder;
        this.organization = organization;
        this.workloads = workloads;
        this.settings = settings;
        this.behaviours = behaviours;
        this.pager = pager;
    }

    void register(Handlers handlers) {
        handlers.add("wellarchitected.ListWorkloadShares", this::list);
        handlers.add("wellarchitected.CreateWorkloadShare", this::create);
        handlers.add("wellarchitected.UpdateWorkloadShare", this::update);
        handlers.add("wellarchitected.DeleteWorkloadShare", this::delete);
    }

    private ObjectNode list(Call call) {
        var found = finder.workload(call);
        if (!found.own()) {
            throw behaviours.foreignShareList() == ForeignShareList.DENIED
                    ? notOwner(call)
                    : WellArchitectedErrors.workloadNotFound(call.text("WorkloadId"));
        }
        var prefix = call.text("SharedWithPrefix") == null ? "" : call.text("SharedWithPrefix");
        var status = call.text("Status");
        var paging = new Pager.Paging(
                "WorkloadShareSummaries",
                PAGE,
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

    private static AwsException notOwner(Call call) {
        return AwsException.modelled(
                "AccessDeniedException",
                "[AccessDenied] Account " + call.account().id() + " is not the owner of workload "
                        + call.text("WorkloadId") + ".");
    }

    private Found owned(Call call) {
        var found = finder.workload(call);
        if (!found.own()) {
            throw notOwner(call);
        }
        return found;
    }

    private ObjectNode create(Call call) {
        var workload = owned(call).workload();
        var sharedWith = call.text("SharedWith");
        SharePrincipals.check(sharedWith, organization);
        var home = finder.home(call);
        var repeated = (Share) TokenUses.find(call, home.tokens());
        if (repeated != null) {
            return created(call, repeated);
        }
        checkNew(call, workload.id(), sharedWith);
        var share = workloads.share(home, workload.id(), request(call, sharedWith), call.now());
        TokenUses.remember(call, home.tokens(), share);
        return created(call, share);
    }

    private static ObjectNode created(Call call, Share share) {
        return Json.object()
                .put("WorkloadId", call.text("WorkloadId"))
                .put("ShareId", share.id().toString());
    }

    private void checkNew(Call call, HexId workload, String sharedWith) {
        var home = finder.home(call);
        if (behaviours.selfShare() == SelfShare.REFUSED
                && sharedWith.equals(call.account().id())) {
            throw WellArchitectedErrors.invalid("SharedWith", "A workload cannot be shared with its owner.");
        }
        var same = home.findShare(workload, it -> it.sharedWith().equals(sharedWith));
        if (same != null && behaviours.duplicateShares() == DuplicateShares.REFUSED) {
            throw WellArchitectedErrors.conflict(
                    "Workload " + workload + " is already shared with " + sharedWith + ".",
                    same.id().toString(),
                    "WORKLOAD_SHARE");
        }
        if (home.countShares(workload) >= SHARES_PER_WORKLOAD) {
            throw WellArchitectedErrors.quota(
                    "A workload can have " + SHARES_PER_WORKLOAD + " shares.",
                    workload.toString(),
                    "WORKLOAD_SHARE",
                    "L-WORKLOAD-SHARES");
        }
    }

    private ShareRequest request(Call call, String sharedWith) {
        boolean invited = SharePrincipals.isInvited(sharedWith);
        var failure = invited || settings.organizationSharing()
                ? null
                : "Sharing with your organization is not enabled in the AWS Well-Architected Tool.";
        return new ShareRequest(
                sharedWith,
                PermissionType.valueOf(call.text("PermissionType")),
                invited ? ShareStatus.PENDING : ShareStatus.ASSOCIATING,
                failure);
    }

    private ObjectNode update(Call call) {
        owned(call);
        var share = share(call);
        switch (share.status(call.now())) {
            case PENDING, ASSOCIATING, ASSOCIATED -> {}
            case ACCEPTED -> {
                if (behaviours.acceptedShareUpdate() == AcceptedShareUpdate.RESETS) {
                    share.become(ShareStatus.PENDING, call.now());
                }
            }
            case EXPIRED, REJECTED, REVOKED, FAILED ->
                throw WellArchitectedErrors.conflict(
                        "The workload share is " + share.status(call.now()) + " and cannot be changed.",
                        call.text("ShareId"),
                        "WORKLOAD_SHARE");
        }
        share.permit(PermissionType.valueOf(call.text("PermissionType")));
        return updated(call, share);
    }

    private ObjectNode updated(Call call, Share share) {
        var answer = Json.object().put("WorkloadId", call.text("WorkloadId"));
        answer.putObject("WorkloadShare")
                .put("ShareId", share.id().toString())
                .put("SharedBy", call.account().id())
                .put("SharedWith", share.sharedWith())
                .put("PermissionType", share.permission().name())
                .put("Status", share.status(call.now()).name())
                .put("WorkloadName", share.home().find(share.workloadId()).name())
                .put("WorkloadId", call.text("WorkloadId"));
        return answer;
    }

    private ObjectNode delete(Call call) {
        owned(call);
        var tokens = finder.home(call).tokens();
        return TokenUses.once(call, tokens, () -> {
            var share = share(call);
            workloads.unshare(share);
            if (behaviours.deletedShareTokens() == DeletedShareTokens.FORGOTTEN) {
                tokens.forget(share);
            }
            return Json.object();
        });
    }

    private Share share(Call call) {
        var id = HexId.parse(call.text("ShareId"));
        var share = finder.home(call)
                .findShare(HexId.parse(call.text("WorkloadId")), it -> it.id().equals(id));
        if (share == null) {
            throw WellArchitectedErrors.shareNotFound(call.text("ShareId"));
        }
        return share;
    }
}
