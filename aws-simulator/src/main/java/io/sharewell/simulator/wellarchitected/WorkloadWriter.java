package io.sharewell.simulator.wellarchitected;

import io.sharewell.simulator.organization.RegionWorkloads;
import io.sharewell.simulator.organization.ShareFile;
import io.sharewell.simulator.organization.ShareStatus;
import io.sharewell.simulator.organization.WorkloadFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes workloads and shares as they stand, so that {@link WorkloadLoader} makes the same of them. */
public final class WorkloadWriter {

    private final Instant now;

    public WorkloadWriter(Instant now) {
        this.now = now;
    }

    /** One account's in one Region. */
    public RegionWorkloads written(RegionalWorkloads home) {
        if (!home.isTouched()) {
            return RegionWorkloads.generated(home.size());
        }
        var listed = new ArrayList<WorkloadFile>();
        var asMadeUp = new boolean[] {true};
        home.visit(0, (position, workload) -> {
            var written = workload(home, workload);
            asMadeUp[0] &= position == listed.size() + 1 && isBare(written);
            listed.add(written);
            return true;
        });
        return asMadeUp[0] ? RegionWorkloads.generated(listed.size()) : RegionWorkloads.listed(listed);
    }

    /** Whether it says no more than that the workload is there. */
    private static boolean isBare(WorkloadFile written) {
        return written.name() == null && written.shares() == null;
    }

    private WorkloadFile workload(RegionalWorkloads home, Workload workload) {
        var shares = new ArrayList<ShareFile>();
        home.findShare(workload.id(), share -> {
            shares.add(share(share));
            return false;
        });
        var id = workload.id().toString();
        List<ShareFile> written = shares.isEmpty() ? null : shares;
        return workload.equals(home.madeUp(workload.id()))
                ? new WorkloadFile(id, null, null, null, null, null, written)
                : new WorkloadFile(
                        id,
                        workload.name(),
                        workload.riskCounts(),
                        workload.improvementStatus(),
                        workload.lenses(),
                        workload.updatedAt(),
                        written,
                        workload.tags().isEmpty() ? null : workload.tags(),
                        workload.details());
    }

    private ShareFile share(Share share) {
        var status = share.status(now);
        boolean failing = status == ShareStatus.FAILED || status == ShareStatus.ASSOCIATING;
        return new ShareFile(
                share.sharedWith(),
                share.permission(),
                status,
                failing ? share.failure() : null,
                share.createdAt(),
                share.id().toString(),
                share.since().equals(share.createdAt()) ? null : share.since());
    }
}
