package io.sharewell.discovery;

import io.sharewell.discovery.domain.Announcements;
import io.sharewell.discovery.domain.Organization;
import io.sharewell.discovery.domain.RecurringSweep;
import io.sharewell.discovery.domain.SweepConductor;
import io.sharewell.discovery.domain.SweepRequest;
import io.sharewell.discovery.domain.SweepRules;
import io.sharewell.events.AccountDiscovered;
import io.sharewell.events.AccountId;
import io.sharewell.events.Purpose;
import io.sharewell.events.Selection;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;

/** Puts the service together: the domain gets its settings and its ports. */
@Dependent
class Discovery {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    @Produces
    @Singleton
    SweepConductor conductor(
            DiscoverySettings settings, Organization organization, Announcements announcements, Clock clock) {
        return new SweepConductor(
                rules(settings),
                organization,
                announcements,
                clock,
                () -> newSweepId(clock),
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("listing-", 0).factory()),
                new SweepLog());
    }

    /** Sorts by time, and is a valid STS session name. */
    private static String newSweepId(Clock clock) {
        byte[] random = new byte[4];
        ThreadLocalRandom.current().nextBytes(random);
        return STAMP.format(clock.instant()) + "-" + HexFormat.of().formatHex(random);
    }

    private static SweepRules rules(DiscoverySettings settings) {
        List<RecurringSweep> recurring = new ArrayList<>();
        if (settings.schedule().enabled()) {
            recurring.add(sharing(settings));
            settings.acceptance()
                    .account()
                    .map(AccountId::of)
                    .ifPresent(account -> recurring.add(accepting(account, settings)));
        }
        return new SweepRules(
                recurring,
                settings.deadline(),
                settings.partition(),
                settings.ouPaths() ? SweepRules.OuPaths.WANTED : SweepRules.OuPaths.LEFT_OUT);
    }

    private static RecurringSweep sharing(DiscoverySettings settings) {
        DiscoverySettings.Schedule schedule = settings.schedule();
        return new RecurringSweep(
                scheduled(Purpose.SHARE, ScheduledSelection.of(settings.selection()), settings),
                schedule.every(),
                schedule.afterFailure(),
                Optional.empty());
    }

    private static RecurringSweep accepting(AccountId reviewsAccount, DiscoverySettings settings) {
        Duration every = settings.acceptance().every();
        return new RecurringSweep(
                scheduled(Purpose.ACCEPT, Selection.of(reviewsAccount), settings),
                every,
                every,
                Optional.of(Purpose.SHARE));
    }

    private static SweepRequest scheduled(Purpose purpose, Selection selection, DiscoverySettings settings) {
        return new SweepRequest(purpose, settings.schedule().mode(), selection, AccountDiscovered.Cause.SCHEDULE);
    }
}
