package io.sharewell.app.view;

import static io.sharewell.app.view.ASweep.outcome;
import static io.sharewell.app.view.ASweep.troubled;

import io.sharewell.events.AccountId;
import io.sharewell.events.Action;
import io.sharewell.events.Problem;
import io.sharewell.events.Reason;
import io.sharewell.events.TargetOutcome;

/** One account of each kind. */
public final class ASmallSweep {

    public static final String SHOP = "111122223333";
    public static final String LAKE = "222233334444";
    public static final String CLOSED = "333344445555";
    public static final String CRM = "444455556666";

    public static final TargetOutcome INVITED = outcome(Action.CREATED, "PENDING");
    public static final TargetOutcome SHARED = outcome(Action.NONE, "ACCEPTED");

    private static final Problem REJECTED =
            new Problem(Reason.REFUSED, "Rejected by the reviews account", "Agree with them, then invite by hand.");
    private static final Problem NO_ROLE =
            new Problem(Reason.ROLE_NOT_ASSUMABLE, "AccessDenied (403)", "Create the role in this account.");
    private static final Problem NO_ACTION =
            new Problem(Reason.DENIED, "ListWorkloads", "Add wellarchitected:ListWorkloads to the role's policy.");

    private ASmallSweep() {}

    /** Complete, with problems. */
    public static ASweep of(String sweepId) {
        return open(sweepId).listed().completed(AccountId.of(LAKE));
    }

    /** The same without its end. */
    public static ASweep open(String sweepId) {
        return ASweep.named(sweepId)
                .skipped(CLOSED, "old-lab", "Root/Lab", Reason.NOT_ACTIVE, "SUSPENDED")
                .selected(SHOP, "shop-prod", "Root/Workloads/Prod")
                .selected(LAKE, "data-lake", "Root/Workloads/Prod")
                .selected(CRM, "crm", "Root/Workloads")
                .opened(SHOP, "ap-east-1", "eu-west-1", "us-east-1")
                .regionSkipped(SHOP, "ap-east-1", Reason.REGION_NOT_ENABLED)
                .scanned(SHOP, "eu-west-1", INVITED, INVITED, SHARED)
                .scanned(SHOP, "us-east-1")
                .blocked(LAKE, NO_ROLE)
                .opened(CRM, "eu-west-1", "us-east-1")
                .scanned(CRM, "eu-west-1", SHARED, troubled("REJECTED", REJECTED))
                .regionFailed(CRM, "us-east-1", NO_ACTION);
    }

    /** Complete, all well. */
    public static ASweep withoutProblems(String sweepId) {
        return ASweep.named(sweepId)
                .selected(SHOP, "shop-prod", "Root/Workloads/Prod")
                .listed()
                .opened(SHOP, "eu-west-1")
                .scanned(SHOP, "eu-west-1", SHARED)
                .completed();
    }
}
