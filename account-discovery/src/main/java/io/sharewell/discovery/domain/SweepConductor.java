package io.sharewell.discovery.domain;

import io.sharewell.events.AccountId;
import io.sharewell.events.Envelope;
import io.sharewell.events.Event;
import io.sharewell.events.Problem;
import io.sharewell.events.Reason;
import io.sharewell.events.ShareResult;
import io.sharewell.events.ShareResult.SweepCompleted;
import io.sharewell.events.ShareResult.SweepFailed;
import io.sharewell.events.ShareResult.SweepStarted;
import io.sharewell.events.ledger.Ledger;
import io.sharewell.events.ledger.SweepLedger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The life of sweeps: begins them, has their accounts listed, and ends each when everything has its outcome or its time is
 * up. What it knows of a sweep it has from the ledger alone, so that a restart changes nothing.
 */
public final class SweepConductor {

    /** A selection of thousands of accounts, each with Regions of its own, is larger than any record may be. */
    private static final String SELECT_LESS =
            "If the selection is too large for a record, select fewer accounts at once.";

    /** AWS names none that have the tool in some partitions. */
    private static final String SELECT_REGIONS =
            "Exclude fewer Regions; where AWS names none that have the tool, set credential-broker.regions.";

    /** These blame the set-up, no account: where they are all that a sweep brought, it is none. */
    private static final Set<Reason> OF_OUR_CREDENTIALS =
            Set.of(Reason.CREDENTIALS_REJECTED, Reason.CREDENTIALS_MISSING);

    private final SweepRules rules;
    private final Organization organization;
    private final Announcements announcements;
    private final Clock clock;
    private final Supplier<String> sweepIds;
    private final ExecutorService background;
    private final Listener listener;

    private final Ledger ledger = new Ledger();
    private final Set<String> begun = new HashSet<>();
    private final Set<String> ended = new HashSet<>();
    private final Map<String, Instant> timeFrom = new HashMap<>();
    private volatile boolean stopping;

    /** Who wants to know what happens; for the log. */
    public interface Listener {
        void started(SweepStarted sweep);

        void resumed(SweepStarted sweep);

        void ended(ShareResult.End end);

        void failed(String sweepId, Throwable bug);
    }

    /**
     * @param sweepIds source of new sweep ids
     * @param background runs listings; they block, and are interrupted when the conductor stops
     */
    public SweepConductor(
            SweepRules rules,
            Organization organization,
            Announcements announcements,
            Clock clock,
            Supplier<String> sweepIds,
            ExecutorService background,
            Listener listener) {
        this.rules = rules;
        this.organization = organization;
        this.announcements = announcements;
        this.clock = clock;
        this.sweepIds = sweepIds;
        this.background = background;
        this.listener = listener;
    }

    /** Takes a statement of {@code share-results} in. */
    public synchronized void apply(ShareResult statement, Instant at) {
        ledger.apply(statement, at);
    }

    /** Looks into the ledger; the function must not keep what it sees. */
    public synchronized <T> T read(Function<Ledger, T> question) {
        return question.apply(ledger);
    }

    /**
     * Begins a sweep.
     *
     * @return its id
     */
    public String start(SweepRequest request) throws InterruptedException {
        String sweepId = sweepIds.get();
        Envelope envelope = Envelope.of(sweepId, request.purpose(), request.mode());
        SweepStarted sweep = new SweepStarted(envelope, clock.instant(), request.cause(), request.selection());
        synchronized (this) {
            begun.add(sweepId);
            // Known at once: whoever asks next must not begin another
            ledger.apply(sweep, sweep.startedAt());
        }
        try {
            announcements.publish(List.of(sweep));
        } catch (RuntimeException e) {
            listener.failed(sweepId, e);
            failListing(sweepId, new Problem(Reason.UNEXPECTED, e.getClass().getSimpleName(), SELECT_LESS));
            return sweepId;
        }
        listener.started(sweep);
        background.execute(() -> list(sweep));
        return sweepId;
    }

