package io.sharewell.benchmark;

import io.sharewell.simulator.GeneratedOrganization;
import io.sharewell.simulator.organization.OrganizationFile;
import io.sharewell.simulator.organization.RoleFile;
import java.util.List;
import java.util.Map;

/**
 * What is swept.
 *
 * @param workloadsPerAccount on the average, spread over its Regions
 * @param latency of every answer, such as {@code 50ms}
 * @param rateLimits whether the simulator throttles as AWS does
 */
record Organization(int accounts, int workloadsPerAccount, String latency, boolean rateLimits) {

    /** The simulator's management, automation and reviews account. */
    static final int FEWEST_ACCOUNTS = 3;

    /** What {@code deploy/iam/member-role.yaml} allows where nobody says otherwise. */
    static final List<String> ACTIONS_OF_THE_MEMBER_ROLE = List.of(
            "wellarchitected:ListWorkloads",
            "wellarchitected:ListWorkloadShares",
            "wellarchitected:CreateWorkloadShare",
            "wellarchitected:UpdateWorkloadShare",
            "wellarchitected:DeleteWorkloadShare",
            "account:ListRegions");

    private static final long SEED = 1;

    /** The same accounts and workloads each time, with the role that Sharewell's own template makes. */
    OrganizationFile file() {
        RoleFile role = RoleFile.allowing(OrganizationFile.DEFAULT_ROLE, ACTIONS_OF_THE_MEMBER_ROLE);
        return GeneratedOrganization.of(accounts, workloadsPerAccount, SEED).withRoles(Map.of(role.name(), role));
    }
}
