package io.sharewell.simulator.speed;

import com.sun.management.OperatingSystemMXBean;
import io.sharewell.simulator.cloud.Regions;
import io.sharewell.simulator.organization.AccountFile;
import io.sharewell.simulator.organization.OrganizationFile;
import io.sharewell.simulator.organization.PermissionType;
import io.sharewell.simulator.organization.RegionWorkloads;
import io.sharewell.simulator.organization.ShareStatus;
import io.sharewell.simulator.server.Simulation;
import io.sharewell.simulator.wellarchitected.HexId;
import io.sharewell.simulator.wellarchitected.RegionalWorkloads;
import io.sharewell.simulator.wellarchitected.ShareRequest;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;

/**
 * What 10,000 accounts with 3 workloads in each of 20 Regions take: 600,000 workloads.
 *
 * <p>{@code write FILE} writes the organization as YAML or, if the file's name says so, JSON; {@code load FILE}
 * loads it in a fresh JVM, and then shares every single workload as CreateWorkloadShare does.
 */
final class Scale {

    private static final int ACCOUNTS = 10_000;
    private static final int WORKLOADS = 3;

    private Scale() {}

    public static void main(String[] arguments) throws IOException {
        var file = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "write" -> write(file);
            case "load" -> load(file);
            default -> throw new IllegalArgumentException("write FILE or load FILE");
        }
    }

    private static void write(Path file) throws IOException {
        boolean json = file.toString().endsWith(".json");
        try (var out = Files.newBufferedWriter(file)) {
            if (json) {
                out.write(organization().toJson());
                return;
            }
            out.write("accounts:\n");
            for (int i = 0; i < ACCOUNTS; i++) {
                out.write("  - id: \"" + id(i) + "\"\n    name: account-" + i + "\n    workloads:\n");
                for (var region : Regions.WELL_ARCHITECTED) {
                    out.write("      " + region + ": " + WORKLOADS + "\n");
                }
            }
        }
    }

    private static OrganizationFile organization() {
        var accounts = new ArrayList<AccountFile>();
        for (int i = 0; i < ACCOUNTS; i++) {
            Map<String, RegionWorkloads> workloads = new TreeMap<>();
            Regions.WELL_ARCHITECTED.forEach(it -> workloads.put(it, RegionWorkloads.generated(WORKLOADS)));
            accounts.add(AccountFile.of(id(i), "account-" + i, null).withWorkloads(workloads));
        }
        return OrganizationFile.of(null, accounts);
    }

    private static String id(int number) {
        return String.valueOf(500_000_000_000L + number);
    }

    private static void load(Path file) {
        var simulation = new Simulation(OrganizationFile.read(file), it -> it, 20_000);
        long took = System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime();
        System.out.printf(
                "loaded %d ms after the JVM's start, with %d ms of CPU: %d MB%n", took, cpuMillis(), usedMegabytes());
        long shares = shareAll(simulation);
        System.out.printf("with %d shares: %d MB%n", shares, usedMegabytes());
        if (simulation.world() == null) {
            throw new IllegalStateException("It must live until here");
        }
    }

    private static long shareAll(Simulation simulation) {
        var workloads = simulation.world().workloads();
        var request = new ShareRequest("333333333333", PermissionType.READONLY, ShareStatus.PENDING, null);
        long shares = 0;
        for (int i = 0; i < ACCOUNTS; i++) {
            for (var region : Regions.WELL_ARCHITECTED) {
                var home = workloads.of(id(i), region);
                var ids = new ArrayList<HexId>();
                home.visit(0, (_, workload) -> ids.add(workload.id()));
                for (var each : ids) {
                    remember(home, "token-" + shares, workloads.share(home, each, request, Instant.now()));
                    shares++;
                }
            }
        }
        return shares;
    }

    private static void remember(RegionalWorkloads home, String token, Object share) {
        home.tokens().remember("CreateWorkloadShare", token, token.hashCode(), share);
    }

    private static long cpuMillis() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1_000_000;
    }

    private static long usedMegabytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }
}
