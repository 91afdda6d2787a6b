package io.sharewell.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.app.e2e.Admin.Share;
import io.sharewell.events.ledger.SweepReport;
import io.sharewell.simulator.GeneratedOrganization;
import io.sharewell.simulator.organization.OrganizationFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The four services, each as its own process. */
class FourProcessesEndToEndIT {

    private static final int ACCOUNTS = 60;
    private static final int WORKLOADS = 60 * 3;

    @Test
    void shareEveryWorkloadOfTheOrganization() {
        try (World world = World.of(GeneratedOrganization.of(ACCOUNTS, 3, 7))) {
            World.SERVICES.forEach(service -> world.service(service, Map.of()));
            SweepReport report = new Feed(world).awaitEnd();
            assertEverythingIsShared(report, world.admin());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"account-discovery", "credential-broker", "region-scanner", "share-writer"})
    void completeTheSweepWhenOneIsKilledInTheMiddle(String victim) {
        try (World world = World.of(GeneratedOrganization.of(ACCOUNTS, 3, 7))) {
            Map<String, JavaProcess> services = new HashMap<>();
            World.SERVICES.forEach(service -> services.put(service, world.service(service, Map.of())));
            Feed feed = new Feed(world);
            feed.await(ledger -> ledger.latest()
                    .filter(sweep -> sweep.totals().units().scanned() > 20)
                    .isPresent());
            services.get(victim).kill();
            world.service(victim, Map.of());
            assertEverythingIsShared(feed.awaitEnd(), world.admin());
        }
    }

    private static void assertEverythingIsShared(SweepReport report, Admin aws) {
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
