package io.sharewell.chaos.recovery;

import io.sharewell.chaos.world.Progress;
import io.sharewell.chaos.world.Services;
import io.sharewell.chaos.world.World;
import io.sharewell.simulator.GeneratedOrganization;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Kills a service while it has work, and waits for what its successor says. */
public final class Recovery {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int WORKLOADS_PER_ACCOUNT = 3;

    /** What each calls most: slowed down, so that there is work left when it dies. */
    private static final Map<String, Map<String, Object>> SLOW = Map.of(
            "account-discovery", slow("organizations", "ListAccounts"),
            "credential-broker", slow("sts", "AssumeRole"),
            "region-scanner", slow("wellarchitected", "ListWorkloads"),
            "share-writer", slow("wellarchitected", "ListWorkloadShares"));

    private final World world;
    private final Services services;
    private final int accounts;
    private long seed;

    public Recovery(World world, int accounts) {
        this.world = world;
        this.services = new Services(world);
        this.accounts = accounts;
    }

    private static Map<String, Object> slow(String service, String operation) {
        return Map.of("service", service, "operation", operation, "kind", "delay", "delay", "400ms");
    }

    /** From the service's death to its successor's first record. */
    public Duration of(String service) throws InterruptedException {
        services.awaitReady();
        world.admin().organization(GeneratedOrganization.of(accounts, WORKLOADS_PER_ACCOUNT, ++seed));
        world.admin().fault(SLOW.get(service));
        try (Said said = new Said(world.bootstrapServers(), service);
                Progress progress = new Progress(world, services.sweep())) {
            said.awaitRecordAfter(Instant.EPOCH, PATIENCE);
            services.kill(service);
            Instant death = Instant.now();
            services.start(service);
            Duration taken = Duration.between(death, said.awaitRecordAfter(death, PATIENCE));
            world.admin().clearFaults();
            if (!progress.await(progress::hasEnded, PATIENCE)) {
                throw new IllegalStateException("the sweep did not end\n" + world.lastWords());
            }
            return taken;
        }
    }
}
