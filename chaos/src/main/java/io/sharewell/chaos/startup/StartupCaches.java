package io.sharewell.chaos.startup;

import io.sharewell.chaos.world.Feed;
import io.sharewell.chaos.world.World;
import io.sharewell.events.ledger.SweepReport;
import io.sharewell.platform.process.JavaCommand;
import io.sharewell.platform.process.JavaProcess;
import io.sharewell.simulator.GeneratedOrganization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Lets the four services do one small sweep, and puts what their JVMs learnt beside each {@code quarkus-run.jar}. */
public final class StartupCaches {

    private static final int ACCOUNTS = 12;
    private static final int MINUTES_TO_WRITE = 5;

    private StartupCaches() {}

    /** The services' JVMs get this one's {@code -XX} options. Exits with 1 if the sweep was not complete. */
    public static void main(String[] args) {
        List<String> options = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-XX:"))
                .toList();
        SweepReport report;
        try (World world = World.of(GeneratedOrganization.of(ACCOUNTS, 2, 1))) {
            Map<String, JavaProcess> services = new LinkedHashMap<>();
            World.SERVICES.forEach(
                    service -> services.put(service, world.training(service, unfinished(service), options)));
            report = new Feed(world).awaitEnd();
            List.copyOf(services.entrySet()).parallelStream().forEach(it -> finish(it.getKey(), it.getValue()));
        }
        System.exit(report.complete() ? 0 : 1);
    }

    private static Path unfinished(String service) {
        return JavaCommand.cache(service).resolveSibling("app.aot.unfinished");
    }

    /** Who starts meanwhile finds a whole cache or none. */
    private static void finish(String service, JavaProcess process) {
        try {
            process.terminate(MINUTES_TO_WRITE, TimeUnit.MINUTES);
            Files.move(unfinished(service), JavaCommand.cache(service), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
