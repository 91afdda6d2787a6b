package io.sharewell.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What is said on {@code share-results}, the public feed: enough to know everything about a sweep. */
public sealed interface ShareResult extends Event {

    /** A statement about one account, keyed by it. */
    sealed interface OfAccount extends ShareResult {

        AccountId accountId();

        @Override
        default String subject() {
            return accountId().value();
        }

        @Override
        default String key() {
            return accountId().value();
        }
    }

    /** A statement about one unit. */
    sealed interface OfRegion extends OfAccount {

        Region region();

        @Override
        default String subject() {
            return accountId() + "/" + region();
        }
    }

    /** A statement about a whole sweep, keyed by its id. */
    sealed interface OfSweep extends ShareResult {

        @Override
        default String subject() {
            return envelope().sweepId();
        }

        @Override
        default String key() {
            return envelope().sweepId();
        }
    }

    /** A sweep's last word. */
    sealed interface End extends OfSweep {

        /** When the sweep began, by discovery's clock. */
        Instant startedAt();

        /** When it ended, by discovery's clock. */
        Instant endedAt();

        /** What there is, by number. */
        Totals totals();
    }

    /**
     * A sweep begins.
     *
     * @param startedAt by discovery's clock
     * @param cause why
     * @param selection what it is about; a sweep that is resumed goes by this
     */
    record SweepStarted(
            Envelope envelope, @Incidental Instant startedAt, AccountDiscovered.Cause cause, Selection selection)
            implements OfSweep {
        public SweepStarted {
            Objects.requireNonNull(selection, "selection");
        }

        /** Whether it is about all that a scheduled sweep is about: one that was asked for may be about a part. */
        public boolean coversAll() {
            return cause == AccountDiscovered.Cause.SCHEDULE || selection.leavesNothingOut();
        }
    }

    /** An account is part of the sweep. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AccountSelected(Envelope envelope, AccountId accountId, String accountName, String ouPath)
            implements OfAccount {
        public AccountSelected {
            Objects.requireNonNull(accountId, "accountId");
        }
    }

    /** An account of the organization is not part of the sweep, and why. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AccountSkipped(
            Envelope envelope, AccountId accountId, String accountName, String ouPath, Reason reason, String detail)
            implements OfAccount {
        public AccountSkipped {
            Objects.requireNonNull(accountId, "accountId");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * The listing is over.
     *
     * @param selected number of accounts selected
     * @param skipped number of accounts skipped
     * @param noSuchAccounts accounts that the selection names, to include or exclude them, and the listing does not
     */
    record AccountsSelected(
            Envelope envelope,
            int selected,
            int skipped,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<AccountId> noSuchAccounts)
            implements OfSweep {

        /** Where all that is named was listed. */
        public AccountsSelected(Envelope envelope, int selected, int skipped) {
            this(envelope, selected, skipped, null);
        }

        public AccountsSelected {
            noSuchAccounts = noSuchAccounts == null ? List.of() : List.copyOf(noSuchAccounts);
        }
    }

    /**
     * The role was assumed.
     *
     * @param regions the account's units
     */
    record AccountOpened(Envelope envelope, AccountId accountId, List<Region> regions) implements OfAccount {
        public AccountOpened {
            Objects.requireNonNull(accountId, "accountId");
            regions = List.copyOf(regions);
        }
    }

    /** The account cannot be entered, and why. */
    record AccountBlocked(Envelope envelope, AccountId accountId, Problem problem) implements OfAccount {
        public AccountBlocked {
            Objects.requireNonNull(accountId, "accountId");
            Objects.requireNonNull(problem, "problem");
        }
    }

    /**
     * All pages of the unit were read; in ACCEPT as many as one acceptance takes on.
     *
     * @param workloadIds the ids of its owned workloads; in ACCEPT of its invitations
     */
    record RegionScanned(Envelope envelope, AccountId accountId, Region region, List<String> workloadIds)
            implements OfRegion {
        public RegionScanned {
            Objects.requireNonNull(accountId, "accountId");
            Objects.requireNonNull(region, "region");
            workloadIds = List.copyOf(workloadIds);
        }
    }

    /** There is nothing to scan in the unit, and why. */
    record RegionSkipped(Envelope envelope, AccountId accountId, Region region, Problem problem) implements OfRegion {
        public RegionSkipped {
            Objects.requireNonNull(accountId, "accountId");
            Objects.requireNonNull(region, "region");
            Objects.requireNonNull(problem, "problem");
        }
    }