    /** Ends a sweep that a later one replaces. To be called before {@link #resume()}, which would go on with it. */
    public void supersede(String sweepId) throws InterruptedException {
        Optional<SweepLedger> sweep = read(it -> it.sweep(sweepId));
        if (sweep.isPresent()) {
            fail(sweep.get(), Problem.of(Reason.SUPERSEDED));
        }
    }

    /**
     * Gives a sweep its whole time again, from now on. To be called before it is gone on with.
     *
     * @param notOlder how long ago it may have begun
     * @return whether it is young enough
     */
    public synchronized boolean giveTimeAgain(String sweepId, Duration notOlder) {
        Instant now = clock.instant();
        boolean young = ledger.sweep(sweepId)
                .filter(sweep -> sweep.beganAt().plus(notOlder).isAfter(now))
                .isPresent();
        if (young) {
            timeFrom.put(sweepId, now);
        }
        return young;
    }

    /** To be called once the ledger has what was on the topic: goes on with sweeps that an earlier life left without an end. */
    public void resume() {
        List<SweepStarted> unfinished = read(it -> it.running().stream()
                .filter(sweep ->
                        !sweep.listed() && !begun.contains(sweep.sweepId()) && !ended.contains(sweep.sweepId()))
                .flatMap(sweep -> sweep.started().stream())
                .toList());
        for (SweepStarted sweep : unfinished) {
            listener.resumed(sweep);
            background.execute(() -> list(sweep));
        }
    }

    /** Lets listings go: the next life of the service resumes them. */
    public void stop() {
        stopping = true;
        background.shutdownNow();
    }

    /** To be called often: ends what is over, and begins what is due. */
    public void tick() throws InterruptedException {
        for (SweepLedger sweep : read(Ledger::running)) {
            try {
                end(sweep);
            } catch (RuntimeException e) {
                // It is told again at the next turn; the others' ends do not wait for it
                listener.failed(sweep.sweepId(), e);
            }
        }
        for (SweepRequest due : rules.due(read(Ledger::summaries), clock.instant())) {
            start(due);
        }
    }

    private void end(SweepLedger sweep) throws InterruptedException {
        boolean complete;
        boolean overdue;
        Optional<Problem> inVain;
        synchronized (this) {
            complete = sweep.everythingHasAnOutcome();
            overdue = clock.instant().isAfter(timeFrom(sweep).plus(rules.deadline()));
            inVain = complete ? whyInVain(sweep) : Optional.empty();
        }
        if (inVain.isPresent()) {
            fail(sweep, inVain.get());
        } else if (complete) {
            completeOrFail(sweep);
        } else if (overdue) {
            fail(sweep, Problem.of(Reason.DEADLINE_PASSED, "after " + rules.deadline()));
        }
    }

    /** When its time began. Whose clock was ahead must not have it run until then: its time begins now. */
    private Instant timeFrom(SweepLedger sweep) {
        Instant now = clock.instant();
        Instant from = timeFrom.getOrDefault(sweep.sweepId(), sweep.beganAt());
        if (from.isAfter(now)) {
            timeFrom.put(sweep.sweepId(), now);
            return now;
        }
        return from;
    }

    /** Why nothing was looked into, if no account is to blame; empty otherwise. */
    private static Optional<Problem> whyInVain(SweepLedger sweep) {
        ShareResult.Totals totals = sweep.totals();
        if (totals.accounts().opened() > 0 && totals.units().total() == 0) {
            return Optional.of(new Problem(Reason.NOTHING_SELECTED, "no Region is left to look into", SELECT_REGIONS));
        }
        if (sweep.allUnitsSkippedFor(Reason.REGION_WITHOUT_TOOL)) {
            return Optional.of(new Problem(
                    Reason.NOTHING_SELECTED, "no Region asked for has the tool", Reason.REGION_WITHOUT_TOOL.remedy()));
        }
        return sweep.allBlockedFor(OF_OUR_CREDENTIALS);
    }

