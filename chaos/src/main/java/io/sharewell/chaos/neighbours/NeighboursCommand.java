package io.sharewell.chaos.neighbours;

import io.sharewell.chaos.world.Services;
import io.sharewell.chaos.world.World;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code chaos neighbours}. */
@Command(
        name = "neighbours",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        exitCodeOnInvalidInput = 64,
        description =
                "Sweeps an organization in which all is well and the same with three accounts in ten broken, in turns,"
                        + " and compares when the other seven have their last outcome.")
public final class NeighboursCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

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
        if (turns < 1 || accounts < 10) {
            throw new ParameterException(spec.commandLine(), "--turns: give at least 1; --accounts: at least 10");
        }
        List<Double> ratios = new ArrayList<>();
        try (World world = World.forRounds()) {
            // Ctrl-C must not leave the services behind
            Runtime.getRuntime().addShutdownHook(new Thread(world::close, "end-of-neighbours"));
            Neighbours neighbours = new Neighbours(world, new Services(world), accounts);
            say("%d accounts, %d of them broken in one arm".formatted(accounts, accounts - neighbours.others()));
            neighbours.sweepWhereAllIsWell();
            neighbours.sweepWithBrokenAccounts();
            for (int turn = 1; turn <= turns; turn++) {
                double well = neighbours.sweepWhereAllIsWell();
                double broken = neighbours.sweepWithBrokenAccounts();
                ratios.add(broken / well);
                say("turn %d: the others are done after %.1f s where all is well, %.1f s among broken ones, ratio %.2f"
                        .formatted(turn, well, broken, ratios.getLast()));
            }
        }
        ratios.sort(null);
        say("median ratio %.2f".formatted(ratios.get(ratios.size() / 2)));
        return 0;
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
