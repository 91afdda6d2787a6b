package io.sharewell.benchmark;

import io.sharewell.platform.process.JavaProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Sweeps in a world that stays up, each counted for itself. */
final class SweepRun {

    private final Simulator aws;
    private final Broker broker;
    private final Services services;

    SweepRun(Simulator aws, Broker broker, Services services) {
        this.aws = aws;
        this.broker = broker;
        this.services = services;
    }

    SweepResult sweep(String name) throws InterruptedException {
        aws.resetCalls();
        long bytes = broker.bytes();
        Spent ofServices = services.spent();
        Spent ofBroker = broker.spent();
        Spent ofSimulator = aws.spent();
        SweepTimes times = watched();
        Spent services = this.services.spent();
        Spent broker = this.broker.spent();
        Spent simulator = aws.spent();
        Map<String, Long> calls = aws.calls();
        return new SweepResult(
                name,
                times.seconds(),
                times.counts().getOrDefault("account.opened", 0),
                times.units(),
                times.counts().getOrDefault("workload.result", 0),
                calls,
                aws.fewestCalls(),
                new SweepResult.Cpu(
                        services.cpuSeconds() - ofServices.cpuSeconds(),
                        broker.cpuSeconds() - ofBroker.cpuSeconds(),
                        simulator.cpuSeconds() - ofSimulator.cpuSeconds()),
                new SweepResult.Memory(
                        services.peakMegabytes(),
                        broker.peakMegabytes(),
                        simulator.peakMegabytes(),
                        services.residentMegabytes()),
                this.broker.bytes() - bytes,
                times.perAccount());
    }

    private SweepTimes watched() {
        try (SweepWatch watch = new SweepWatch(broker.bootstrapServers())) {
            return watch.await(services.sweep(), processes());
        }
    }

    private Processes processes() {
        List<JavaProcess> all = new ArrayList<>(services.processes());
        all.add(broker.process());
        all.add(aws.process());
        return new Processes(all);
    }
}
