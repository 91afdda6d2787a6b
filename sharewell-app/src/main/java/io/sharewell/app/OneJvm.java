package io.sharewell.app;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.sharewell.app.view.ExitStatus;
import io.sharewell.discovery.domain.SweepConductor;
import io.sharewell.discovery.messaging.EarlierSweeps;
import io.sharewell.discovery.messaging.LedgerFeed;
import io.sharewell.messaging.SettingsCheck;
import io.sharewell.writer.WriterSettings;
import io.smallrye.config.ConfigValidationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.Logger;

/** The four services in this JVM, for as long as a task needs them. */
final class OneJvm {

    private static final AtomicReference<Map<String, String>> SETTINGS = new AtomicReference<>(Map.of());
    private static final AtomicReference<EarlierSweeps> EARLIER = new AtomicReference<>(_ -> {});
    private static final AtomicReference<Task> TASK = new AtomicReference<>();
    private static final AtomicReference<Throwable> FAILURE = new AtomicReference<>();
    private static final AtomicReference<Integer> STATUS = new AtomicReference<>();

    // Where Quarkus ends before it can log, it names what it lost; held for good, or the level is lost with the logger
    private static final Logger MANAGEMENT = Logger.getLogger("javax.management");

    private OneJvm() {}

    /** What to do while the services run; gives the exit status. */
    @FunctionalInterface
    interface Task {
        int run(SweepConductor conductor) throws Exception;
    }

    /**
     * Starts the services, runs the task, and stops them.
     *
     * @param settings of the services, by name
     * @throws Failures.SetUpException if they do not start
     */
    static int run(Map<String, String> settings, Task task) {
        return run(settings, _ -> {}, task);
    }

    /** @param earlier decides on sweeps that an earlier process left without an end */
    static int run(Map<String, String> settings, EarlierSweeps earlier, Task task) {
        settings.forEach((name, value) -> System.setProperty(name, literally(value)));
        SETTINGS.set(settings);
        MANAGEMENT.setLevel(Level.INFO);
        EARLIER.set(earlier);
        TASK.set(task);
        Quarkus.run(Application.class, (status, failure) -> FAILURE.set(failure));
        Throwable failure = FAILURE.get();
        if (failure != null && STATUS.get() == null) {
            throw asSetUp(failure);
        }
        return STATUS.get() == null ? ExitStatus.NOT_COMPLETE : STATUS.get();
    }

    /** Without it, <code>${…}</code> in a path would be taken for the name of another setting. */
    static String literally(String value) {
        return value.replace("$", "\\$");
    }

    private static RuntimeException asSetUp(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConfigurationException wrong) {
                return new Failures.SetUpException(wrong.getMessage());
            }
            if (cause instanceof ConfigValidationException wrong) {
                return new Failures.SetUpException(IntStream.range(0, wrong.getProblemCount())
                        .mapToObj(i -> wrong.getProblem(i).getMessage())
                        .map(problem -> "\n - " + problem.replaceFirst("^[\\w.]+Exception: ", ""))
                        .collect(Collectors.joining("", "Wrong settings:", "")));
            }
        }
        return failure instanceof RuntimeException e ? e : new IllegalStateException(failure);
    }

    /** Checked before the services take a record. */
    @ApplicationScoped
    static class Targets implements SettingsCheck {

        private final WriterSettings writer;

        Targets(WriterSettings writer) {
            this.writer = writer;
        }

        @Override
        public List<String> faults() {
            return new OnlyTheseTargets(SETTINGS.get()).faults(writer.targets());
        }
    }

    /** Asked by account-discovery as soon as its ledger knows what is on {@code share-results}. */
    @ApplicationScoped
    static class Earlier implements EarlierSweeps {

        @Override
        public void decide(SweepConductor conductor) throws InterruptedException {
            EARLIER.get().decide(conductor);
        }
    }

    /** What Quarkus runs once everything is started. */
    public static final class Application implements QuarkusApplication {

        private final SweepConductor conductor;
        private final LedgerFeed ledger;

        Application(SweepConductor conductor, LedgerFeed ledger) {
            this.conductor = conductor;
            this.ledger = ledger;
        }

        @Override
        public int run(String... args) throws Exception {
            ledger.awaitCaughtUp();
            STATUS.set(TASK.get().run(conductor));
            return 0;
        }
    }
}
