package io.sharewell.aws;

import io.sharewell.events.AccountId;
import io.sharewell.events.Region;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Where a call went: needed to tell what its failure means.
 *
 * @param service its prefix in IAM policies, such as {@code wellarchitected}
 * @param operation such as {@code ListWorkloads}
 * @param accountId the account it is about, if it is about one
 * @param region the Region it went to, if that matters
 * @param regionKind whether the account has the Region
 */
public record CallSite(
        String service,
        String operation,
        Optional<AccountId> accountId,
        Optional<Region> region,
        RegionKind regionKind) {

    private static final Set<String> CALLED_AS_OURSELVES = Set.of("organizations", "sts", "ssm");

    public CallSite {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(accountId, "accountId");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(regionKind, "regionKind");
    }

    /** A call that is about no account and no Region. */
    public static CallSite of(String service, String operation) {
        return new CallSite(service, operation, Optional.empty(), Optional.empty(), RegionKind.UNKNOWN);
    }

    /** The same, about an account. */
    public CallSite about(AccountId accountId) {
        return new CallSite(service, operation, Optional.of(accountId), region, regionKind);
    }

    /** The same in a Region of which nothing is known but its name. */
    public CallSite in(Region region) {
        return in(region, RegionKind.of(region));
    }

    /** The same in a Region. */
    public CallSite in(Region region, RegionKind regionKind) {
        return new CallSite(service, operation, accountId, Optional.of(region), regionKind);
    }

    /** As a policy names it. */
    public String action() {
        return service + ":" + operation;
    }

    /** Whether it was made with the credentials of the process, not with those of a session in the account. */
    boolean asOurselves() {
        return CALLED_AS_OURSELVES.contains(service);
    }

    boolean isAboutInvitations() {
        return operation.contains("ShareInvitation");
    }

    boolean isAboutOneWorkload() {
        return operation.contains("WorkloadShare") || operation.equals("GetWorkload");
    }

    boolean isAssumeRole() {
        return action().equals("sts:AssumeRole");
    }
}
