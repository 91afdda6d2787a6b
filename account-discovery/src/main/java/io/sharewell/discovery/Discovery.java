package io.sharewell.discovery;

import io.sharewell.discovery.aws.AwsOrganization;
import io.sharewell.discovery.domain.Announcements;
import io.sharewell.discovery.domain.SweepConductor;
import io.sharewell.discovery.domain.SweepRequest;
import io.sharewell.discovery.domain.SweepRules;
import io.sharewell.events.AccountDiscovered;
import io.sharewell.events.AccountId;
import io.sharewell.events.Purpose;
import io.sharewell.events.Region;
import io.sharewell.events.Selection;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
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
            DiscoverySettings settings, AwsOrganization organization, Announcements announcements, Clock clock) {
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
        DiscoverySettings.Schedule schedule = settings.schedule();
        SweepRequest scheduled = new SweepRequest(
                Purpose.SHARE, schedule.mode(), selection(settings.selection()), AccountDiscovered.Cause.SCHEDULE);
        return new SweepRules(
                schedule.enabled() ? Optional.of(scheduled) : Optional.empty(),
                schedule.every(),
                schedule.afterFailure(),
                settings.deadline(),
                settings.partition(),
                settings.ouPaths() ? SweepRules.OuPaths.WANTED : SweepRules.OuPaths.LEFT_OUT);
    }

    private static Selection selection(DiscoverySettings.SelectionSettings settings) {
        return new Selection(
                ids(settings.accounts()),
                ids(settings.excludeAccounts()),
                settings.ous().orElse(List.of()),
                settings.excludeOus().orElse(List.of()),
                settings.tags().orElse(List.of()),
                settings.regions().orElse(List.of()).stream().map(Region::of).toList(),
                settings.managementAccount());
    }

    private static List<AccountId> ids(Optional<List<String>> values) {
        return values.orElse(List.of()).stream().map(AccountId::of).toList();
    }
}
