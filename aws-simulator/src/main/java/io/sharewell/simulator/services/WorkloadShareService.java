package io.sharewell.simulator.services;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sharewell.simulator.cloud.Organization;
import io.sharewell.simulator.organization.Behaviours;
import io.sharewell.simulator.organization.Behaviours.AcceptedShareUpdate;
import io.sharewell.simulator.organization.Behaviours.DeletedShareTokens;
import io.sharewell.simulator.organization.Behaviours.SelfShare;
import io.sharewell.simulator.organization.Behaviours.SharedWithForm;
import io.sharewell.simulator.organization.PermissionType;
import io.sharewell.simulator.organization.ShareStatus;
import io.sharewell.simulator.protocol.Json;
import io.sharewell.simulator.wellarchitected.HexId;
import io.sharewell.simulator.wellarchitected.Principals;
import io.sharewell.simulator.wellarchitected.Share;
import io.sharewell.simulator.wellarchitected.ShareRequest;
import io.sharewell.simulator.wellarchitected.Workloads;

/** The owner's side of sharing: makes, changes and ends shares. */
final class WorkloadShareService {

    private static final int SHARES_PER_WORKLOAD = 20;

    private final WorkloadFinder finder;
    private final Organization organization;
    private final Workloads workloads;
    private final GlobalSettings settings;
    private final Behaviours behaviours;

    WorkloadShareService(
            WorkloadFinder finder,
            Organization organization,
            Workloads workloads,
            GlobalSettings settings,
            Behaviours behaviours) {
        this.finder = finder;
        this.organization = organization;
        this.workloads = workloads;
        this.settings = settings;
        this.behaviours = behaviours;
    }

    void register(Handlers handlers) {
        handlers.add("wellarchitected.CreateWorkloadShare", this::create);
        handlers.add("wellarchitected.UpdateWorkloadShare", this::update);
        handlers.add("wellarchitected.DeleteWorkloadShare", this::delete);
    }

    private ObjectNode create(Call call) {
        var workload = finder.ownWorkload(call);
        var sharedWith = call.text("SharedWith");
        SharePrincipals.check(sharedWith, call.account(), organization);
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
        var principal = Principals.key(sharedWith);
        var same = home.findShare(
                workload,
                it -> Principals.key(it.sharedWith()).equals(principal) && keepsOthersOut(it.status(call.now())));
        if (same != null) {
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

    /** Whether there may be no other share with the principal of one that has this status. */
    private boolean keepsOthersOut(ShareStatus status) {
        return switch (behaviours.duplicateShares()) {
            case REFUSED -> true;
            case ALLOWED -> false;
            case ALLOWED_AFTER_END ->
                switch (status) {
                    case PENDING, ACCEPTED, ASSOCIATING, ASSOCIATED, FAILED -> true;
                    case EXPIRED, REJECTED, REVOKED -> false;
                };
        };
    }

    private ShareRequest request(Call call, String sharedWith) {
        boolean invited = Principals.isInvited(sharedWith);
        var failure = invited || settings.organizationSharing(call.account())
                ? null
                : "Sharing with your organization is not enabled in the AWS Well-Architected Tool.";
        return new ShareRequest(
                behaviours.sharedWithForm() == SharedWithForm.ID ? Principals.key(sharedWith) : sharedWith,
                PermissionType.valueOf(call.text("PermissionType")),
                invited ? ShareStatus.PENDING : ShareStatus.ASSOCIATING,
                failure);
    }

    private ObjectNode update(Call call) {
        finder.ownWorkload(call);
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
        finder.ownWorkload(call);
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
