package io.sharewell.simulator.server;

import io.sharewell.simulator.cloud.Cloud;
import io.sharewell.simulator.cloud.CloudBuilder;
import io.sharewell.simulator.cloud.SimulatorClock;
import io.sharewell.simulator.organization.OrganizationFile;
import io.sharewell.simulator.services.GlobalSettings;
import io.sharewell.simulator.services.Handlers;
import io.sharewell.simulator.trouble.Latencies;
import io.sharewell.simulator.trouble.RateLimiter;
import io.sharewell.simulator.wellarchitected.WorkloadLoader;
import io.sharewell.simulator.wellarchitected.Workloads;

/** One organization with all that is in it, and what it was loaded from. */
public record World(
        OrganizationFile file,
        Cloud cloud,
        Workloads workloads,
        GlobalSettings settings,
        Handlers handlers,
        RateLimiter limiter,
        Latencies latencies) {

    /**
     * Builds the world a file describes.
     *
     * @throws io.sharewell.simulator.organization.OrganizationFileException if the file contradicts itself
     */
    public static World of(OrganizationFile file, SimulatorClock clock) {
        var cloud = CloudBuilder.build(file, clock);
        var workloads = WorkloadLoader.load(file, clock.instant());
        var settings = new GlobalSettings(file, cloud.organization());
        var handlers = new Handlers(cloud, workloads, file.behaviours(), settings);
        var latencies = new Latencies(file.latency(), file.latencies(), file.seed());
        var limiter = new RateLimiter(file.rateLimits());
        return new World(file, cloud, workloads, settings, handlers, limiter, latencies);
    }

    /** The same with full token buckets, and delays from the beginning. */
    World refreshed() {
        var limiter = new RateLimiter(file.rateLimits());
        var latencies = new Latencies(file.latency(), file.latencies(), file.seed());
        return new World(file, cloud, workloads, settings, handlers, limiter, latencies);
    }
}
