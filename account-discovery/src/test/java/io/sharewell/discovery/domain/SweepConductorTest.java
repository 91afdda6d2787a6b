package io.sharewell.discovery.domain;

import static io.sharewell.discovery.domain.FakeOrganization.account;
import static io.sharewell.discovery.domain.FakeOrganization.id;
import static io.sharewell.discovery.domain.Selections.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.discovery.domain.Organization.NotReadableException;
import io.sharewell.discovery.domain.SweepRules.OuPaths;
import io.sharewell.events.AccountDiscovered;
import io.sharewell.events.AccountDiscovered.Cause;
import io.sharewell.events.Envelope;
import io.sharewell.events.Event;
import io.sharewell.events.Mode;
import io.sharewell.events.Problem;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.Region;
import io.sharewell.events.Selection;
import io.sharewell.events.ShareResult;
import io.sharewell.events.ShareResult.AccountBlocked;
import io.sharewell.events.ShareResult.AccountOpened;
import io.sharewell.events.ShareResult.AccountSelected;
import io.sharewell.events.ShareResult.RegionScanned;
import io.sharewell.events.ShareResult.RegionSkipped;
import io.sharewell.events.ShareResult.SweepCompleted;
import io.sharewell.events.ShareResult.SweepFailed;
import io.sharewell.events.ShareResult.SweepStarted;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.threeten.extra.MutableClock;

class SweepConductorTest {

    private static final Duration DAY = Duration.ofHours(24);
    private static final Region REGION = Region.of("eu-west-1");
    private static final SweepRequest SCHEDULED =
            new SweepRequest(Purpose.SHARE, Mode.APPLY, Selection.everything(), Cause.SCHEDULE);

    private final MutableClock clock = MutableClock.of(Instant.parse("2026-11-21T08:00:00Z"), ZoneOffset.UTC);
    private final FakeOrganization organization = new FakeOrganization().page(account(1), account(2));
    private final HeldTasks background = new HeldTasks();
    private final List<Event> topics = new ArrayList<>();
    private final Heard heard = new Heard();
    private final AtomicInteger ids = new AtomicInteger();
    private SweepConductor conductor = conductor(Optional.of(SCHEDULED));
    private int applied;
    private RuntimeException refused;
    private Predicate<Event> toBeRefused = SweepStarted.class::isInstance;

    // The schedule

    @Test
    void beginsASweepAtOnceWhereThereWasNone() throws InterruptedException {
        conductor.tick();

        SweepStarted sweep = of(SweepStarted.class).getFirst();
        assertThat(sweep.cause()).isEqualTo(Cause.SCHEDULE);
        assertThat(sweep.startedAt()).isEqualTo(clock.instant());
        assertThat(heard.started).containsExactly("sweep-1");
    }

    @Test
    void beginsTheNextADayAfterTheLastBegan() throws InterruptedException {
        completeASweep();

        clock.add(DAY.minusSeconds(1));
        turn();
        assertThat(of(SweepStarted.class)).hasSize(1);

        clock.add(Duration.ofSeconds(1));
        turn();
        assertThat(of(SweepStarted.class)).hasSize(2);
    }

    @Test
    void beginsAnOverdueOneAtOnceAfterARestart() throws InterruptedException {
        completeASweep();
        clock.add(DAY.multipliedBy(3));

        restart();
        turn();

        assertThat(of(SweepStarted.class)).hasSize(2);
    }

    @Test
    void beginsNoneAfterARestartThatIsNotDue() throws InterruptedException {
        completeASweep();
        clock.add(Duration.ofHours(1));

        restart();
        turn();

        assertThat(of(SweepStarted.class)).hasSize(1);
    }

    @Test
    void triesAgainSoonerAfterAFailure() throws InterruptedException {
        organization.failsWith(new NotReadableException(Problem.of(Reason.LIST_ACCOUNTS_DENIED)));
        turn();
        assertThat(of(SweepFailed.class)).hasSize(1);

        clock.add(Duration.ofMinutes(14));
        turn();
        assertThat(of(SweepStarted.class)).hasSize(1);

        clock.add(Duration.ofMinutes(1));
        turn();
        assertThat(of(SweepStarted.class)).hasSize(2);
    }

