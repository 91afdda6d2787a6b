package io.sharewell.chaos.neighbours;

import io.sharewell.chaos.checker.Reading;
import io.sharewell.chaos.checker.Records;
import io.sharewell.chaos.world.Progress;
import io.sharewell.chaos.world.Services;
import io.sharewell.chaos.world.World;
import io.sharewell.events.ShareResult;
import io.sharewell.events.ShareResult.SweepStarted;
import io.sharewell.simulator.organization.OrganizationFile;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Sweeps one organization in two states, and looks at the accounts that are the same in both. */
public final class Neighbours {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** What AWS does to those that it does not serve, in turn: these cost the most. */
    private static final List<Map<String, Object>> TROUBLES = List.of(
            Map.of("kind", "hang"),
            Map.of("kind", "error", "status", 500),
            Map.of("kind", "error", "code", "ThrottlingException", "status", 429));

    private final World world;
    private final Services services;
    private final TwoStates states;

    public Neighbours(World world, int accounts) {
        this.world = world;
        this.services = new Services(world);
        this.states = TwoStates.of(accounts);
    }

    /** How many accounts are well in both. */
    public int others() {
        return states.others().size();
    }

    /** Seconds from the sweep's start to the last outcome of the accounts that are well in both. */
    public double sweepWhereAllIsWell() {
        return sweep(states.well(), Set.of());
    }

    public double sweepWithBrokenAccounts() {
        return sweep(states.broken(), states.unserved());
    }

    private double sweep(OrganizationFile organization, Set<String> unserved) {
        services.awaitReady();
        world.admin().organization(organization);
        Map<TopicPartition, Long> beginnings = Records.ends(world.bootstrapServers());
        int i = 0;
        for (String account : unserved) {
            Map<String, Object> fault = new HashMap<>(TROUBLES.get(i++ % TROUBLES.size()));
            fault.put("service", "wellarchitected");
            fault.put("accountId", account);
            world.admin().fault(fault);
        }
        try (Progress progress = new Progress(world, services.sweep())) {
            if (!progress.await(progress::hasEnded, PATIENCE)) {
                throw new IllegalStateException("the sweep did not end\n" + world.lastWords());
            }
        }
        world.admin().clearFaults();
        return seconds(Records.since(world.bootstrapServers(), beginnings));
    }

    private double seconds(List<ConsumerRecord<byte[], byte[]>> records) {
        long begin = 0;
        long end = 0;
        for (ConsumerRecord<byte[], byte[]> record : records) {
            switch (Reading.event(record).orElse(null)) {
                case SweepStarted _ -> begin = record.timestamp();
                case ShareResult.OfAccount it
                when states.others().contains(it.accountId().value()) -> end = Math.max(end, record.timestamp());
                case null, default -> {}
            }
        }
        return (end - begin) / 1000.0;
    }
}
