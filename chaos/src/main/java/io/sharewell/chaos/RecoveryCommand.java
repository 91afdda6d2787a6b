package io.sharewell.chaos;

import io.sharewell.chaos.recovery.Recovery;
import io.sharewell.chaos.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code chaos recovery}. */
@Command(
        name = "recovery",
        description =
                "Kills each service with -9 in the middle of a sweep, starts it again at once, and measures the time"
                        + " from its death to the first record that its successor publishes.")
final class RecoveryCommand implements Callable<Integer> {

    @Mixin
    private Console console;

    @Option(names = "--times", paramLabel = "N", defaultValue = "10", description = "How often each is killed.")
    private int times;

    @Option(names = "--accounts", paramLabel = "N", defaultValue = "30", description = "Accounts of an organization.")
    private int accounts;

    @Override
    public Integer call() throws InterruptedException {
        console.requireAtLeast(1, "--times", times);
        console.requireAtLeast(ChaosCommand.FEWEST_ACCOUNTS, "--accounts", accounts);
        console.say("%-20s %8s %8s", "service", "median", "worst");
        try (World world = World.forRounds()) {
            Recovery recovery = new Recovery(world, accounts);
            for (String service : World.SERVICES) {
                List<Duration> taken = new ArrayList<>();
                for (int i = 0; i < times; i++) {
                    taken.add(recovery.of(service));
                }
                taken.sort(null);
                console.say(
                        "%-20s %6.1f s %6.1f s",
                        service, seconds(taken.get(taken.size() / 2)), seconds(taken.getLast()));
            }
        }
        return 0;
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
