package io.sharewell.simulator.trouble;

import io.sharewell.simulator.organization.RateLimitsFile.Bucket;
import io.sharewell.simulator.organization.RateLimitsFile.Limit;
import java.util.Map;

/** Request rates as AWS publishes them; for Well-Architected, for which it publishes none, a guess. */
final class PublishedLimits {

    /** By operation, or by service for limits that its operations share. */
    static final Map<String, Limit> BY_NAME = Map.ofEntries(
            Map.entry("organizations.ListAccounts", both(8, 12, 9, 15)),
            Map.entry("organizations.ListAccountsForParent", both(5, 8, 6, 10)),
            Map.entry("organizations.ListParents", both(5, 8, 6, 10)),
            Map.entry("organizations.ListOrganizationalUnitsForParent", both(5, 8, 6, 10)),
            Map.entry("organizations.ListRoots", both(1, 2, 1, 3)),
            Map.entry("organizations.DescribeOrganization", perAccount(1, 2)),
            Map.entry("organizations.DescribeAccount", both(20, 30, 24, 36)),
            Map.entry("organizations.ListTagsForResource", both(10, 15, 12, 18)),
            Map.entry("organizations.ListDelegatedAdministrators", both(5, 8, 6, 10)),
            Map.entry("sts.*", perAccount(600, 600)),
            Map.entry("ssm.*", perAccount(40, 40)),
            Map.entry("account.ListRegions", perAccount(5, 5)),
            Map.entry("account.GetRegionOptStatus", perAccount(5, 5)),
            // A guess: AWS publishes no rates for it.
            Map.entry("wellarchitected.*", perAccount(10, 20)));

    private PublishedLimits() {}

    private static Limit both(double rate, double burst, double organizationRate, double organizationBurst) {
        return new Limit(new Bucket(rate, burst), new Bucket(organizationRate, organizationBurst));
    }

    private static Limit perAccount(double rate, double burst) {
        return new Limit(new Bucket(rate, burst), null);
    }
}