    /** The unit could not be scanned, and why. */
    record RegionFailed(Envelope envelope, AccountId accountId, Region region, Problem problem) implements OfRegion {
        public RegionFailed {
            Objects.requireNonNull(accountId, "accountId");
            Objects.requireNonNull(region, "region");
            Objects.requireNonNull(problem, "problem");
        }
    }

    /**
     * What came of one workload, whole: one entry per target.
     *
     * @param problem what hinders the workload as such, null if nothing
     * @param sharesLeft how many more shares AWS allows the workload; told from 2 down, null if there is room or nobody knows
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WorkloadResult(
            Envelope envelope,
            AccountId accountId,
            Region region,
            Workload workload,
            List<TargetOutcome> targets,
            Problem problem,
            Integer sharesLeft)
            implements OfRegion {

        /** Of a workload that has room for more shares. */
        public WorkloadResult(
                Envelope envelope,
                AccountId accountId,
                Region region,
                Workload workload,
                List<TargetOutcome> targets,
                Problem problem) {
            this(envelope, accountId, region, workload, targets, problem, null);
        }

        public WorkloadResult {
            Objects.requireNonNull(accountId, "accountId");
            Objects.requireNonNull(region, "region");
            Objects.requireNonNull(workload, "workload");
            targets = targets == null ? List.of() : List.copyOf(targets);
        }

        @Override
        public String subject() {
            return workload.arn();
        }
    }

    /**
     * What came of one invitation.
     *
     * @param problem why it was left alone or failed, null if it was accepted
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InvitationResult(
            Envelope envelope,
            AccountId accountId,
            Region region,
            Invitation invitation,
            Action action,
            Problem problem)
            implements OfRegion {
        public InvitationResult {
            Objects.requireNonNull(accountId, "accountId");
            Objects.requireNonNull(region, "region");
            Objects.requireNonNull(invitation, "invitation");
            Objects.requireNonNull(action, "action");
        }

        @Override
        public String subject() {
            return invitation.id();
        }
    }

    /**
     * Every selected account, unit and workload has its outcome. "The last time" is the complete sweep before of the same
     * purpose and mode that was about all: one that failed, or was about a part, does not count.
     *
     * @param totals by number
     * @param newlyBlocked accounts blocked now and not the last time
     * @param newlyReachable accounts opened now and blocked the last time
     */
    record SweepCompleted(
            Envelope envelope,
            @Incidental Instant startedAt,
            @Incidental Instant endedAt,
            Totals totals,
            List<AccountId> newlyBlocked,
            List<AccountId> newlyReachable)
            implements End {
        public SweepCompleted {
            Objects.requireNonNull(startedAt, "startedAt");
            Objects.requireNonNull(endedAt, "endedAt");
            Objects.requireNonNull(totals, "totals");
            newlyBlocked = newlyBlocked == null ? List.of() : List.copyOf(newlyBlocked);
            newlyReachable = newlyReachable == null ? List.of() : List.copyOf(newlyReachable);
        }
    }

    /**
     * The sweep ended without all outcomes, or nothing could be looked into for what is wrong with the set-up.
     *
     * @param problem why, and the cure
     * @param totals what there is, by number
     * @param open what has no outcome: accounts, units ({@code account/Region}) and workload ids, at most 1,000
     */
    record SweepFailed(
            Envelope envelope,
            @Incidental Instant startedAt,
            @Incidental Instant endedAt,
            Problem problem,
            Totals totals,
            List<String> open)
            implements End {

        /** So many open subjects are named. */
        public static final int MOST_OPEN = 1_000;

        public SweepFailed {
            Objects.requireNonNull(startedAt, "startedAt");
            Objects.requireNonNull(endedAt, "endedAt");
            Objects.requireNonNull(problem, "problem");
            Objects.requireNonNull(totals, "totals");
            open = open == null ? List.of() : List.copyOf(open);
        }
    }

    /**
     * A sweep by number.
     *
     * @param actions number of (workload, target) pairs, in ACCEPT of invitations, by action
     * @param statuses number of shares by AWS's status
     * @param problems everything that makes the exit status 2
     */
    record Totals(
            Accounts accounts,
            Units units,
            int workloads,
            Map<String, Integer> actions,
            Map<String, Integer> statuses,
            int problems) {

        /** Accounts by outcome; selected = opened + blocked when the sweep is complete. */
        public record Accounts(int selected, int opened, int blocked, int skipped) {}

        /** Units by outcome; total = scanned + skipped + failed when the sweep is complete. */
        public record Units(int total, int scanned, int skipped, int failed) {}
    }
}
