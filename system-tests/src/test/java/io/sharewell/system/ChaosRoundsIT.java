package io.sharewell.system;

import static io.sharewell.chaos.faults.FaultKind.BROKEN_ACCOUNTS;
import static io.sharewell.chaos.faults.FaultKind.BROKER_STOPPED;
import static io.sharewell.chaos.faults.FaultKind.BROKER_STOPPED_FOR_LONG;
import static io.sharewell.chaos.faults.FaultKind.CONNECTIONS_CUT;
import static io.sharewell.chaos.faults.FaultKind.CONNECTIONS_SLOW;
import static io.sharewell.chaos.faults.FaultKind.DROPPED_AFTER;
import static io.sharewell.chaos.faults.FaultKind.DROPPED_BEFORE;
import static io.sharewell.chaos.faults.FaultKind.DUPLICATES;
import static io.sharewell.chaos.faults.FaultKind.FORGED_GRANTS;
import static io.sharewell.chaos.faults.FaultKind.HANGING_REGION;
import static io.sharewell.chaos.faults.FaultKind.KILL_AFTER_PUBLISH;
import static io.sharewell.chaos.faults.FaultKind.KILL_IN_AWS_CALL;
import static io.sharewell.chaos.faults.FaultKind.KILL_IN_REBALANCE;
import static io.sharewell.chaos.faults.FaultKind.KILL_WHILE_LISTING;
import static io.sharewell.chaos.faults.FaultKind.KILL_WHILE_RELAY_WAITS;
import static io.sharewell.chaos.faults.FaultKind.POISON;
import static io.sharewell.chaos.faults.FaultKind.ROLES_REMOVED;
import static io.sharewell.chaos.faults.FaultKind.SERVER_ERRORS;
import static io.sharewell.chaos.faults.FaultKind.SESSIONS_EXPIRE;
import static io.sharewell.chaos.faults.FaultKind.THREE_INSTANCES;
import static io.sharewell.chaos.faults.FaultKind.THROTTLING;
import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.chaos.faults.FaultKind;
import io.sharewell.chaos.round.Round;
import io.sharewell.chaos.round.RoundResult;
import io.sharewell.chaos.round.Schedule;
import io.sharewell.chaos.world.Services;
import io.sharewell.chaos.world.World;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Three rounds with seeds that stay, which together have every kind of fault but one: the broker away for more than a
 * minute is left to {@code ./sharewell chaos}, for it takes that long.
 */
class ChaosRoundsIT {

    /** A third of what the command takes: these are seconds of every build. */
    private static final int ACCOUNTS = 16;

    private static final Set<FaultKind> KILLS_AND_POISON = EnumSet.of(
            KILL_WHILE_LISTING, KILL_IN_AWS_CALL, KILL_AFTER_PUBLISH, SERVER_ERRORS, DUPLICATES, POISON, FORGED_GRANTS);
    private static final Set<FaultKind> BROKEN_CONNECTIONS =
            EnumSet.of(BROKER_STOPPED, CONNECTIONS_CUT, CONNECTIONS_SLOW, THROTTLING, DROPPED_BEFORE, DROPPED_AFTER);
    private static final Set<FaultKind> BROKEN_ORGANIZATION = EnumSet.of(
            KILL_WHILE_RELAY_WAITS,
            KILL_IN_REBALANCE,
            THREE_INSTANCES,
            SESSIONS_EXPIRE,
            ROLES_REMOVED,
            BROKEN_ACCOUNTS,
            HANGING_REGION);

    @Test
    void theLedgerClosesWhateverGoesWrong() {
        try (World world = World.forRounds()) {
            Services services = new Services(world);
            assertCloses(Schedule.of(1, ACCOUNTS, KILLS_AND_POISON), world, services);
            assertCloses(Schedule.of(2, ACCOUNTS, BROKEN_CONNECTIONS), world, services);
            assertCloses(Schedule.of(3, ACCOUNTS, BROKEN_ORGANIZATION), world, services);
        }
    }

    @Test
    void theRoundsHaveEveryKindOfFaultButTheLongAbsenceOfTheBroker() {
        Set<FaultKind> kinds = EnumSet.of(BROKER_STOPPED_FOR_LONG);
        kinds.addAll(KILLS_AND_POISON);
        kinds.addAll(BROKEN_CONNECTIONS);
        kinds.addAll(BROKEN_ORGANIZATION);

        assertThat(kinds).isEqualTo(EnumSet.allOf(FaultKind.class));
    }

    private static void assertCloses(Schedule schedule, World world, Services services) {
        List<String> told = new ArrayList<>();
        RoundResult result = new Round(world, services, schedule, line -> {
                    synchronized (told) {
                        told.add(line);
                    }
                })
                .run();

        System.out.printf("%s%n%s in %s%n", String.join("\n", told), result.totals(), result.time());
        assertThat(result.violations())
                .as(() -> "seed %d\n%s\n%s".formatted(schedule.seed(), String.join("\n", told), world.lastWords()))
                .isEmpty();
    }
}