    @Test
    void skipsWhileOneOfItsPurposeRuns() throws InterruptedException {
        request(Purpose.SHARE);
        clock.add(Duration.ofHours(11));

        turn();

        assertThat(of(SweepStarted.class)).hasSize(1);
    }

    @Test
    void doesNotSkipForASweepOfAnotherPurpose() throws InterruptedException {
        request(Purpose.UNSHARE);

        turn();

        assertThat(of(SweepStarted.class))
                .extracting(sweep -> sweep.envelope().purpose())
                .containsExactly(Purpose.UNSHARE, Purpose.SHARE);
    }

    @Test
    void goesByTheLatestBeginningInWhateverOrderTheTopicWasRead() throws InterruptedException {
        completeASweep();
        List<Event> older = List.copyOf(topics);
        clock.add(DAY);
        completeASweep();
        List<Event> newer = topics.subList(older.size(), topics.size());

        SweepConductor restarted = conductor(Optional.of(SCHEDULED));
        newer.forEach(event -> apply(restarted, event));
        older.forEach(event -> apply(restarted, event));
        restarted.tick();

        assertThat(of(SweepStarted.class)).hasSize(2);
    }

    @Test
    void beginsNothingByItselfWithoutASchedule() throws InterruptedException {
        conductor = conductor(Optional.empty());

        turn();

        assertThat(topics).isEmpty();
    }

    // The life of a sweep

    @Test
    void aRequestedSweepIsKnownAtOnceAndListedInTheBackground() throws InterruptedException {
        String sweepId = request(Purpose.SHARE);

        assertThat(conductor.<Boolean>read(ledger -> ledger.sweep(sweepId).isPresent()))
                .isTrue();
        assertThat(of(AccountDiscovered.class)).isEmpty();

        background.runAll();

        assertThat(of(AccountDiscovered.class)).hasSize(2);
    }

    @Test
    void completesOnceWhenEverythingHasItsOutcome() throws InterruptedException {
        turn();
        happens(opened(1));
        turn();
        assertThat(of(SweepCompleted.class)).isEmpty();

        happens(scanned(1));
        happens(blocked(2));
        clock.add(Duration.ofMinutes(3));
        conductor.tick();
        conductor.tick();
        turn();

        assertThat(of(SweepCompleted.class)).hasSize(1);
        SweepCompleted end = of(SweepCompleted.class).getFirst();
        assertThat(Duration.between(end.startedAt(), end.endedAt())).isEqualTo(Duration.ofMinutes(3));
        assertThat(end.totals().accounts()).isEqualTo(new ShareResult.Totals.Accounts(2, 1, 1, 0));
        assertThat(end.totals().units()).isEqualTo(new ShareResult.Totals.Units(1, 1, 0, 0));
        assertThat(heard.ended).containsExactly(end);
    }

    @Test
    void doesNotCompleteBeforeTheListingIsOver() throws InterruptedException {
        conductor.tick();
        happens(new AccountSelected(envelope(), id(1), "Account 1", null));
        happens(opened(1));
        happens(scanned(1));

        conductor.tick();

        assertThat(of(SweepCompleted.class)).isEmpty();
    }

    @Test
    void tellsWhoIsNewlyBlockedAndWhoNewlyReachable() throws InterruptedException {
        turn();
        happens(opened(1));
        happens(scanned(1));
        happens(blocked(2));
        turn();
        clock.add(DAY);

        turn();
        happens(blocked(1));
        happens(opened(2));
        happens(scanned(2));
        turn();

        SweepCompleted end = of(SweepCompleted.class).getLast();
        assertThat(end.newlyBlocked()).containsExactly(id(1));
        assertThat(end.newlyReachable()).containsExactly(id(2));
    }

    @Test
    void failsAtTheDeadlineAndNamesWhatIsOpen() throws InterruptedException {
        turn();
        happens(opened(1));
        clock.add(Duration.ofHours(12));
        turn();
        assertThat(of(SweepFailed.class)).isEmpty();

        clock.add(Duration.ofSeconds(1));
        turn();
        turn();

        assertThat(of(SweepFailed.class)).hasSize(1);
        SweepFailed end = of(SweepFailed.class).getFirst();
        assertThat(end.problem().reason()).isEqualTo(Reason.DEADLINE_PASSED);
        assertThat(end.open()).containsExactly("000000000001/eu-west-1", "000000000002");
        assertThat(end.totals().accounts().opened()).isEqualTo(1);
    }

