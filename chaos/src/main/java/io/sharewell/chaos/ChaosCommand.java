package io.sharewell.chaos;

import io.sharewell.chaos.faults.FaultKind;
import io.sharewell.chaos.round.Round;
import io.sharewell.chaos.round.RoundResult;
import io.sharewell.chaos.round.Schedule;
import io.sharewell.chaos.world.Services;
import io.sharewell.chaos.world.World;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command {@code chaos}: rounds of sweeps in which things go wrong, until one is not complete or all are over. */
@Command(
        name = "chaos",
        scope = ScopeType.INHERIT,
        subcommands = {NeighboursCommand.class, RecoveryCommand.class},
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        sortOptions = false,
        exitCodeOnInvalidInput = ChaosCommand.WRONG_USAGE,
        exitCodeOnExecutionException = ChaosCommand.NOT_CLOSED,
        description = "Runs sweeps over made-up organizations with the four services as processes, kills, cuts, delays,"
                + " repeats and poisons by a schedule drawn from the seed, and checks after each that nothing is lost,"
                + " nothing is there twice, and nothing waits.",
        footer = {
            "",
            "Exit status: 0 if all went well, 3 if a ledger does not close or a sweep does not end, 64 wrong usage."
        })
final class ChaosCommand implements Callable<Integer> {

    static final int WRONG_USAGE = 64;
    static final int NOT_CLOSED = 3;

    static final int FEWEST_ACCOUNTS = 10;
    private static final int MOST_VIOLATIONS = 50;

    @Mixin
    private Console console;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Seed of the first round; each later one has the next. Default: any.")
    private Optional<Long> seed;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "10", description = "How many rounds.")
    private int rounds;

    @Option(names = "--accounts", paramLabel = "N", defaultValue = "50", description = "Accounts of an organization.")
    private int accounts;

    @Option(
            names = "--kinds",
            paramLabel = "KIND",
            split = ",",
            description = "Only and all of these kinds of faults in each round: ${COMPLETION-CANDIDATES}."
                    + " Default: three to five, as the seed gives.")
    private Set<FaultKind> kinds;

    private World world;
    private Services services;

    @Override
    public Integer call() {
        console.requireAtLeast(1, "--rounds", rounds);
        console.requireAtLeast(FEWEST_ACCOUNTS, "--accounts", accounts);
        long first = seed.orElseGet(() -> ThreadLocalRandom.current().nextLong(1, 1_000_000));
        int closed = 0;
        try {
            for (long round = first; round < first + rounds; round++) {
                closed += run(schedule(round)) ? 1 : 0;
            }
        } finally {
            end();
        }
        console.say("%d of %d ledgers closed, seeds %d to %d", closed, rounds, first, first + rounds - 1);
        return closed == rounds ? 0 : NOT_CLOSED;
    }

    private Schedule schedule(long seed) {
        return kinds == null ? Schedule.draw(seed, accounts) : Schedule.of(seed, accounts, kinds);
    }

    private boolean run(Schedule schedule) {
        console.say("seed %d", schedule.seed());
        schedule.entries()
                .forEach(entry -> console.say(
                        "  %s  %s",
                        entry.at() == 0 ? "from the beginning" : "from statement " + entry.at(), entry.fault()));
        begin();
        try {
            RoundResult result = new Round(world, services, schedule, line -> console.say("    %s", line)).run();
            console.say("  %s", result.totals());
            console.say(
                    "  %s in %.1f s",
                    result.closed() ? "the ledger closes" : "THE LEDGER DOES NOT CLOSE",
                    result.time().toMillis() / 1000.0);
            if (!result.closed()) {
                tell(schedule, result.violations());
            }
            return result.closed();
        } catch (RuntimeException e) {
            tell(schedule, List.of("the round could not be run: " + e));
            return false;
        }
    }

    /** What does not hold, how to see it again, and what the processes said; the next round has another world. */
    private void tell(Schedule schedule, List<String> violations) {
        violations.stream().limit(MOST_VIOLATIONS).forEach(violation -> console.say("    %s", violation));
        console.say("%s", world.lastWords());
        console.say(
                "Again: ./sharewell chaos --seed %d --rounds 1 --accounts %d%s", schedule.seed(), accounts, again());
        end();
    }

    private String again() {
        return kinds == null
                ? ""
                : " --kinds " + kinds.stream().map(FaultKind::name).collect(Collectors.joining(","));
    }

    /** Broker and services stay up from round to round, as long as all goes well. */
    private void begin() {
        if (world == null) {
            world = World.forRounds();
            services = new Services(world);
        }
    }

    private void end() {
        if (world != null) {
            world.close();
            world = null;
        }
    }
}
