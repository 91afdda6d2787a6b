package io.sharewell.simulator.organization.generated;

import static io.sharewell.simulator.organization.OrganizationFile.AUTOMATION_ACCOUNT;
import static io.sharewell.simulator.organization.OrganizationFile.REVIEWS_ACCOUNT;

import io.sharewell.simulator.organization.PermissionType;
import io.sharewell.simulator.organization.RegionWorkloads;
import io.sharewell.simulator.organization.ShareFile;
import io.sharewell.simulator.organization.ShareStatus;
import io.sharewell.simulator.organization.WorkloadFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The demo's workloads that are shared already, in one way or another. */
final class DemoWorkloads {

    private static final int SHARES_PER_WORKLOAD = 20;

    private DemoWorkloads() {}

    /** Workloads whose share with the reviews account is in each status, read-only and contributor. */
    static RegionWorkloads everyStatus(String prefix) {
        var workloads = new ArrayList<WorkloadFile>();
        for (var status : ShareStatus.values()) {
            for (var permission : PermissionType.values()) {
                var name = prefix + " " + words(status) + " " + words(permission);
                workloads.add(workload(name, List.of(share(REVIEWS_ACCOUNT, permission, status))));
            }
        }
        return RegionWorkloads.listed(workloads);
    }

    /**
     * A workload that can be shared with nobody else, one that soon cannot, and one that the reviews account has already.
     */
    static RegionWorkloads full() {
        var others = new ArrayList<ShareFile>();
        for (int i = 0; i < SHARES_PER_WORKLOAD; i++) {
            others.add(share(String.valueOf(900_000_000_001L + i), PermissionType.READONLY, ShareStatus.ACCEPTED));
        }
        return RegionWorkloads.listed(List.of(
                workload("Ledger with 20 shares", others),
                workload("Ledger with 18 shares", others.subList(0, 18)),
                workload(
                        "Ledger accepted",
                        List.of(share(REVIEWS_ACCOUNT, PermissionType.READONLY, ShareStatus.ACCEPTED)))));
    }

    /** One workload, to which the reviews account is invited. */
    static RegionWorkloads invitingReviews(String name) {
        return RegionWorkloads.listed(
                List.of(workload(name, List.of(share(REVIEWS_ACCOUNT, PermissionType.READONLY, ShareStatus.PENDING)))));
    }

    /** Shared, but not with the reviews account; one of them with another member, who has accepted. */
    static RegionWorkloads sharedElsewhere() {
        return RegionWorkloads.listed(List.of(
                workload(
                        "Partner API shared with a partner",
                        List.of(share("999999999999", PermissionType.CONTRIBUTOR, ShareStatus.ACCEPTED))),
                workload(
                        "Telemetry shared with automation",
                        List.of(share(AUTOMATION_ACCOUNT, PermissionType.CONTRIBUTOR, ShareStatus.ACCEPTED)))));
    }

    private static WorkloadFile workload(String name, List<ShareFile> shares) {
        return new WorkloadFile(null, name, null, "IN_PROGRESS", null, null, shares);
    }

    private static ShareFile share(String sharedWith, PermissionType permission, ShareStatus status) {
        var message = status == ShareStatus.FAILED ? "The share could not be made." : null;
        return new ShareFile(sharedWith, permission, status, message, null);
    }

    private static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