    @Test
    void failsAtTheDeadlineFromNowIfItBeganByAClockThatWasAhead() throws InterruptedException {
        clock.add(Duration.ofDays(30));
        turn();
        clock.add(Duration.ofDays(-30));
        turn();

        failsTwelveHoursFromNow();
    }

    private void failsTwelveHoursFromNow() throws InterruptedException {
        clock.add(Duration.ofHours(12));
        turn();
        assertThat(of(SweepFailed.class)).isEmpty();

        clock.add(Duration.ofSeconds(1));
        turn();
        assertThat(of(SweepFailed.class)).hasSize(1);
    }

    @Test
    void failsWhenTheBrokersCredentialsOpenNoAccountAndTriesAgainSoon() throws InterruptedException {
        turn();
        happens(blocked(1, Reason.CREDENTIALS_REJECTED));
        happens(blocked(2, Reason.CREDENTIALS_MISSING));
        turn();

        assertThat(of(SweepCompleted.class)).isEmpty();
        SweepFailed end = of(SweepFailed.class).getFirst();
        assertThat(end.problem()).isEqualTo(Problem.of(Reason.CREDENTIALS_REJECTED, "why"));
        assertThat(end.totals().accounts()).isEqualTo(new ShareResult.Totals.Accounts(2, 0, 2, 0));
        assertThat(end.open()).isEmpty();

        clock.add(Duration.ofMinutes(15));
        turn();
        assertThat(of(SweepStarted.class)).hasSize(2);
    }

    @Test
    void completesWhenTheBrokersCredentialsAreNotAllThatIsWrong() throws InterruptedException {
        turn();
        happens(blocked(1, Reason.CREDENTIALS_REJECTED));
        happens(blocked(2));
        turn();

        assertThat(of(SweepCompleted.class)).hasSize(1);
    }

    @Test
    void failsWhenNoAccountHasARegionToLookInto() throws InterruptedException {
        turn();
        happens(new AccountOpened(envelope(), id(1), List.of()));
        happens(blocked(2));
        turn();

        assertThat(of(SweepCompleted.class)).isEmpty();
        Problem problem = of(SweepFailed.class).getFirst().problem();
        assertThat(problem.reason()).isEqualTo(Reason.NOTHING_SELECTED);
        assertThat(problem.detail()).isEqualTo("no Region is left to look into");
        assertThat(problem.remedy()).contains("credential-broker.regions");
    }

    @Test
    void failsWhenNoRegionAskedForHasTheTool() throws InterruptedException {
        turn();
        happens(opened(1));
        happens(skipped(1, Reason.REGION_WITHOUT_TOOL));
        happens(blocked(2));
        turn();

        assertThat(of(SweepCompleted.class)).isEmpty();
        Problem problem = of(SweepFailed.class).getFirst().problem();
        assertThat(problem.reason()).isEqualTo(Reason.NOTHING_SELECTED);
        assertThat(problem.detail()).isEqualTo("no Region asked for has the tool");
        assertThat(problem.remedy()).isEqualTo(Reason.REGION_WITHOUT_TOOL.remedy());
    }

    @Test
    void completesWhenOneRegionWasPassedOverForAnotherReason() throws InterruptedException {
        turn();
        happens(opened(1));
        happens(skipped(1, Reason.REGION_WITHOUT_TOOL));
        happens(opened(2));
        happens(skipped(2, Reason.REGION_NOT_ENABLED));
        turn();

        assertThat(of(SweepCompleted.class)).hasSize(1);
    }

    @Test
    void failsWhenNobodyIsSelected() throws InterruptedException {
        conductor.start(
                new SweepRequest(Purpose.SHARE, Mode.PLAN, select().accounts(77).build(), Cause.REQUEST));
        background.runAll();

        SweepFailed end = of(SweepFailed.class).getFirst();
        assertThat(end.problem().reason()).isEqualTo(Reason.NOTHING_SELECTED);
        assertThat(end.problem().detail()).isEqualTo("the organization has no account 000000000077");
        assertThat(end.totals().accounts().skipped()).isEqualTo(2);
    }

