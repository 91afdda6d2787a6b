package io.sharewell.events;

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
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One record of each type, with every optional field filled: what the golden files hold. */
final class Samples {

    static final AccountId ACCOUNT = AccountId.of("111122223333");
    static final AccountId OTHER_ACCOUNT = AccountId.of("444455556666");
    static final Region REGION = Region.of("eu-west-1");
    static final Principal REVIEWS_ACCOUNT = Principal.of("777788889999");

    /** Base64 of words, no ciphertext: golden files hold no secret. */
    static final SealedSession SESSION = new SealedSession(
            "session-1", "YSBzZWFsZWQgc2Vzc2lvbiBzdGFuZHMgaGVyZQ==", Instant.parse("2026-11-21T11:00:00Z"));

    static final Grant GRANT = new Grant("YSBncmFudCBzdGFuZHMgaGVyZQ==", Instant.parse("2026-11-28T10:00:00Z"));

    static final Workload WORKLOAD = new Workload(
            "0123456789abcdef0123456789abcdef",
            "arn:aws:wellarchitected:eu-west-1:111122223333:workload/0123456789abcdef0123456789abcdef",
            "Web shop",
            Map.of("UNANSWERED", 3, "HIGH", 2, "MEDIUM", 1, "NONE", 40),
            "IN_PROGRESS",
            List.of("wellarchitected", "serverless"),
            Instant.parse("2026-11-01T08:30:00Z"));

    static final Invitation INVITATION = new Invitation(
            "fedcba9876543210fedcba9876543210", ACCOUNT.value(), "READONLY", "WORKLOAD", "Web shop", WORKLOAD.id());

    static final TargetOutcome INVITED =
            new TargetOutcome(REVIEWS_ACCOUNT, Permission.READONLY, Action.CREATED, "share-1", "PENDING", null);

    static final TargetOutcome DIFFERENT = new TargetOutcome(
            Principal.of("arn:aws:iam::777788889999:user/auditor"),
            Permission.CONTRIBUTOR,
            Action.NONE,
            "share-2",
            "ACCEPTED",
            problem(Reason.PERMISSION_DIFFERS, "READONLY"));

    static final UnsettledTarget RENEWING = new UnsettledTarget(
            Principal.of("777788880000"), Permission.READONLY, Action.DELETED, "share-3", "share-4", Action.CREATED);

    private static final Instant STARTED = Instant.parse("2026-11-21T10:00:00Z");
    private static final Instant ENDED = Instant.parse("2026-11-21T10:07:30Z");
    private static final Totals TOTALS = new Totals(
            new Totals.Accounts(2, 1, 1, 1),
            new Totals.Units(4, 2, 1, 1),
            3,
            Map.of("CREATED", 1, "NONE", 2),
            Map.of("PENDING", 1, "ACCEPTED", 2),
            3);

    /** A record that has travelled: all counters and ids are there. */
    static final Envelope TRAVELLED =
            new Envelope("sweep-1", Purpose.SHARE, Mode.APPLY, 2, 1, Instant.parse("2026-11-21T10:05:00Z"), "replay-1");

    static final Envelope FRESH = Envelope.of("sweep-1", Purpose.SHARE, Mode.APPLY);

    private Samples() {}

