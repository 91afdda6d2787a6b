package io.sharewell.chaos.round;

import io.sharewell.chaos.checker.Evidence;
import io.sharewell.chaos.checker.LedgerChecker;
import io.sharewell.chaos.checker.Records;
import io.sharewell.chaos.faults.Fault;
import io.sharewell.chaos.faults.Findings;
import io.sharewell.chaos.faults.Scene;
import io.sharewell.chaos.round.Schedule.Entry;
import io.sharewell.chaos.world.Groups;
import io.sharewell.chaos.world.Progress;
import io.sharewell.chaos.world.Services;
import io.sharewell.chaos.world.World;
import io.sharewell.events.ledger.SweepLedger;
import io.sharewell.simulator.GeneratedOrganization;
import io.sharewell.simulator.organization.OrganizationFile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;

/** One sweep over an organization of its own, with what the schedule has go wrong, and what the checker says of it. */
public final class Round {

    private static final int WORKLOADS_PER_ACCOUNT = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final World world;
    private final Services services;
    private final Schedule schedule;
    private final Consumer<String> log;

    /** @param log takes a line for each fault that struck */
    public Round(World world, Services services, Schedule schedule, Consumer<String> log) {
        this.world = world;
        this.services = services;
        this.schedule = schedule;
        this.log = log;
    }

    /** Runs it; afterwards all services are there again, and no fault is left. */
    public RoundResult run() {
        Instant begin = Instant.now();
        services.awaitReady();
        world.admin().organization(organization());
        Map<TopicPartition, Long> beginnings = Records.ends(world.bootstrapServers());
        schedule.entries().forEach(entry -> entry.fault().prepare(world.admin()));
        Findings findings = new Findings();
        try (Progress progress = new Progress(world, services.sweep())) {
            Scene scene = new Scene(world, services, new Groups(world), progress, beginnings, findings);
            strikeAll(scene);
            if (!progress.await(progress::hasEnded, PATIENCE)) {
                findings.violation("the sweep did not end within " + PATIENCE);
            }
            world.admin().clearFaults();
            services.fallen().forEach(findings::violation);
            Evidence evidence = world.evidenceSince(beginnings);
            List<String> violations = new ArrayList<>(LedgerChecker.violations(evidence));
            violations.addAll(LedgerChecker.notDead(evidence, findings.condemned()));
            violations.addAll(LedgerChecker.notTold(evidence, findings.expected()));
            violations.addAll(findings.violations());
            return new RoundResult(
                    schedule,
                    violations,
                    progress.sweep(SweepLedger::report),
                    evidence.shares().size(),
                    Duration.between(begin, Instant.now()));
        }
    }

    private OrganizationFile organization() {
        OrganizationFile organization =
                GeneratedOrganization.of(schedule.accounts(), WORKLOADS_PER_ACCOUNT, schedule.seed());
        for (Entry entry : schedule.entries()) {
            organization = entry.fault().alter(organization);
        }
        return organization;
    }

    /** Each fault waits for its moment on its own: so one may come in the middle of another. */
    private void strikeAll(Scene scene) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> strikes = new ArrayList<>();
            for (Entry entry : schedule.entries()) {
                strikes.add(threads.submit(() -> strike(entry, scene)));
            }
            for (Future<?> strike : strikes) {
                await(strike, scene.findings());
            }
        }
    }

    private static void await(Future<?> strike, Findings findings) {
        try {
            strike.get();
        } catch (ExecutionException e) {
            findings.violation("a fault could not be made: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void strike(Entry entry, Scene scene) {
        Progress progress = scene.progress();
        boolean inTime = entry.at() == 0 || progress.await(() -> progress.statements() >= entry.at(), PATIENCE);
        if (!inTime && progress.hasEnded()) {
            log.accept("%s: the sweep was over before".formatted(entry.fault()));
            return;
        }
        Fault fault = entry.fault();
        long at = progress.statements();
        Instant begin = Instant.now();
        String outcome = fault.strike(scene);
        log.accept("at %4d statements, for %.1f s, %s: %s"
                .formatted(at, Duration.between(begin, Instant.now()).toMillis() / 1000.0, fault, outcome));
    }
}
