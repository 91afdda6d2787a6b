package io.sharewell.simulator.wellarchitected;

import io.sharewell.simulator.cloud.Ids;
import io.sharewell.simulator.cloud.Regions;
import io.sharewell.simulator.organization.AccountFile;
import io.sharewell.simulator.organization.OrganizationFile;
import io.sharewell.simulator.organization.OrganizationFileException;
import io.sharewell.simulator.organization.PermissionType;
import io.sharewell.simulator.organization.ShareFile;
import io.sharewell.simulator.organization.ShareStatus;
import io.sharewell.simulator.organization.WorkloadFile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Puts an organization file's workloads where they belong. */
public final class WorkloadLoader {

    private static final Duration AGE = Duration.ofHours(1);
    private static final Duration AGE_OF_EXPIRED = Duration.ofDays(8);

    private final Workloads workloads;
    private final Instant now;

    private WorkloadLoader(Workloads workloads, Instant now) {
        this.workloads = workloads;
        this.now = now;
    }

    public static Workloads load(OrganizationFile file, Instant now) {
        var workloads = new Workloads(file.seed());
        var loader = new WorkloadLoader(workloads, now);
        file.accounts().forEach(loader::account);
        return workloads;
    }

    private void account(AccountFile account) {
        if (account.workloads() == null) {
            return;
        }
        account.workloads().forEach((region, there) -> {
            if (!Regions.WELL_ARCHITECTED.contains(region)) {
                throw new OrganizationFileException("Account " + account.id() + " has workloads in " + region
                        + ", where there is no Well-Architected Tool");
            }
            var home = workloads.make(account.id(), region, there.generated());
            there.listed().forEach(it -> workload(home, it));
        });
    }

    private void workload(RegionalWorkloads home, WorkloadFile written) {
        var id = written.id() == null ? workloads.newId() : HexId.parse(written.id());
        home.add(new Workload(
                id,
                home.account(),
                home.region(),
                written.name() == null ? "Workload " + id.toString().substring(0, 8) : written.name(),
                written.updatedAt() == null ? now.minus(AGE) : written.updatedAt(),
                written.lenses() == null ? List.of("wellarchitected") : written.lenses(),
                written.riskCounts() == null ? WorkloadMaker.riskCounts(Ids.mix(id.high())) : written.riskCounts(),
                written.improvementStatus() == null ? "NOT_APPLICABLE" : written.improvementStatus(),
                Map.of(),
                null));
        for (var share : written.shares() == null ? List.<ShareFile>of() : written.shares()) {
            share(home, id, share);
        }
    }

    private void share(RegionalWorkloads home, HexId workload, ShareFile written) {
        boolean invited = Workloads.principal(written.sharedWith()).matches("\\d{12}");
        var usual = invited ? ShareStatus.PENDING : ShareStatus.ASSOCIATED;
        var status = written.status() == null ? usual : written.status();
        workloads.share(
                home,
                workload,
                new ShareRequest(
                        written.sharedWith(),
                        written.permissionType() == null ? PermissionType.READONLY : written.permissionType(),
                        status,
                        written.statusMessage()),
                written.createdAt() == null ? usualBeginning(status) : written.createdAt());
    }

    /** So that a share is what the file says for some time to come. */
    private Instant usualBeginning(ShareStatus status) {
        return switch (status) {
            case EXPIRED -> now.minus(AGE_OF_EXPIRED);
            case ASSOCIATING -> now.plus(AGE);
            case ACCEPTED, REJECTED, PENDING, REVOKED, ASSOCIATED, FAILED -> now.minus(AGE);
        };
    }
}
