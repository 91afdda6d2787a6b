package io.sharewell.events.ledger;

import io.sharewell.events.AccountId;
import io.sharewell.events.Envelope;
import io.sharewell.events.Problem;
import io.sharewell.events.Reason;
import io.sharewell.events.ShareResult;
import io.sharewell.events.ShareResult.AccountsSelected;
import io.sharewell.events.ShareResult.End;
import io.sharewell.events.ShareResult.OfAccount;
import io.sharewell.events.ShareResult.SweepCompleted;
import io.sharewell.events.ShareResult.SweepFailed;
import io.sharewell.events.ShareResult.SweepStarted;
import io.sharewell.events.ShareResult.Totals;
import io.sharewell.events.ledger.SweepReport.AccountOutcome;
import io.sharewell.events.ledger.SweepReport.RegionOutcome;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One sweep, as the statements about it tell. They may come in any order between partitions; within a partition the
 * later one is the newer. Not thread-safe.
 */
public final class SweepLedger {

    private final String sweepId;
    private final Map<AccountId, AccountEntry> accounts = new TreeMap<>();
    private final TotalsCount count = new TotalsCount();
    private final SharedParts shared = new SharedParts();
    private SweepLedger before;
    private Envelope envelope;
    private SweepStarted started;
    private AccountsSelected announced;
    private End end;
    private long open;
    private Instant firstStatementAt = Instant.MAX;
    private Instant lastStatementAt = Instant.EPOCH;

    public SweepLedger(String sweepId) {
        this(sweepId, null);
    }

    /** @param before a sweep that is likely to have said much of the same, which is then kept once; null if there is none */
    SweepLedger(String sweepId, SweepLedger before) {
        this.sweepId = sweepId;
        this.before = before;
    }

    /**
     * Takes a statement in.
     *
     * @param at when it was made, by the broker or the record's {@code ce_time}
     */
    public void apply(ShareResult statement, Instant at) {
        if (envelope == null) {
            envelope = statement.envelope();
        }
        if (at.isBefore(firstStatementAt)) {
            firstStatementAt = at;
        }
        if (at.isAfter(lastStatementAt)) {
            lastStatementAt = at;
        }
        switch (statement) {
            case SweepStarted it -> started = started == null ? it : started;
            case AccountsSelected it -> announced = it;
            case End it -> end(it);
            case OfAccount it -> apply(it);
        }
    }

    private void end(End statement) {
        end = statement;
        // What is said from here on is little, and the sweep before may be forgotten
        before = null;
    }

    private void apply(OfAccount said) {
        AccountEntry earlier = before == null ? null : before.accounts.get(said.accountId());
        AccountEntry account =
                accounts.computeIfAbsent(earlier == null ? said.accountId() : earlier.id(), AccountEntry::new);
        OfAccount statement = shared.in(said, account, earlier);
        int openBefore = account.openOf(statement);
        count.takeOut(account, statement);
        account.apply(statement);
        count.putIn(account, statement);
        open += account.openOf(statement) - openBefore;
        shared.settle(account, statement, earlier);
    }

    public String sweepId() {
        return sweepId;
    }

    /** Of the first statement seen; null before any. */
    public Envelope envelope() {
        return envelope;
    }

    /** Empty as long as {@code SweepStarted} was not read. */
    public Optional<SweepStarted> started() {
        return Optional.ofNullable(started);
    }

    /** Whether all accounts were listed, and each selected account, unit and workload has its outcome. */
    public boolean everythingHasAnOutcome() {
        return announced != null && count.selected() >= announced.selected() && open == 0;
    }

    /** Why no account could be opened, if each that was selected is blocked for one of these reasons; empty otherwise. */
    public Optional<Problem> allBlockedFor(Set<Reason> reasons) {
        List<AccountEntry> selected =
                accounts.values().stream().filter(AccountEntry::selected).toList();
        boolean all = selected.stream()
                .allMatch(account -> account.outcome() == AccountOutcome.BLOCKED
                        && reasons.contains(account.problem().reason()));
        return all ? selected.stream().findFirst().map(AccountEntry::problem) : Optional.empty();
    }

