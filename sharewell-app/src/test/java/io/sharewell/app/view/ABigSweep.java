package io.sharewell.app.view;

import static io.sharewell.app.view.ASweep.outcome;
import static io.sharewell.app.view.ASweep.troubled;

import io.sharewell.events.Action;
import io.sharewell.events.Problem;
import io.sharewell.events.Reason;
import io.sharewell.events.TargetOutcome;
import java.util.List;
import java.util.stream.IntStream;

/** Some 40 accounts in four OUs, with all kinds of trouble among them. */
final class ABigSweep {

    static final List<String> REGIONS = List.of(
            "ap-northeast-1",
            "ap-southeast-1",
            "ap-southeast-2",
            "ca-central-1",
            "eu-central-1",
            "eu-north-1",
            "eu-west-1",
            "eu-west-2",
            "eu-west-3",
            "sa-east-1",
            "us-east-1",
            "us-east-2",
            "us-west-1",
            "us-west-2");

    static final TargetOutcome INVITED = outcome(Action.CREATED, "PENDING");
    static final TargetOutcome SHARED = outcome(Action.NONE, "ACCEPTED");
    static final TargetOutcome PENDING = outcome(Action.NONE, "PENDING");
    static final TargetOutcome RENEWED = outcome(Action.RENEWED, "PENDING");

    static final Problem DENIED = new Problem(
            Reason.DENIED,
            "AccessDeniedException: User is not authorized to perform: wellarchitected:ListWorkloads",
            "Add wellarchitected:ListWorkloads to the policy of the role in this account.");

    private final ASweep sweep = ASweep.named("20261121T100000Z-4f1c09ab");
    private int accounts;

    static ASweep all() {
        ABigSweep it = new ABigSweep();
        it.sweep.skipped(it.id(), "acme-management", "Root", Reason.MANAGEMENT_ACCOUNT, null);
        it.security();
        it.production();
        it.sandbox();
        it.sweep.listed();
        return it.sweep.completed();
    }

    private void security() {
        fine("log-archive", "Root/Security");
        fine("audit", "Root/Security", SHARED);
        fine("identity-center", "Root/Security");
        fine("wellarchitected-reviews", "Root/Security", outcome(Action.NONE, null), outcome(Action.NONE, null));
    }

    private void production() {
        List.of("payments-prod", "data-lake-prod", "search-prod").forEach(this::blocked);
        IntStream.rangeClosed(1, 14)
                .forEach(i -> fine("team-%02d-prod".formatted(i), "Root/Workloads/Production", SHARED));
        fine("shop-prod", "Root/Workloads/Production", INVITED, INVITED, SHARED, SHARED, RENEWED);
        fine("crm-prod", "Root/Workloads/Production", INVITED, SHARED);
        String billing = but("billing-prod", "Root/Workloads/Production", "eu-west-1", "us-east-1");
        sweep.regionFailed(billing, "eu-west-1", DENIED).regionFailed(billing, "us-east-1", DENIED);
        sweep.regionFailed(but("warehouse-prod", "Root/Workloads/Production", "eu-west-1"), "eu-west-1", DENIED);
        fine(
                "legacy-erp",
                "Root/Workloads/Production",
                SHARED,
                troubled("REJECTED", Problem.of(Reason.REFUSED, "Rejected by 777788889999")),
                troubled("REJECTED", Problem.of(Reason.REFUSED, "Rejected by 777788889999")));
        fine(
                "partner-portal",
                "Root/Workloads/Production",
                PENDING,
                troubled(
                        "ACCEPTED",
                        Problem.of(
                                Reason.PERMISSION_DIFFERS,
                                "the share's permission is CONTRIBUTOR, configured is READONLY")));
    }

    private void sandbox() {
        for (String name : List.of("alice", "bob", "carol")) {
            String account = but("sandbox-" + name, "Root/Sandbox", "sa-east-1");
            sweep.regionSkipped(account, "sa-east-1", Reason.REGION_NOT_ENABLED);
        }
        for (int i = 1; i <= 5; i++) {
            sweep.skipped(id(), "closed-%02d".formatted(i), "Root/Suspended", Reason.NOT_ACTIVE, "SUSPENDED");
        }
        String alone = id();
        sweep.selected(alone, "newcomer", null).opened(alone, "eu-west-1").scanned(alone, "eu-west-1", INVITED);
    }

    private String id() {
        accounts++;
        return "%012d".formatted(211_100_000_000L + accounts * 7_310_007L);
    }

    private void blocked(String name) {
        String account = id();
        sweep.selected(account, name, "Root/Workloads/Production");
        sweep.blocked(
                account,
                Problem.of(
                        Reason.ROLE_NOT_ASSUMABLE,
                        "arn:aws:iam::" + account
                                + ":role/WellArchitectedShares, wanted by account 123456789012: AccessDenied: User:"
                                + " arn:aws:sts::123456789012:assumed-role/sharewell/broker is not authorized to perform: sts:AssumeRole"
                                + " on resource: arn:aws:iam::" + account + ":role/WellArchitectedShares"));
    }

    private void fine(String name, String ou, TargetOutcome... outcomes) {
        String account = but(name, ou, "us-west-2");
        sweep.scanned(account, "us-west-2", outcomes);
    }

    /** Opened and scanned, but for some Regions. */
    private String but(String name, String ou, String... regions) {
        String account = id();
        sweep.selected(account, name, ou).opened(account, REGIONS.toArray(String[]::new));
        REGIONS.stream()
                .filter(region -> !List.of(regions).contains(region))
                .forEach(region -> sweep.scanned(account, region));
        return account;
    }
}
