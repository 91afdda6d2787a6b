package io.sharewell.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.chaos.checker.LedgerChecker;
import io.sharewell.chaos.world.Feed;
import io.sharewell.chaos.world.SimulatorAdmin;
import io.sharewell.chaos.world.SimulatorAdmin.Share;
import io.sharewell.chaos.world.World;
import io.sharewell.events.ledger.Ledger;
import io.sharewell.events.ledger.SweepReport;
import io.sharewell.platform.process.JavaProcess;
import io.sharewell.simulator.GeneratedOrganization;
import io.sharewell.simulator.organization.OrganizationFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The four services, each as its own process. */
class FourProcessesEndToEndIT {

    private static final int ACCOUNTS = 45;
    private static final int WORKLOADS = ACCOUNTS * 3;

    @Test
    void doTheSameAsOneJvmThoughTheScannerIsKilledAndOffForAnHour() {
        try (World world = World.of(GeneratedOrganization.of(ACCOUNTS, 3, 8))) {
            Map<String, JavaProcess> services = new HashMap<>();
            World.SERVICES.forEach(service -> services.put(service, world.service(service, Map.of())));
            Feed feed = new Feed(world);

            feed.await(ledger -> hasScanned(ledger, 100));
            services.get("region-scanner").kill();
            world.admin().advanceClock("PT1H");
            world.service("region-scanner", Map.of());

            assertEverythingIsShared(feed.awaitEnd(), world.admin());
            LedgerChecker.assertClosed(world.evidence());
            assertThat(world.admin().calls("sts.AssumeRole"))
                    .as("a session and its renewal for each account")
                    .isGreaterThan(ACCOUNTS)
                    .isLessThanOrEqualTo(2 * ACCOUNTS);
            awaitMetric(services.get("credential-broker"), "kafka_consumer_fetch_manager_records_lag{");
        }
    }

    /** An alert and the dashboard look at it. It comes within a minute after the first record of a partition. */
    private static void awaitMetric(JavaProcess service, String beginning) {
        URI metrics = URI.create("http://127.0.0.1:" + service.httpPort() + "/q/metrics");
        try (HttpClient http = HttpClient.newHttpClient()) {
            Awaitility.await()
                    .atMost(Feed.PATIENCE)
                    .until(
                            () -> http.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
                                    .body(),
                            all -> all.contains("\n" + beginning));
        }
    }

    @Test
    void completeTheSweepThoughEachIsKilledInTheMiddle() {
        try (World world = World.of(GeneratedOrganization.of(ACCOUNTS, 3, 7))) {
            Map<String, JavaProcess> services = new HashMap<>();
            World.SERVICES.forEach(service -> services.put(service, world.service(service, Map.of())));
            Feed feed = new Feed(world);

            int units = 20;
            for (String service : List.of("account-discovery", "credential-broker", "share-writer", "region-scanner")) {
                int scanned = units;
                Ledger now = feed.await(ledger -> hasScanned(ledger, scanned));
                assertThat(now.latest().orElseThrow().ended())
                        .as("%s is killed in the middle", service)
                        .isFalse();
                services.get(service).kill();
                world.service(service, Map.of());
                units += 20;
            }

            assertEverythingIsShared(feed.awaitEnd(), world.admin());
            LedgerChecker.assertClosed(world.evidence());
        }
    }

    private static boolean hasScanned(Ledger ledger, int units) {
        return ledger.latest()
                .filter(sweep -> sweep.totals().units().scanned() > units)
                .isPresent();
    }

    private static void assertEverythingIsShared(SweepReport report, SimulatorAdmin aws) {
        assertThat(report.complete()).isTrue();
        assertThat(report.problems()).isEmpty();
        assertThat(report.accounts().selected())
                .isEqualTo(report.accounts().opened() + report.accounts().blocked());
        assertThat(report.units().total())
                .isEqualTo(report.units().scanned() + report.units().skipped());
        assertThat(report.units().failed()).isZero();
        assertThat(report.workloads().found()).isEqualTo(WORKLOADS);
        List<Share> shares = aws.shares();
        Set<String> shared = shares.stream()
                .filter(share -> share.sharedWith().equals(OrganizationFile.REVIEWS_ACCOUNT))
                .map(Share::workloadId)
                .collect(Collectors.toSet());
        assertThat(shares).hasSameSizeAs(shared).as("no workload has a second share");
        assertThat(shared)
                .isEqualTo(report.results().stream()
                        .map(result -> result.workloadArn()
                                .substring(result.workloadArn().lastIndexOf('/') + 1))
                        .collect(Collectors.toSet()))
                .hasSize(WORKLOADS);
    }
}
