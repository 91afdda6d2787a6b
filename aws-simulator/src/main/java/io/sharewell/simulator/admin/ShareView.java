package io.sharewell.simulator.admin;

import io.sharewell.simulator.organization.ShareStatus;
import io.sharewell.simulator.wellarchitected.Share;
import io.sharewell.simulator.wellarchitected.Workload;
import java.time.Instant;

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

    static ShareView of(Share share, Instant now) {
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
