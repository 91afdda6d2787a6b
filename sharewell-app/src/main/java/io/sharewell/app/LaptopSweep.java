package io.sharewell.app;

import io.sharewell.app.view.ReportFile;
import io.sharewell.discovery.domain.SweepConductor;
import io.sharewell.discovery.domain.SweepRequest;
import io.sharewell.events.ledger.SweepReport;
import io.sharewell.platform.EmbeddedKafka;
import io.sharewell.platform.EmbeddedKafkaOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The four services, a broker and what a command wants of them, from the start of the broker to its end. */
final class LaptopSweep {

    private static final List<Duration> RETRY_DELAYS =
            List.of(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(2));

    private final Console console;
    private final Optional<Path> brokerDir;
    private final Optional<Path> report;

    LaptopSweep(Console console, Optional<Path> brokerDir, Optional<Path> report) {
        this.console = console;
        this.brokerDir = brokerDir;
        this.report = report;
    }

    /** What a command does once sweeps can be run; gives the exit status. */
    @FunctionalInterface
    interface Task {
        int run(Sweeps sweeps) throws InterruptedException;
    }

    /** Runs sweeps, or goes on with what an earlier command left. */
    @FunctionalInterface
    interface Sweeps {
        SweepReport run(SweepRequest request) throws InterruptedException;
    }

    /** @param fingerprint what must be the same for an unfinished sweep to be gone on with */
    int run(RunSettings settings, List<String> fingerprint, Task task) {
        report.ifPresent(ReportFile::check);
        try (CtrlC ctrlC = new CtrlC();
                Workspace workspace = Workspace.in(brokerDir);
                EmbeddedKafka kafka = EmbeddedKafka.start(EmbeddedKafkaOptions.keptIn(workspace.folder("kafka")))) {
            Map<String, String> byName =
                    settings.byName(kafka.bootstrapServers(), workspace.folder("keysets"), RETRY_DELAYS);
            EarlierRun earlier = new EarlierRun(workspace, String.join("\n", fingerprint));
            earlier.clearUp(kafka.bootstrapServers());
            return OneJvm.run(byName, earlier, conductor -> {
                earlier.takeOver();
                WatchedSweep sweep = new WatchedSweep(conductor, console, Clock.systemUTC(), ctrlC);
                return task.run(request -> run(request, conductor, sweep, earlier));
            });
        }
    }

    private static SweepReport run(
            SweepRequest request, SweepConductor conductor, WatchedSweep sweep, EarlierRun earlier)
            throws InterruptedException {
        Optional<String> unfinished = earlier.unfinished(conductor, request.purpose());
        return unfinished.isPresent() ? sweep.watch(unfinished.get()) : sweep.run(request);
    }
}
