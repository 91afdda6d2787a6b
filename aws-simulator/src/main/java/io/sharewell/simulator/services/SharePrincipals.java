package io.sharewell.simulator.services;

import io.sharewell.simulator.cloud.Organization;
import io.sharewell.simulator.wellarchitected.Workloads;
import java.util.regex.Pattern;

/** Whom a workload may be shared with. */
final class SharePrincipals {

    private static final Pattern INVITED = Pattern.compile("\\d{12}|arn:aws[-a-z]*:iam::\\d{12}:user/[\\w+=,.@/-]+");
    private static final Pattern ORGANIZATION =
            Pattern.compile("(arn:aws[-a-z]*:organizations::\\d{12}:organization/)?o-[a-z0-9]{10,32}");
    private static final Pattern UNIT = Pattern.compile(
            "(arn:aws[-a-z]*:organizations::\\d{12}:ou/o-[a-z0-9]{10,32}/)?ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}");

    private SharePrincipals() {}

    /** Whether the principal gets an invitation; the others are associated without being asked. */
    static boolean isInvited(String principal) {
        return INVITED.matcher(principal).matches();
    }

    /** Refuses what is no principal, and organizations and OUs other than the owner's. */
    static void check(String principal, Organization organization) {
        if (isInvited(principal)) {
            return;
        }
        var id = Workloads.principal(principal);
        boolean known = ORGANIZATION.matcher(principal).matches() && id.equals(organization.id())
                || UNIT.matcher(principal).matches() && organization.unit(id) != null;
        if (!known) {
            throw WellArchitectedErrors.invalid(
                    "SharedWith",
                    "SharedWith must be an AWS account ID, an IAM user ARN, or the ID or ARN of your organization or of"
                            + " one of its organizational units.");
        }
    }
}