    @Test
    void completesWithAProblemWhereAnAccountIsNamedThatIsNotThere() throws InterruptedException {
        conductor = conductor(Optional.empty());
        conductor.start(new SweepRequest(
                Purpose.SHARE, Mode.PLAN, select().accounts(1, 77).build(), Cause.REQUEST));
        background.runAll();
        happens(blocked(1));
        turn();

        assertThat(of(SweepCompleted.class).getFirst().totals().problems()).isEqualTo(2);
    }

    @Test
    void failsWithTheRemedyWhenTheAccountsCannotBeListed() throws InterruptedException {
        organization.failsWith(new NotReadableException(Problem.of(Reason.LIST_ACCOUNTS_DENIED, "AccessDenied")));

        turn();

        SweepFailed end = of(SweepFailed.class).getFirst();
        assertThat(end.problem()).isEqualTo(Problem.of(Reason.LIST_ACCOUNTS_DENIED, "AccessDenied"));
        assertThat(heard.ended).containsExactly(end);
    }

    @Test
    void aListingThatOutlivesItsSweepSaysNothingMore() throws InterruptedException {
        conductor = conductor(Optional.empty());
        String sweepId = request(Purpose.SHARE);
        conductor.supersede(sweepId);

        background.runAll();

        assertThat(of(AccountDiscovered.class)).isEmpty();
    }

    @Test
    void failsWhenTheListingHasABugAndShowsItToTheListener() throws InterruptedException {
        RuntimeException bug = new IllegalStateException("secret");
        organization.failsWith(bug);

        turn();

        Problem problem = of(SweepFailed.class).getFirst().problem();
        assertThat(problem).isEqualTo(Problem.of(Reason.UNEXPECTED, "java.lang.IllegalStateException"));
        assertThat(heard.bugs).containsExactly(bug);
    }

    @Test
    void aSweepThatAnotherReplacesFails() throws InterruptedException {
        String sweepId = request(Purpose.SHARE);

        conductor.supersede(sweepId);
        conductor.supersede("unheard of");

        assertThat(of(SweepFailed.class))
                .singleElement()
                .satisfies(end -> assertThat(end.problem().reason()).isEqualTo(Reason.SUPERSEDED));
    }

    @Test
    void aSweepWhoseSelectionKafkaDoesNotTakeFailsAndSaysSo() throws InterruptedException {
        refused = new IllegalStateException("the record is larger than 1048576 bytes");

        String sweepId = request(Purpose.SHARE);

        background.runAll();
        assertThat(of(AccountDiscovered.class)).isEmpty();
        assertThat(of(SweepFailed.class)).singleElement().satisfies(end -> {
            assertThat(end.envelope().sweepId()).isEqualTo(sweepId);
            assertThat(end.problem().detail()).isEqualTo("IllegalStateException");
            assertThat(end.problem().remedy()).contains("select fewer accounts");
        });
        assertThat(heard.bugs).containsExactly(refused);
        turn();
        assertThat(conductor.<Integer>read(ledger -> ledger.running().size())).isZero();
    }

    @Test
    void aSweepWhoseEndKafkaDoesNotTakeFailsAndPutsOffNoOther() throws InterruptedException {
        refused = new IllegalStateException("the record is larger than 1048576 bytes");
        toBeRefused = SweepCompleted.class::isInstance;

        completeASweep();

        assertThat(of(SweepFailed.class)).singleElement().satisfies(end -> assertThat(end.problem())
                .isEqualTo(Problem.of(Reason.UNEXPECTED, "java.lang.IllegalStateException")));
        assertThat(heard.bugs).containsExactly(refused);
        clock.add(Duration.ofMinutes(15));
        turn();
        assertThat(of(SweepStarted.class)).hasSize(2);
    }

    @Test
    void anEndThatWasNotTakenIsToldAgain() throws InterruptedException {
        turn();
        refused = new IllegalStateException("no broker");
        toBeRefused = SweepFailed.class::isInstance;
        clock.add(Duration.ofHours(13));
        turn();
        assertThat(heard.bugs).isNotEmpty().containsOnly(refused);

        refused = null;
        turn();

        assertThat(of(SweepFailed.class)).hasSize(1);
    }

