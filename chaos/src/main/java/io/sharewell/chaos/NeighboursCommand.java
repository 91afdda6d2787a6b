package io.sharewell.chaos;

import io.sharewell.chaos.neighbours.Neighbours;
import io.sharewell.chaos.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code chaos neighbours}. */
@Command(
        name = "neighbours",
        description =
                "Sweeps an organization in which all is well and the same with three accounts in ten broken, in turns,"
                        + " and compares when the other seven have their last outcome.")
final class NeighboursCommand implements Callable<Integer> {

    @Mixin
    private Console console;

    @Option(names = "--accounts", paramLabel = "N", defaultValue = "200", description = "Accounts of the organization.")
    private int accounts;

    @Option(
            names = "--turns",
            paramLabel = "N",
            defaultValue = "5",
            description = "Sweeps of each, after one to get warm.")
    private int turns;

    @Override
    public Integer call() {
        console.requireAtLeast(1, "--turns", turns);
        console.requireAtLeast(ChaosCommand.FEWEST_ACCOUNTS, "--accounts", accounts);
        List<Double> ratios = new ArrayList<>();
        try (World world = World.forRounds()) {
            Neighbours neighbours = new Neighbours(world, accounts);
            console.say("%d accounts, %d of them broken in one arm", accounts, accounts - neighbours.others());
            neighbours.sweepWhereAllIsWell();
            neighbours.sweepWithBrokenAccounts();
            for (int turn = 1; turn <= turns; turn++) {
                double well = neighbours.sweepWhereAllIsWell();
                double broken = neighbours.sweepWithBrokenAccounts();
                ratios.add(broken / well);
                console.say(
                        "turn %d: the others are done after %.1f s where all is well, %.1f s among broken ones, ratio %.2f",
                        turn, well, broken, ratios.getLast());
            }
        }
        ratios.sort(null);
        console.say("median ratio %.2f", ratios.get(ratios.size() / 2));
        return 0;
    }
}
