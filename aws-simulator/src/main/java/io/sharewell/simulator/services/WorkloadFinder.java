package io.sharewell.simulator.services;

import io.sharewell.simulator.cloud.Organization;
import io.sharewell.simulator.wellarchitected.HexId;
import io.sharewell.simulator.wellarchitected.Principals;
import io.sharewell.simulator.wellarchitected.RegionalWorkloads;
import io.sharewell.simulator.wellarchitected.Share;
import io.sharewell.simulator.wellarchitected.Workload;
import io.sharewell.simulator.wellarchitected.Workloads;
import java.util.ArrayList;
import java.util.List;

/** Finds the workload a call is about, if the caller may do to it what he asks. */
final class WorkloadFinder {

    private final Organization organization;
    private final Workloads workloads;
    private final Authorizer authorizer;

    WorkloadFinder(Organization organization, Workloads workloads, Authorizer authorizer) {
        this.organization = organization;
        this.workloads = workloads;
        this.authorizer = authorizer;
    }

    /**
     * A workload and what it is to the caller.
     *
     * @param share null if the caller owns the workload, else the share by which he has it
     */
    record Found(Workload workload, Share share) {
        boolean own() {
            return share == null;
        }
    }

    RegionalWorkloads home(Call call) {
        return workloads.of(call.account().id(), call.region());
    }

    /** For operations on no workload in particular. */
    void check(Call call) {
        authorizer.check(call, "*");
    }

    /** Own or shared; the error for one that is neither is the same whether it exists elsewhere or not. */
    Found workload(Call call) {
        return workload(call, call.text("WorkloadId"));
    }

    Found workload(Call call, String idText) {
        var found = find(call, idText);
        if (found == null) {
            throw WellArchitectedErrors.workloadNotFound(idText);
        }
        return found;
    }

    /** Own or shared; null for one that is neither. The caller must be allowed to ask. */
    Found find(Call call, String idText) {
        var id = HexId.parse(idText);
        var own = home(call).find(id);
        var share = own == null ? openShare(call, id) : null;
        var owner = share == null ? call.account().id() : share.home().account();
        authorizer.check(call, Workload.arn(owner, call.region(), idText), own == null ? null : own.tags());
        if (own != null) {
            return new Found(own, null);
        }
        return share == null ? null : new Found(share.home().find(id), share);
    }

    /** For operations that only the owner of a workload may do. */
    Workload ownWorkload(Call call) {
        var found = workload(call);
        if (!found.own()) {
            throw WellArchitectedErrors.notOwner(call);
        }
        return found.workload();
    }

    private Share openShare(Call call, HexId workload) {
        var found = workloads.sharedWith(
                principals(call), call.region(), 0, 1, it -> it.workloadId().equals(workload) && isOpen(it, call));
        return found.isEmpty() ? null : found.getFirst();
    }

    /** Shares by which the caller has other accounts' workloads, oldest first: of each workload the oldest only. */
    List<Share> openShares(Call call, long after, int limit) {
        var principals = principals(call);
        return workloads.sharedWith(
                principals, call.region(), after, limit, it -> isOpen(it, call) && it == oldest(it, principals, call));
    }

    /** The oldest by which the caller has the same workload. */
    private static Share oldest(Share share, List<String> principals, Call call) {
        return share.home()
                .findShare(
                        share.workloadId(),
                        it -> principals.contains(Principals.key(it.sharedWith())) && isOpen(it, call));
    }

    private static boolean isOpen(Share share, Call call) {
        return share.isOpen(call.now())
                && !share.home().account().equals(call.account().id());
    }

    /** All that a share may name and thereby mean the caller: his account, what it lies in, and himself. */
    private List<String> principals(Call call) {
        var principals = new ArrayList<>(organization.principalsOf(call.account()));
        principals.add(call.caller().arn());
        return principals;
    }
}
