package io.sharewell.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.chaos.checker.LedgerChecker;
import io.sharewell.chaos.world.Feed;
import io.sharewell.chaos.world.SimulatorAdmin;
import io.sharewell.chaos.world.World;
import io.sharewell.events.ledger.Ledger;
import io.sharewell.events.ledger.SweepReport;
import io.sharewell.platform.process.JavaProcess;
import io.sharewell.simulator.GeneratedOrganization;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * An upgrade in the middle of a sweep: of each service a new one starts, then the old one is told to end, as Kubernetes does
 * it. Larger by {@code -Dsharewell.rolling.accounts=1000}.
 */
class RollingRestartIT {

    private static final int ACCOUNTS = Integer.getInteger("sharewell.rolling.accounts", 60);
    private static final int WORKLOADS = ACCOUNTS * 3;

    /** {@code terminationGracePeriodSeconds} of the Deployments. */
    private static final int GRACE_SECONDS = 40;

    /** 128 + 15: a JVM that was told to end, and has. */
    private static final int SIGTERM = 143;

    @Test
    void losesNothingAndDoesNothingTwice() throws Exception {
        try (World world = World.of(GeneratedOrganization.of(ACCOUNTS, 3, 31))) {
            Map<String, JavaProcess> services = new LinkedHashMap<>();
            World.SERVICES.forEach(service -> services.put(service, world.service(service, Map.of())));
            Feed feed = new Feed(world);
            int step = 0;
            for (String service : List.of("region-scanner", "share-writer", "credential-broker", "account-discovery")) {
                int scanned = ACCOUNTS * 3 * ++step;
                Ledger before = feed.await(ledger -> hasScanned(ledger, scanned));
                assertThat(before.latest().orElseThrow().ended())
                        .as("%s is replaced in the middle of the sweep", service)
                        .isFalse();
                JavaProcess successor = world.service(service, Map.of());
                assertThat(services.put(service, successor).terminate(GRACE_SECONDS, TimeUnit.SECONDS))
                        .as("%s ends by itself within the grace period", service)
                        .isEqualTo(SIGTERM);
            }
            SweepReport report = feed.awaitEnd();

            assertThat(report.complete()).isTrue();
            assertThat(report.problems()).isEmpty();
            assertThat(report.workloads().found()).isEqualTo(WORKLOADS);
            LedgerChecker.assertClosed(world.evidence());
            SimulatorAdmin aws = world.admin();
            assertThat(aws.calls("wellarchitected.CreateWorkloadShare")).isEqualTo(WORKLOADS);
        }
    }

    private static boolean hasScanned(Ledger ledger, int units) {
        return ledger.latest()
                .filter(sweep -> sweep.totals().units().scanned() > units)
                .isPresent();
    }
}
