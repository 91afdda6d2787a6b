package io.sharewell.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.chaos.checker.Evidence;
import io.sharewell.chaos.checker.LedgerChecker;
import io.sharewell.chaos.checker.Reading;
import io.sharewell.chaos.checker.Records;
import io.sharewell.chaos.world.Feed;
import io.sharewell.chaos.world.World;
import io.sharewell.events.SessionRecord;
import io.sharewell.events.ledger.Ledger;
import io.sharewell.events.ledger.SweepReport;
import io.sharewell.platform.process.JavaProcess;
import io.sharewell.seal.Keysets;
import io.sharewell.simulator.GeneratedOrganization;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * An upgrade in the middle of a sweep, as Kubernetes does it: of each service a new one starts, then the old one is told to
 * end; of account-discovery, which is never there twice, the other way round. The keysets are rotated on the way, as
 * docs/operations.md says. Larger by {@code -Dsharewell.rolling.accounts=1000 -Dsharewell.patience=30}.
 */
class RollingRestartIT {

    private static final int ACCOUNTS = Integer.getInteger("sharewell.rolling.accounts", 30);
    private static final int WORKLOADS = ACCOUNTS * 3;

    /** {@code terminationGracePeriodSeconds} of the Deployments. */
    private static final int GRACE_SECONDS = 40;

    /** 128 + 15: a JVM that was told to end, and has. */
    private static final int SIGTERM = 143;

    /** Until all are replaced, the sweep takes its time. */
    private static final String SLOW = """
            {"service": "wellarchitected", "operation": "ListWorkloads", "kind": "delay", "delay": "2s"}""";

    private static final Map<String, String> FEW_AT_ONCE = Map.of("REGION_SCANNER_CONCURRENCY", "4");

    @Test
    void andARotationOfKeysLoseNothingAndDoNothingTwice() throws Exception {
        try (World world = World.of(GeneratedOrganization.of(ACCOUNTS, 3, 31))) {
            Map<String, JavaProcess> services = new LinkedHashMap<>();
            world.admin().fault(SLOW);
            World.SERVICES.forEach(service -> services.put(service, world.service(service, FEW_AT_ONCE)));
            Feed feed = new Feed(world);
            feed.await(ledger -> hasScanned(ledger, 0));
            Keysets.addKey(world.sealKeyset());
            Keysets.addKey(world.grantKeyset());
            replace(List.of("region-scanner", "share-writer", "credential-broker"), services, world, feed);
            Keysets.promote(world.sealKeyset());
            Keysets.promote(world.grantKeyset());
            replace(List.of("credential-broker", "account-discovery"), services, world, feed);
            // All sessions are over: the rest goes on with new ones, sealed with the new key for grants by the old one
            world.admin().advanceClock("PT61M");
            world.admin().clearFaults();
            SweepReport report = feed.awaitEnd();

            assertThat(report.complete()).isTrue();
            assertThat(report.problems()).isEmpty();
            assertThat(report.workloads().found()).isEqualTo(WORKLOADS);
            Evidence evidence = world.evidence();
            LedgerChecker.assertClosed(evidence);
            // Not calls: a record that is delivered twice is answered twice, to one token and with one effect
            assertThat(evidence.shares()).hasSize(WORKLOADS);
            assertThat(world.admin().errors("wellarchitected.CreateWorkloadShare"))
                    .as("to another token, the second would be refused")
                    .doesNotContain("ConflictException");
            assertThat(keysOfSeals(world))
                    .as("sessions of before and after the rotation")
                    .hasSize(2);
        }
    }

    private static void replace(List<String> names, Map<String, JavaProcess> services, World world, Feed feed)
            throws InterruptedException {
        for (String service : names) {
            Ledger before = feed.await(ledger -> hasScanned(ledger, 0));
            assertThat(before.latest().orElseThrow().ended())
                    .as("%s is replaced in the middle of the sweep", service)
                    .isFalse();
            if (service.equals("account-discovery")) {
                end(service, services.get(service));
                start(service, services, world);
            } else {
                JavaProcess old = services.get(service);
                start(service, services, world);
                end(service, old);
            }
        }
    }

    private static void start(String service, Map<String, JavaProcess> services, World world) {
        JavaProcess successor = world.service(service, FEW_AT_ONCE);
        awaitStarted(successor);
        services.put(service, successor);
    }

    private static void end(String service, JavaProcess process) throws InterruptedException {
        assertThat(process.terminate(GRACE_SECONDS, TimeUnit.SECONDS))
                .as("%s ends by itself within the grace period", service)
                .isEqualTo(SIGTERM);
    }

    private static void awaitStarted(JavaProcess process) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .ignoreException(IllegalStateException.class)
                .until(process::httpPort, port -> port > 0);
    }

    /** Tink writes the key's id before what it sealed. */
    private static Set<String> keysOfSeals(World world) {
        return Records.all(world.bootstrapServers()).stream()
                .flatMap(record -> Reading.event(record).stream())
                .filter(SessionRecord.class::isInstance)
                .map(record -> ((SessionRecord) record).session())
                .filter(Objects::nonNull)
                .map(session -> session.sealed().substring(0, 6))
                .collect(Collectors.toSet());
    }

    private static boolean hasScanned(Ledger ledger, int units) {
        return ledger.latest()
                .filter(sweep -> sweep.totals().units().scanned() > units)
                .isPresent();
    }
}
