package io.sharewell.simulator.services;

import io.sharewell.simulator.cloud.Account;
import io.sharewell.simulator.cloud.Organization;
import io.sharewell.simulator.wellarchitected.Principals;

/** Whom a workload may be shared with. */
final class SharePrincipals {

    private SharePrincipals() {}

    /** Refuses what is no principal, and organizations and OUs other than the owner's. */
    static void check(String principal, Account owner, Organization organization) {
        boolean known = Principals.isInvited(principal)
                || owner.inOrganization() && (isWhole(principal, organization) || isUnit(principal, organization));
        if (!known) {
            throw WellArchitectedErrors.invalid(
                    "SharedWith",
                    "SharedWith must be an AWS account ID, an IAM user ARN, or the ID or ARN of your organization or of"
                            + " one of its organizational units.");
        }
    }

    private static boolean isWhole(String principal, Organization organization) {
        return principal.equals(organization.id()) || principal.equals(organization.arn());
    }

    private static boolean isUnit(String principal, Organization organization) {
        var unit = organization.unit(Principals.key(principal));
        return unit != null
                && !unit.isRoot()
                && (principal.equals(unit.id()) || principal.equals(organization.arn(unit)));
    }
}
