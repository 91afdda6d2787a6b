package io.sharewell.events.ledger;

import io.sharewell.events.AccountDiscovered;
import io.sharewell.events.AccountId;
import io.sharewell.events.Action;
import io.sharewell.events.Envelope;
import io.sharewell.events.Invitation;
import io.sharewell.events.Mode;
import io.sharewell.events.Permission;
import io.sharewell.events.Principal;
import io.sharewell.events.Problem;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.Region;
import io.sharewell.events.Selection;
import io.sharewell.events.ShareResult.AccountBlocked;
import io.sharewell.events.ShareResult.AccountOpened;
import io.sharewell.events.ShareResult.AccountSelected;
import io.sharewell.events.ShareResult.AccountSkipped;
import io.sharewell.events.ShareResult.AccountsSelected;
import io.sharewell.events.ShareResult.InvitationResult;
import io.sharewell.events.ShareResult.RegionFailed;
import io.sharewell.events.ShareResult.RegionScanned;
import io.sharewell.events.ShareResult.RegionSkipped;
import io.sharewell.events.ShareResult.SweepCompleted;
import io.sharewell.events.ShareResult.SweepFailed;
import io.sharewell.events.ShareResult.SweepStarted;
import io.sharewell.events.ShareResult.Totals;
import io.sharewell.events.ShareResult.WorkloadResult;
import io.sharewell.events.TargetOutcome;
import io.sharewell.events.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Statements of one sweep, in few words. Sweep {@code s2} begins an hour after {@code s1}, and so on. */
record Story(Envelope envelope) {

    static final AccountId A = AccountId.of("111111111111");
    static final AccountId B = AccountId.of("222222222222");
    static final AccountId C = AccountId.of("333333333333");
    static final Region WEST = Region.of("eu-west-1");
    static final Region EAST = Region.of("us-east-1");
    static final Principal REVIEWS = Principal.of("999999999999");
    static final Principal AUDITOR = Principal.of("888888888888");
    static final Instant STARTED = Instant.parse("2026-11-21T10:00:00Z");
    static final Instant ENDED = Instant.parse("2026-11-21T11:00:00Z");

    static Story of(String sweepId) {
        return new Story(Envelope.of(sweepId, Purpose.SHARE, Mode.APPLY));
    }

    static Story of(String sweepId, Purpose purpose) {
        return new Story(Envelope.of(sweepId, purpose, Mode.APPLY));
    }

    static Instant startOf(String sweepId) {
        return STARTED.plus(Duration.ofHours(Integer.parseInt(sweepId.substring(1)) - 1L));
    }

    private static Instant endOf(String sweepId) {
        return startOf(sweepId).plus(Duration.between(STARTED, ENDED));
    }

    Story replay(String replayId) {
        return new Story(envelope.replayedAs(replayId));
    }

    SweepStarted started() {
        return new SweepStarted(
                envelope, startOf(envelope.sweepId()), AccountDiscovered.Cause.SCHEDULE, Selection.everything());
    }

    AccountSelected selected(AccountId account) {
        return new AccountSelected(envelope, account, "name of " + account, "Root/OU");
    }

    AccountSkipped skipped(AccountId account) {
        return new AccountSkipped(envelope, account, "name of " + account, "Root/OU", Reason.NOT_ACTIVE, "SUSPENDED");
    }

    AccountsSelected listed(int selected, AccountId... notThere) {
        return new AccountsSelected(envelope, selected, 0, List.of(notThere));
    }

    SweepStarted started(Selection selection) {
        return new SweepStarted(envelope, startOf(envelope.sweepId()), AccountDiscovered.Cause.REQUEST, selection);
    }

    AccountOpened opened(AccountId account, Region... regions) {
        return new AccountOpened(envelope, account, List.of(regions));
    }

    AccountBlocked blocked(AccountId account) {
        return new AccountBlocked(envelope, account, Problem.of(Reason.ROLE_NOT_ASSUMABLE, "AccessDenied"));
    }

    RegionScanned scanned(AccountId account, Region region, String... workloads) {
        return new RegionScanned(
                envelope, account, region, Stream.of(workloads).map(Story::id).toList());
    }

    RegionSkipped regionSkipped(AccountId account, Region region) {
        return new RegionSkipped(envelope, account, region, Problem.of(Reason.REGION_NOT_ENABLED));
    }

    RegionFailed regionFailed(AccountId account, Region region) {
        return new RegionFailed(envelope, account, region, Problem.of(Reason.DENIED, "ListWorkloads"));
    }

    WorkloadResult result(AccountId account, Region region, String workload, TargetOutcome... targets) {
        return new WorkloadResult(
                envelope, account, region, workload(account, region, workload), List.of(targets), null);
    }

    WorkloadResult failedResult(
            AccountId account, Region region, String workload, Reason reason, TargetOutcome... targets) {
        return new WorkloadResult(
                envelope, account, region, workload(account, region, workload), List.of(targets), Problem.of(reason));
    }

    InvitationResult answered(AccountId account, Region region, String invitation, Action action) {
        return new InvitationResult(envelope, account, region, invitation(invitation), action, null);
    }

    InvitationResult unanswered(AccountId account, Region region, String invitation, Reason reason) {
        return new InvitationResult(envelope, account, region, invitation(invitation), Action.NONE, Problem.of(reason));
    }

    SweepCompleted completed() {
        return completed(noTotals());
    }

    SweepCompleted completed(Totals totals) {
        return new SweepCompleted(envelope, STARTED, endOf(envelope.sweepId()), totals, List.of(), List.of());
    }

    SweepFailed failed(Reason reason) {
        return new SweepFailed(
                envelope, STARTED, endOf(envelope.sweepId()), Problem.of(reason, "why"), noTotals(), List.of());
    }

    static TargetOutcome reviews(Action action, String status) {
        return new TargetOutcome(REVIEWS, Permission.READONLY, action, "share-r", status, null);
    }

    static TargetOutcome reviews(Action action, String status, Reason problem) {
        return new TargetOutcome(
                REVIEWS, Permission.READONLY, action, "share-r", status, Problem.of(problem, "AWS's message"));
    }

    static TargetOutcome auditor(Action action, String status) {
        return new TargetOutcome(AUDITOR, Permission.CONTRIBUTOR, action, "share-a", status, null);
    }

    /** Workloads and invitations are called by a letter and a number here; AWS calls them by 32 hexadecimal digits. */
    static String id(String name) {
        return "0".repeat(32 - name.length()) + name;
    }

    private static Workload workload(AccountId account, Region region, String name) {
        return new Workload(
                id(name),
                "arn:aws:wellarchitected:" + region + ":" + account + ":workload/" + id(name),
                "Workload " + name,
                Map.of("HIGH", 1),
                null,
                null,
                null);
    }

    private static Invitation invitation(String name) {
        return new Invitation(id(name), A.value(), "READONLY", "WORKLOAD", "Workload " + name, id(name));
    }

    private static Totals noTotals() {
        return new Totals(new Totals.Accounts(0, 0, 0, 0), new Totals.Units(0, 0, 0, 0), 0, Map.of(), Map.of(), 0);
    }
}
