package io.sharewell.simulator.cloud;

import io.sharewell.simulator.iam.PolicySet;
import io.sharewell.simulator.organization.AccountState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An AWS account.
 *
 * @param unit where in the organization it lies; null for an account outside of it
 * @param levels the SCPs that govern it; empty for the management account and for one outside
 * @param roles by name
 */
public record Account(
        String id,
        String name,
        String email,
        AccountState state,
        Instant joinedAt,
        Unit unit,
        List<PolicySet.Level> levels,
        Map<String, String> tags,
        Set<String> optInRegions,
        Set<String> stsDisabledRegions,
        Map<String, Role> roles) {

    public boolean hasEnabled(String region) {
        return Regions.DEFAULT.contains(region) || optInRegions.contains(region);
    }

    public boolean isActive() {
        return state == AccountState.ACTIVE;
    }

    public boolean inOrganization() {
        return unit != null;
    }

    /** Identity, not contents: there is one object per account. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
