package io.sharewell.simulator;

import io.sharewell.simulator.organization.AccountFile;
import io.sharewell.simulator.organization.OrganizationFile;
import io.sharewell.simulator.organization.RegionWorkloads;
import io.sharewell.simulator.organization.RoleFile;
import io.sharewell.simulator.organization.ShareFile;
import io.sharewell.simulator.organization.UnitFile;
import io.sharewell.simulator.organization.WorkloadFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Small organizations for tests. */
public final class Orgs {

    public static final String MEMBER = "444444444444";
    public static final String OTHER_MEMBER = "555555555555";

    private Orgs() {}

    /** Management, automation, reviews and these. */
    public static OrganizationFile with(AccountFile... members) {
        var accounts = new ArrayList<>(List.of(
                AccountFile.of(OrganizationFile.MANAGEMENT_ACCOUNT, "management", null),
                AccountFile.of(OrganizationFile.AUTOMATION_ACCOUNT, "automation", "Infrastructure"),
                AccountFile.of(OrganizationFile.REVIEWS_ACCOUNT, "reviews", "Infrastructure")));
        accounts.addAll(List.of(members));
        var units = List.of(
                new UnitFile(null, "Infrastructure", null, null),
                new UnitFile(null, "Workloads", null, List.of(new UnitFile(null, "Prod", null, null))));
        return OrganizationFile.of(units, accounts);
    }

    public static AccountFile member() {
        return AccountFile.of(MEMBER, "payments-prod", "Workloads/Prod");
    }

    public static AccountFile otherMember() {
        return AccountFile.of(OTHER_MEMBER, "orders-prod", "Workloads/Prod");
    }

    /** A member whose role may do everything in Well-Architected, with one workload in eu-west-1. */
    public static AccountFile owner() {
        return member().withRoles(everything()).withWorkloads(in("eu-west-1", 1));
    }

    public static List<RoleFile> everything() {
        return List.of(RoleFile.allowing("WellArchitectedShares", List.of("wellarchitected:*", "account:*")));
    }

    public static List<RoleFile> role(String... actions) {
        return List.of(RoleFile.allowing("WellArchitectedShares", List.of(actions)));
    }

    public static Map<String, RegionWorkloads> in(String region, int count) {
        return Map.of(region, RegionWorkloads.generated(count));
    }

    public static Map<String, RegionWorkloads> shared(ShareFile... shares) {
        return Map.of(
                "eu-west-1",
                RegionWorkloads.listed(
                        List.of(new WorkloadFile(null, "Payments", null, null, null, null, List.of(shares)))));
    }
}
