package io.sharewell.app.view;

import io.sharewell.events.AccountDiscovered.Cause;
import io.sharewell.events.AccountId;
import io.sharewell.events.Action;
import io.sharewell.events.Envelope;
import io.sharewell.events.Mode;
import io.sharewell.events.Permission;
import io.sharewell.events.Principal;
import io.sharewell.events.Problem;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.Region;
import io.sharewell.events.Selection;
import io.sharewell.events.ShareResult;
import io.sharewell.events.ShareResult.AccountBlocked;
import io.sharewell.events.ShareResult.AccountOpened;
import io.sharewell.events.ShareResult.AccountSelected;
import io.sharewell.events.ShareResult.AccountSkipped;
import io.sharewell.events.ShareResult.AccountsSelected;
import io.sharewell.events.ShareResult.RegionFailed;
import io.sharewell.events.ShareResult.RegionScanned;
import io.sharewell.events.ShareResult.RegionSkipped;
import io.sharewell.events.ShareResult.SweepCompleted;
import io.sharewell.events.ShareResult.SweepFailed;
import io.sharewell.events.ShareResult.SweepStarted;
import io.sharewell.events.ShareResult.WorkloadResult;
import io.sharewell.events.TargetOutcome;
import io.sharewell.events.Workload;
import io.sharewell.events.ledger.SweepLedger;
import io.sharewell.events.ledger.SweepReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Says what the services would say of a sweep. */
public final class ASweep {

    public static final Principal REVIEWS_ACCOUNT = Principal.of("777788889999");
    public static final Instant STARTED = Instant.parse("2026-11-21T10:00:00Z");
    public static final Instant ENDED = Instant.parse("2026-11-21T10:07:30Z");

    private final Envelope envelope;
    private final List<ShareResult> statements = new ArrayList<>();
    private int selected;
    private int workloads;

    private ASweep(Envelope envelope) {
        this.envelope = envelope;
        statements.add(new SweepStarted(envelope, STARTED, Cause.REQUEST, Selection.everything()));
    }

    public static ASweep named(String sweepId) {
        return new ASweep(Envelope.of(sweepId, Purpose.SHARE, Mode.APPLY));
    }

    public static ASweep with(Envelope envelope) {
        return new ASweep(envelope);
    }

    public ASweep selected(String account, String name, String ouPath) {
        selected++;
        return say(new AccountSelected(envelope, AccountId.of(account), name, ouPath));
    }

    public ASweep skipped(String account, String name, String ouPath, Reason reason, String detail) {
        return say(new AccountSkipped(envelope, AccountId.of(account), name, ouPath, reason, detail));
    }

    public ASweep listed() {
        return say(new AccountsSelected(envelope, selected, 0));
    }

    public ASweep opened(String account, String... regions) {
        return say(new AccountOpened(
                envelope,
                AccountId.of(account),
                Stream.of(regions).map(Region::of).toList()));
    }

    public ASweep blocked(String account, Problem problem) {
        return say(new AccountBlocked(envelope, AccountId.of(account), problem));
    }

    public ASweep regionFailed(String account, String region, Problem problem) {
        return say(new RegionFailed(envelope, AccountId.of(account), Region.of(region), problem));
    }

    public ASweep regionSkipped(String account, String region, Reason reason) {
        return say(new RegionSkipped(envelope, AccountId.of(account), Region.of(region), Problem.of(reason)));
    }

    /** All workloads of the unit, with what came of each. */
    public ASweep scanned(String account, String region, TargetOutcome... outcomes) {
        List<Workload> found = new ArrayList<>();
        for (int i = 0; i < outcomes.length; i++) {
            found.add(workload(account, region));
        }
        say(new RegionScanned(
                envelope,
                AccountId.of(account),
                Region.of(region),
                found.stream().map(Workload::id).toList()));
        for (int i = 0; i < outcomes.length; i++) {
            say(new WorkloadResult(
                    envelope, AccountId.of(account), Region.of(region), found.get(i), List.of(outcomes[i]), null));
        }
        return this;
    }

    /** A workload that was found and has no result yet. */
    public ASweep foundOnly(String account, String region) {
        return say(new RegionScanned(
                envelope,
                AccountId.of(account),
                Region.of(region),
                List.of(workload(account, region).id())));
    }

    private Workload workload(String account, String region) {
        workloads++;
        String id = "%032x".formatted(workloads);
        return new Workload(
                id,
                "arn:aws:wellarchitected:" + region + ":" + account + ":workload/" + id,
                "Workload " + workloads,
                Map.of("HIGH", 2, "UNANSWERED", 3),
                null,
                List.of(),
                null);
    }

    public ASweep completed(AccountId... newlyBlocked) {
        return say(new SweepCompleted(envelope, STARTED, ENDED, ledger().totals(), List.of(newlyBlocked), List.of()));
    }

    public ASweep failed(Problem problem) {
        return say(new SweepFailed(envelope, STARTED, ENDED, problem, ledger().totals(), ledger().openSubjects(1_000)));
    }

    public ASweep say(ShareResult statement) {
        statements.add(statement);
        return this;
    }

    public List<ShareResult> statements() {
        return List.copyOf(statements);
    }

    public SweepLedger ledger() {
        SweepLedger ledger = new SweepLedger(envelope.sweepId());
        statements.forEach(statement -> ledger.apply(statement, STARTED));
        return ledger;
    }

    public SweepReport report() {
        return ledger().report();
    }

    public static TargetOutcome outcome(Action action, String status) {
        return new TargetOutcome(
                REVIEWS_ACCOUNT, Permission.READONLY, action, status == null ? null : "share-1", status, null);
    }

    public static TargetOutcome troubled(String status, Problem problem) {
        return new TargetOutcome(REVIEWS_ACCOUNT, Permission.READONLY, Action.NONE, "share-1", status, problem);
    }
}
