package io.sharewell.simulator.wellarchitected;

import io.sharewell.simulator.cloud.Ids;
import io.sharewell.simulator.cloud.Regions;
import io.sharewell.simulator.organization.AccountFile;
import io.sharewell.simulator.organization.OrganizationFile;
import io.sharewell.simulator.organization.OrganizationFileException;
import io.sharewell.simulator.organization.PermissionType;
import io.sharewell.simulator.organization.RegionWorkloads;
import io.sharewell.simulator.organization.ShareFile;
import io.sharewell.simulator.organization.ShareStatus;
import io.sharewell.simulator.organization.WorkloadFile;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
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
        // First of all, so that no id is made up that the file gives to something else.
        file.accounts().forEach(it -> WrittenIds.reserve(it, workloads));
        file.accounts().forEach(loader::account);
        return workloads;
    }

    private void account(AccountFile account) {
        workloads.invitations().add(account, now);
        if (account.workloads() == null) {
            return;
        }
        account.workloads().forEach((region, there) -> {
            if (!Regions.WELL_ARCHITECTED.contains(region)) {
                throw new OrganizationFileException("Account " + account.id() + " has workloads in " + region
                        + ", where there is no Well-Architected Tool");
            }
            var home = home(account.id(), region, there);
            there.listed().forEach(it -> workload(home, it));
        });
    }

    /** With those workloads made up that are listed by their ids, and no others. */
    private RegionalWorkloads home(String account, String region, RegionWorkloads there) {
        var maker = new WorkloadMaker(workloads.seed(), account, region);
        var listed = new BitSet();
        for (var written : there.listed()) {
            int index = written.id() == null ? -1 : maker.indexOf(HexId.parse(written.id()));
            if (index >= 0) {
                listed.set(index);
            }
        }
        var home = workloads.make(account, region, Math.max(there.generated(), listed.length()));
        for (int gone = listed.nextClearBit(0); gone < listed.length(); gone = listed.nextClearBit(gone + 1)) {
            home.remove(maker.make(gone).id());
        }
        return home;
    }

    private void workload(RegionalWorkloads home, WorkloadFile written) {
        var id = written.id() == null ? workloads.newId() : HexId.parse(written.id());
        var madeUp = home.find(id);
        var workload = workload(home, id, written, madeUp == null ? usual(home, id) : madeUp);
        if (madeUp == null) {
            home.add(workload);
        } else if (!workload.equals(madeUp)) {
            home.replace(workload);
        }
        shares(written).forEach(it -> share(home, id, it));
    }

    static List<ShareFile> shares(WorkloadFile written) {
        return written.shares() == null ? List.of() : written.shares();
    }

    private Workload usual(RegionalWorkloads home, HexId id) {
        return new Workload(
                id,
                home.account(),
                home.region(),
                "Workload " + id.toString().substring(0, 8),
                now.minus(AGE),
                List.of("wellarchitected"),
                WorkloadMaker.riskCounts(Ids.mix(id.high())),
                "NOT_APPLICABLE",
                Map.of(),
                null);
    }

    private static Workload workload(RegionalWorkloads home, HexId id, WorkloadFile written, Workload otherwise) {
        return new Workload(
                id,
                home.account(),
                home.region(),
                given(written.name(), otherwise.name()),
                given(written.updatedAt(), otherwise.updatedAt()),
                given(written.lenses(), otherwise.lenses()),
                given(written.riskCounts(), otherwise.riskCounts()),
                given(written.improvementStatus(), otherwise.improvementStatus()),
                given(written.tags(), otherwise.tags()),
                given(written.details(), otherwise.details()));
    }

    private static <T> T given(T written, T otherwise) {
        return written == null ? otherwise : written;
    }

    private void share(RegionalWorkloads home, HexId workload, ShareFile written) {
        boolean invited = Principals.isInvited(written.sharedWith());
        var status = given(written.status(), invited ? ShareStatus.PENDING : ShareStatus.ASSOCIATED);
        var share = workloads.share(
                home,
                workload,
                new ShareRequest(
                        written.sharedWith(),
                        given(written.permissionType(), PermissionType.READONLY),
                        status,
                        written.statusMessage()),
                given(written.createdAt(), usualBeginning(status)),
                written.id() == null ? null : HexId.parse(written.id()));
        if (written.statusSince() != null) {
            share.become(status, written.statusSince());
        }
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