    @Test
    void anEndThatIsNeverTakenPutsOffNoOther() throws InterruptedException {
        turn();
        request(Purpose.UNSHARE);
        background.runAll();
        refused = new IllegalStateException("the record is larger than 1048576 bytes");
        toBeRefused =
                event -> event instanceof SweepFailed end && end.envelope().purpose() == Purpose.SHARE;
        clock.add(Duration.ofHours(13));

        turn();

        assertThat(of(SweepFailed.class))
                .extracting(end -> end.envelope().purpose())
                .containsExactly(Purpose.UNSHARE);
    }

    @Test
    void anEndThatIsTooLargeWithAllThatIsOpenIsToldWithout() throws InterruptedException {
        turn();
        refused = new IllegalStateException("the record is larger than 1048576 bytes");
        toBeRefused = event -> event instanceof SweepFailed end && !end.open().isEmpty();
        clock.add(Duration.ofHours(13));

        turn();

        assertThat(of(SweepFailed.class)).singleElement().satisfies(end -> {
            assertThat(end.problem().reason()).isEqualTo(Reason.DEADLINE_PASSED);
            assertThat(end.open()).isEmpty();
        });
        assertThat(heard.bugs).containsExactly(refused);
    }

    // Restarts

    @Test
    void resumesItsUnfinishedListingUnderTheSameIdAndOnlyForWhatIsOpen() throws InterruptedException {
        turn();
        happens(opened(1));
        topics.removeIf(ShareResult.AccountsSelected.class::isInstance);
        topics.removeIf(AccountDiscovered.class::isInstance);

        restart();
        conductor.resume();
        background.runAll();

        assertThat(heard.resumed).containsExactly("sweep-1");
        assertThat(of(SweepStarted.class)).hasSize(1);
        assertThat(of(AccountDiscovered.class)).singleElement().satisfies(work -> {
            assertThat(work.accountId()).isEqualTo(id(2));
            assertThat(work.envelope().sweepId()).isEqualTo("sweep-1");
        });
        assertThat(of(ShareResult.AccountsSelected.class)).hasSize(1);
    }

    @Test
    void aRestartAloneGivesASweepNoMoreTime() throws InterruptedException {
        turn();
        clock.add(Duration.ofHours(13));

        restart();
        turn();

        assertThat(of(SweepFailed.class)).hasSize(1);
    }

    @Test
    void aSweepThatIsGivenTimeAgainFailsWhenThatIsUp() throws InterruptedException {
        turn();
        clock.add(Duration.ofHours(13));

        restart();
        conductor.giveTimeAgain("sweep-1", Duration.ofDays(6));
        turn();
        failsTwelveHoursFromNow();
    }

    @Test
    void doesNotResumeWhatAnotherSweepReplaces() throws InterruptedException {
        String sweepId = request(Purpose.SHARE);
        background.lose();

        restart();
        conductor.supersede(sweepId);
        conductor.resume();

        assertThat(background.held()).isZero();
        assertThat(heard.resumed).isEmpty();
    }

    @Test
    void aResumedSweepGoesByTheSelectionItBeganWith() throws InterruptedException {
        conductor.start(
                new SweepRequest(Purpose.SHARE, Mode.PLAN, select().accounts(2).build(), Cause.REQUEST));
        background.lose();

        restart();
        conductor.resume();
        background.runAll();

        assertThat(of(AccountDiscovered.class)).singleElement().satisfies(work -> {
            assertThat(work.accountId()).isEqualTo(id(2));
            assertThat(work.cause()).isEqualTo(Cause.REQUEST);
            assertThat(work.envelope().mode()).isEqualTo(Mode.PLAN);
        });
    }

    @Test
    void doesNotListAgainWhoseListingIsOverButEndsIt() throws InterruptedException {
        turn();

        restart();
        conductor.resume();
        assertThat(background.held()).isZero();

        happens(blocked(1));
        happens(blocked(2));
        turn();
        assertThat(of(SweepCompleted.class)).hasSize(1);
    }

    @Test
    void doesNotResumeWhatItHasJustBegunItself() throws InterruptedException {
        request(Purpose.SHARE);

        conductor.resume();

        assertThat(background.held()).isEqualTo(1);
        assertThat(heard.resumed).isEmpty();
    }

    @Test
    void doesNotEndASweepAgainAfterARestart() throws InterruptedException {
        completeASweep();

        restart();
        turn();

        assertThat(of(SweepCompleted.class)).hasSize(1);
    }

