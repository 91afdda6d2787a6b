package io.sharewell.chaos.neighbours;

import io.sharewell.chaos.checker.Reading;
import io.sharewell.chaos.checker.Records;
import io.sharewell.chaos.faults.BrokenAccounts;
import io.sharewell.chaos.world.Progress;
import io.sharewell.chaos.world.Services;
import io.sharewell.chaos.world.World;
import io.sharewell.events.ShareResult;
import io.sharewell.events.ShareResult.SweepStarted;
import io.sharewell.simulator.GeneratedOrganization;
import io.sharewell.simulator.organization.AccountFile;
import io.sharewell.simulator.organization.OrganizationFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** One organization in two states, and the accounts that are the same in both. */
final class Neighbours {

    private static final int WORKLOADS_PER_ACCOUNT = 3;
    /** Breaks 60 of 200. */
    private static final long SEED = 8;

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Of the broken ones, every other has its role, but AWS does not serve it: these cost the most. */
    private static final List<Map<String, Object>> TROUBLES = List.of(
            Map.of("kind", "hang"),
            Map.of("kind", "error", "status", 500),
            Map.of("kind", "error", "code", "ThrottlingException", "status", 429));

    private final World world;
    private final Services services;
    private final OrganizationFile well;
    private final OrganizationFile broken;
    private final Set<String> others = new HashSet<>();
    private final Set<String> unserved = new HashSet<>();

    Neighbours(World world, Services services, int accounts) {
        this.world = world;
        this.services = services;
        this.well = GeneratedOrganization.of(accounts, WORKLOADS_PER_ACCOUNT, SEED);
        OrganizationFile altered = new BrokenAccounts(SEED).alter(well);
        List<AccountFile> files = new ArrayList<>();
        int brokenOnes = 0;
        for (int i = 0; i < accounts; i++) {
            AccountFile before = well.accounts().get(i);
            AccountFile after = altered.accounts().get(i);
            if (after.equals(before)) {
                others.add(before.id());
            } else {
                brokenOnes++;
                if (brokenOnes % 2 == 0) {
                    unserved.add(before.id());
                }
            }
            files.add(unserved.contains(before.id()) ? before : after);
        }
        this.broken = altered.withAccounts(files);
    }

    /** How many accounts are well in both. */
    int others() {
        return others.size();
    }

    /** Seconds from the sweep's start to the last outcome of the accounts that are well in both. */
    double sweepWhereAllIsWell() {
        return sweep(well, Set.of());
    }

    double sweepWithBrokenAccounts() {
        return sweep(broken, unserved);
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
                when others.contains(it.accountId().value()) -> end = Math.max(end, record.timestamp());
                case null, default -> {}
            }
        }
        return (end - begin) / 1000.0;
    }
}