    /** A sweep without an end would put off all that follow. */
    private void completeOrFail(SweepLedger sweep) throws InterruptedException {
        try {
            complete(sweep);
        } catch (RuntimeException e) {
            listener.failed(sweep.sweepId(), e);
            fail(sweep, Problem.of(Reason.UNEXPECTED, e.getClass().getName()));
        }
    }

    private void complete(SweepLedger sweep) throws InterruptedException {
        SweepCompleted end;
        synchronized (this) {
            if (ended.contains(sweep.sweepId())) {
                return;
            }
            end = new SweepCompleted(
                    sweep.envelope().forNextStep(),
                    sweep.beganAt(),
                    clock.instant(),
                    sweep.totals(),
                    ledger.newlyBlocked(sweep),
                    ledger.newlyReachable(sweep));
            ended.add(sweep.sweepId());
        }
        say(end);
    }

    private void fail(SweepLedger sweep, Problem problem) throws InterruptedException {
        try {
            fail(sweep, problem, SweepFailed.MOST_OPEN);
        } catch (RuntimeException e) {
            // With the names of all that is open, the record may be larger than Kafka takes
            listener.failed(sweep.sweepId(), e);
            fail(sweep, problem, 0);
        }
    }

    private void fail(SweepLedger sweep, Problem problem, int mostOpen) throws InterruptedException {
        SweepFailed end;
        synchronized (this) {
            if (ended.contains(sweep.sweepId())) {
                return;
            }
            end = new SweepFailed(
                    sweep.envelope().forNextStep(),
                    sweep.beganAt(),
                    clock.instant(),
                    problem,
                    sweep.totals(),
                    sweep.openSubjects(mostOpen));
            ended.add(sweep.sweepId());
        }
        say(end);
    }

    private void say(ShareResult.End end) throws InterruptedException {
        try {
            announcements.publish(List.<Event>of(end));
        } catch (RuntimeException e) {
            synchronized (this) {
                ended.remove(end.envelope().sweepId());
            }
            throw e;
        }
        listener.ended(end);
    }

    private void list(SweepStarted sweep) {
        String sweepId = sweep.envelope().sweepId();
        try {
            SweepListing listing = new SweepListing(
                    sweep,
                    organization,
                    this::announce,
                    rules,
                    account -> read(it -> it.sweep(sweepId)
                            .map(known -> known.isOpen(account))
                            .orElse(true)),
                    () -> hasEnded(sweepId),
                    background);
            if (listing.run() == 0) {
                failListing(sweepId, Problem.of(Reason.NOTHING_SELECTED, whoIsNotThere(listing.noSuchAccounts())));
            }
        } catch (Organization.NotReadableException e) {
            failListing(sweepId, e.problem());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (!stopping) {
                listener.failed(sweepId, e);
            }
            failListing(sweepId, Problem.of(Reason.UNEXPECTED, e.getClass().getName()));
        }
    }

    private static String whoIsNotThere(List<AccountId> accounts) {
        return accounts.isEmpty()
                ? null
                : accounts.stream()
                        .map(AccountId::value)
                        .collect(Collectors.joining(", ", "the organization has no account ", ""));
    }

    private synchronized boolean hasEnded(String sweepId) {
        return ended.contains(sweepId);
    }

    /** The ledger knows at once what a listing says: its end must not be told without. */
    private void announce(List<? extends Event> events) throws InterruptedException {
        announcements.publish(events);
        synchronized (this) {
            for (Event event : events) {
                if (event instanceof ShareResult statement) {
                    ledger.apply(statement, clock.instant());
                }
            }
        }
    }

    private void failListing(String sweepId, Problem problem) {
        if (stopping) {
            return; // What failed, failed because of that
        }
        try {
            Optional<SweepLedger> sweep = read(it -> it.sweep(sweepId));
            if (sweep.isPresent()) {
                fail(sweep.get(), problem);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