    @Test
    void doesNotEndWhatIsLeftOfASweepWhoseFirstAndLastWordsTheTopicHasLetGo() throws InterruptedException {
        completeASweep();
        topics.removeIf(event -> event instanceof ShareResult.OfSweep);
        clock.add(DAY.multipliedBy(30));

        restart();
        turn();

        assertThat(of(SweepFailed.class)).isEmpty();
        assertThat(of(SweepStarted.class))
                .singleElement()
                .satisfies(sweep -> assertThat(sweep.envelope().sweepId()).isEqualTo("sweep-2"));
    }

    @Test
    void aListingThatFailsBecauseTheServiceStopsEndsNothing() throws InterruptedException {
        organization.failsWith(new IllegalStateException("the client is closed"));
        conductor.tick();

        conductor.stop();
        background.runAll();

        assertThat(background.isShutdown()).isTrue();
        assertThat(of(SweepFailed.class)).isEmpty();
        assertThat(heard.bugs).isEmpty();
    }

    private SweepConductor conductor(Optional<SweepRequest> scheduled) {
        return conductor(scheduled.stream()
                .map(request -> new RecurringSweep(request, DAY, Duration.ofMinutes(15), Optional.empty()))
                .toList());
    }

    private SweepConductor conductor(List<RecurringSweep> recurring) {
        SweepRules rules = new SweepRules(recurring, Duration.ofHours(12), "aws", OuPaths.LEFT_OUT);
        return new SweepConductor(
                rules, organization, this::publish, clock, () -> "sweep-" + ids.incrementAndGet(), background, heard);
    }

    private void publish(List<? extends Event> events) {
        if (refused != null && toBeRefused.test(events.getFirst())) {
            throw refused;
        }
        topics.addAll(events);
    }

    private String request(Purpose purpose) throws InterruptedException {
        return conductor.start(new SweepRequest(purpose, Mode.APPLY, Selection.everything(), Cause.REQUEST));
    }

    /** Reads what is new on the topic, ends and begins what is to be, and lists. */
    private void turn() throws InterruptedException {
        read();
        conductor.tick();
        background.runAll();
        read();
    }

    private void read() {
        for (; applied < topics.size(); applied++) {
            apply(conductor, topics.get(applied));
        }
    }

    private void apply(SweepConductor to, Event event) {
        if (event instanceof ShareResult statement) {
            to.apply(statement, clock.instant());
        }
    }

    /** Another life of the service, which knows what is on the topic. */
    private void restart() {
        conductor = conductor(Optional.of(SCHEDULED));
        applied = 0;
        read();
    }

    private void happens(ShareResult statement) {
        topics.add(statement);
        read();
    }

    private void completeASweep() throws InterruptedException {
        turn();
        happens(blocked(1));
        happens(blocked(2));
        turn();
    }

    private Envelope envelope() {
        return of(SweepStarted.class).getLast().envelope();
    }

    private AccountOpened opened(int account) {
        return new AccountOpened(envelope(), id(account), List.of(REGION));
    }

    private RegionScanned scanned(int account) {
        return new RegionScanned(envelope(), id(account), REGION, List.of());
    }

    private RegionSkipped skipped(int account, Reason reason) {
        return new RegionSkipped(envelope(), id(account), REGION, Problem.of(reason));
    }

    private AccountBlocked blocked(int account) {
        return blocked(account, Reason.ROLE_NOT_ASSUMABLE);
    }

    private AccountBlocked blocked(int account, Reason reason) {
        return new AccountBlocked(envelope(), id(account), Problem.of(reason, "why"));
    }

    private <T extends Event> List<T> of(Class<T> type) {
        return topics.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static final class Heard implements SweepConductor.Listener {

        private final List<String> started = new ArrayList<>();
        private final List<String> resumed = new ArrayList<>();
        private final List<ShareResult.End> ended = new ArrayList<>();
        private final List<Throwable> bugs = new ArrayList<>();

        @Override
        public void started(SweepStarted sweep) {
            started.add(sweep.envelope().sweepId());
        }

        @Override
        public void resumed(SweepStarted sweep) {
            resumed.add(sweep.envelope().sweepId());
        }

        @Override
        public void ended(ShareResult.End end) {
            ended.add(end);
        }

        @Override
        public void failed(String sweepId, Throwable bug) {
            bugs.add(bug);
        }
    }
}
