package io.sharewell.simulator.services;

import io.sharewell.simulator.cloud.Organization;
import io.sharewell.simulator.wellarchitected.HexId;
import io.sharewell.simulator.wellarchitected.RegionalWorkloads;
import io.sharewell.simulator.wellarchitected.Share;
import io.sharewell.simulator.wellarchitected.Workload;
import io.sharewell.simulator.wellarchitected.Workloads;
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
        var id = HexId.parse(idText);
        var own = home(call).find(id);
        var share = own == null ? openShare(call, id) : null;
        var owner = share == null ? call.account().id() : share.home().account();
        authorizer.check(call, Workload.arn(owner, call.region(), idText), own == null ? null : own.tags());
        if (own != null) {
            return new Found(own, null);
        }
        if (share == null) {
            throw WellArchitectedErrors.workloadNotFound(idText);
        }
        return new Found(share.home().find(id), share);
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
        var found = sharedWith(call.account().id(), call, 0, 1, workload);
        return found.isEmpty() ? null : found.getFirst();
    }

    private List<Share> sharedWith(String account, Call call, long after, int limit, HexId workload) {
        return workloads.sharedWith(
                organization.principalsOf(organization.account(account)),
                call.region(),
                after,
                limit,
                it -> it.isOpen(call.now())
                        && !it.home().account().equals(account)
                        && (workload == null || it.workloadId().equals(workload)));
    }

    /** Shares by which the caller has other accounts' workloads, oldest first. */
    List<Share> openShares(Call call, long after, int limit) {
        return sharedWith(call.account().id(), call, after, limit, null);
    }
}
