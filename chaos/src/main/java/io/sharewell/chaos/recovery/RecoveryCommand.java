package io.sharewell.chaos.recovery;

import io.sharewell.chaos.world.Services;
import io.sharewell.chaos.world.World;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code chaos recovery}. */
@Command(
        name = "recovery",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        exitCodeOnInvalidInput = 64,
        description =
                "Kills each service with -9 in the middle of a sweep, starts it again at once, and measures the time"
                        + " from its death to the first record that its successor publishes.")
public final class RecoveryCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--times", paramLabel = "N", defaultValue = "10", description = "How often each is killed.")
    private int times;

    @Option(names = "--accounts", paramLabel = "N", defaultValue = "30", description = "Accounts of an organization.")
    private int accounts;

    @Override
    public Integer call() throws InterruptedException {
        if (times < 1 || accounts < 10) {
            throw new ParameterException(spec.commandLine(), "--times: give at least 1; --accounts: at least 10");
        }
        say("%-20s %8s %8s".formatted("service", "median", "worst"));
        try (World world = World.forRounds()) {
            // Ctrl-C must not leave the services behind
            Runtime.getRuntime().addShutdownHook(new Thread(world::close, "end-of-recovery"));
            Recovery recovery = new Recovery(world, new Services(world), accounts);
            for (String service : World.SERVICES) {
                List<Duration> taken = new ArrayList<>();
                for (int i = 0; i < times; i++) {
                    taken.add(recovery.of(service));
                }
                taken.sort(null);
                say("%-20s %6.1f s %6.1f s"
                        .formatted(service, seconds(taken.get(taken.size() / 2)), seconds(taken.getLast())));
            }
        }
        return 0;
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