    static Event of(EventType type) {
        return switch (type) {
            case ACCOUNT_DISCOVERED ->
                new AccountDiscovered(
                        TRAVELLED,
                        ACCOUNT,
                        "shop-prod",
                        "Root/Workloads/Prod",
                        "aws",
                        List.of(REGION, Region.of("us-east-1")),
                        null,
                        null,
                        AccountDiscovered.Cause.SCHEDULE);
            case ACCOUNT_SESSION_OPENED -> new AccountSessionOpened(TRAVELLED, ACCOUNT, REGION, null, SESSION, GRANT);
            case WORKLOAD_FOUND ->
                new WorkloadFound(
                        TRAVELLED, ACCOUNT, REGION, WORKLOAD, SESSION, GRANT, List.of(INVITED, DIFFERENT), List.of());
            case INVITATION_FOUND ->
                new InvitationFound(
                        Envelope.of("sweep-2", Purpose.ACCEPT, Mode.PLAN),
                        OTHER_ACCOUNT,
                        REGION,
                        INVITATION,
                        SESSION,
                        GRANT);
            case SESSION_EXPIRED ->
                SessionExpired.of((SessionRecord) of(EventType.WORKLOAD_FOUND)).withEnvelope(TRAVELLED);
            case SWEEP_STARTED -> new SweepStarted(FRESH, STARTED, AccountDiscovered.Cause.REQUEST, selection());
            case ACCOUNT_SELECTED -> new AccountSelected(FRESH, ACCOUNT, "shop-prod", "Root/Workloads/Prod");
            case ACCOUNT_SKIPPED ->
                new AccountSkipped(FRESH, OTHER_ACCOUNT, "old-lab", "Root/Lab", Reason.NOT_ACTIVE, "SUSPENDED");
            case ACCOUNTS_SELECTED -> new AccountsSelected(FRESH, 2, 1);
            case ACCOUNT_OPENED -> new AccountOpened(FRESH, ACCOUNT, List.of(REGION, Region.of("us-east-1")));
            case ACCOUNT_BLOCKED ->
                new AccountBlocked(FRESH, OTHER_ACCOUNT, problem(Reason.ROLE_NOT_ASSUMABLE, "AccessDenied (403)"));
            case REGION_SCANNED -> new RegionScanned(FRESH, ACCOUNT, REGION, List.of(WORKLOAD.id()));
            case REGION_SKIPPED ->
                new RegionSkipped(FRESH, ACCOUNT, Region.of("ap-east-1"), problem(Reason.REGION_NOT_ENABLED, null));
            case REGION_FAILED ->
                new RegionFailed(FRESH, ACCOUNT, Region.of("us-east-1"), problem(Reason.DENIED, "ListWorkloads"));
            case WORKLOAD_RESULT ->
                new WorkloadResult(
                        FRESH,
                        ACCOUNT,
                        REGION,
                        WORKLOAD,
                        List.of(INVITED, DIFFERENT),
                        problem(Reason.RETRIES_EXHAUSTED, "ThrottlingException (429)"));
            case INVITATION_RESULT ->
                new InvitationResult(
                        Envelope.of("sweep-2", Purpose.ACCEPT, Mode.PLAN),
                        OTHER_ACCOUNT,
                        REGION,
                        INVITATION,
                        Action.WOULD_ACCEPT,
                        problem(Reason.NOT_A_MEMBER, null));
            case SWEEP_COMPLETED ->
                new SweepCompleted(FRESH, STARTED, ENDED, TOTALS, List.of(OTHER_ACCOUNT), List.of(ACCOUNT));
            case SWEEP_FAILED ->
                new SweepFailed(
                        FRESH,
                        STARTED,
                        ENDED,
                        problem(Reason.DEADLINE_PASSED, "12 h"),
                        TOTALS,
                        List.of(ACCOUNT.value(), ACCOUNT + "/" + REGION));
        };
    }

    /** With the fields that came later. */
    static Event later(EventType type) {
        Region excluded = Region.of("us-west-2");
        return switch (of(type)) {
            case AccountDiscovered it ->
                new AccountDiscovered(
                        it.envelope(),
                        it.accountId(),
                        it.accountName(),
                        it.ouPath(),
                        it.partition(),
                        it.regions(),
                        List.of(excluded),
                        PREFIX,
                        it.cause());
            case AccountSessionOpened it ->
                new AccountSessionOpened(it.envelope(), it.accountId(), it.region(), PREFIX, it.session(), it.grant());
            case SweepStarted it -> {
                Selection before = it.selection();
                Selection selection = new Selection(
                        before.accounts(),
                        before.excludeAccounts(),
                        before.ous(),
                        before.excludeOus(),
                        before.tags(),
                        before.regions(),
                        List.of(excluded),
                        Map.of(ACCOUNT, List.of(Region.of("us-east-1"))),
                        PREFIX,
                        before.managementAccount());
                yield new SweepStarted(it.envelope(), it.startedAt(), it.cause(), selection);
            }
            case WorkloadResult it ->
                new WorkloadResult(
                        it.envelope(), it.accountId(), it.region(), it.workload(), it.targets(), it.problem(), 1);
            case WorkloadFound it -> it.with(it.settled(), List.of(RENEWING));
            case AccountsSelected it ->
                new AccountsSelected(it.envelope(), it.selected(), it.skipped(), List.of(AccountId.of("777788889999")));
            default -> throw new IllegalArgumentException(type + " has no later fields");
        };
    }

    private static final String PREFIX = "shop-";

    private static Selection selection() {
        return new Selection(
                List.of(ACCOUNT),
                List.of(OTHER_ACCOUNT),
                List.of("ou-ab12-11111111"),
                List.of("ou-ab12-22222222"),
                List.of("stage=prod"),
                List.of(REGION),
                null,
                null,
                null,
                true);
    }

    /** Its own remedy, so that better words in {@link Reason} leave the golden files alone. */
    private static Problem problem(Reason reason, String detail) {
        return new Problem(reason, detail, "what to do about it");
    }
}