    /** Whether there are units, and each of them was passed over for this reason. */
    public boolean allUnitsSkippedFor(Reason reason) {
        return totals().units().total() > 0
                && accounts.values().stream()
                        .flatMap(account -> account.units().stream())
                        .allMatch(unit -> unit.outcome() == RegionOutcome.SKIPPED
                                && unit.problem().reason() == reason);
    }

    /** Whether the listing of accounts is over. */
    public boolean listed() {
        return announced != null;
    }

    /** Accounts that the selection names and the organization does not have; empty as long as they were not all listed. */
    List<AccountId> noSuchAccounts() {
        return announced == null ? List.of() : announced.noSuchAccounts();
    }

    /** Whether discovery has said that the sweep is over. */
    public boolean ended() {
        return end != null;
    }

    /** The sweep's last word; empty before. */
    public Optional<End> end() {
        return Optional.ofNullable(end);
    }

    /** When the newest statement was made; the epoch before any. */
    public Instant lastStatementAt() {
        return lastStatementAt;
    }

    /** When it began, as its first or its last word says; empty as long as neither was read. */
    public Optional<Instant> startedAt() {
        return started().map(SweepStarted::startedAt).or(() -> end().map(End::startedAt));
    }

    /** When it began, as far as is known: as it says itself, else its oldest statement. */
    public Instant beganAt() {
        return startedAt().orElse(firstStatementAt);
    }

    /** How many accounts, units and workloads have no outcome yet, as far as they are known. */
    public long open() {
        return open;
    }

    /** What has no outcome yet: account ids, {@code account/Region}, {@code account/Region/workloadId}. */
    public List<String> openSubjects(int limit) {
        return accounts.values().stream()
                .flatMap(account -> account.openSubjects().stream())
                .limit(limit)
                .toList();
    }

    /** Whether the account has been neither opened nor blocked; so also of one that the sweep does not know. */
    public boolean isOpen(AccountId account) {
        return reachability(account).isEmpty();
    }

    /** Empty also of one that the sweep does not know. */
    Optional<Reachability> reachability(AccountId account) {
        return Optional.ofNullable(accounts.get(account)).flatMap(SweepLedger::reachability);
    }

    /** Which accounts were opened and which blocked; those that were neither are left out. */
    public Map<AccountId, Reachability> reachability() {
        Map<AccountId, Reachability> result = new TreeMap<>();
        accounts.forEach((id, account) -> reachability(account).ifPresent(it -> result.put(id, it)));
        return result;
    }

    private static Optional<Reachability> reachability(AccountEntry account) {
        return switch (account.outcome()) {
            case OPENED -> Optional.of(Reachability.OPENED);
            case BLOCKED -> Optional.of(Reachability.BLOCKED);
            case OPEN, SKIPPED -> Optional.empty();
        };
    }

    /** Whether the role of an account could be assumed. */
    public enum Reachability {
        OPENED,
        BLOCKED
    }

    /** Empty if it runs or failed. */
    public Optional<SweepCompleted> completed() {
        return end instanceof SweepCompleted it ? Optional.of(it) : Optional.empty();
    }

    /** Why the sweep failed; empty if it did not. */
    public Optional<Problem> failure() {
        return end instanceof SweepFailed failed ? Optional.of(failed.problem()) : Optional.empty();
    }

    /** The sweep by number, as far as it is known. */
    public Totals totals() {
        return count.totals(noSuchAccounts().size());
    }

    /** Everything about the sweep, for people and programs. */
    public SweepReport report() {
        return ReportWriter.write(this, accounts.values());
    }

    /** One account's part of the report; empty if the sweep does not know it. */
    public Optional<SweepReport.AccountResult> account(AccountId id) {
        return Optional.ofNullable(accounts.get(id)).map(ReportWriter::account);
    }

    /** The results of one account's workloads. */
    public List<SweepReport.Result> results(AccountId id) {
        AccountEntry entry = accounts.get(id);
        return entry == null ? List.of() : ReportWriter.results(entry);
    }

    Collection<AccountEntry> accounts() {
        return accounts.values();
    }

    /** News that nobody need act on is no problem. */
    static boolean isProblem(Problem problem) {
        return problem != null
                && problem.reason() != Reason.WORKLOAD_GONE
                && problem.reason() != Reason.INVITATION_GONE;
    }
}
