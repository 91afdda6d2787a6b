package io.sharewell.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.chaos.world.SimulatorAdmin;
import io.sharewell.platform.process.JavaProcess;
import io.sharewell.simulator.AwsSimulator;
import io.sharewell.simulator.GeneratedOrganization;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./sharewell run}, stopped in the middle by its user or by force, and begun again. */
class InterruptedRunIT {

    private static final int WORKLOADS = 20 * 5;
    private static final Pattern SOME_WORKLOADS = Pattern.compile(" workloads [1-9]");

    @TempDir
    private Path folder;

    @Test
    void ctrlCEndsItInGoodOrderAndSaysWhatWasDone() throws Exception {
        try (AwsSimulator aws = aws()) {
            SimulatorAdmin admin = new SimulatorAdmin(aws.adminEndpoint());
            Path report = folder.resolve("report.json");
            LaptopRun run;
            keepItBusy(admin);
            try (JavaProcess process = LaptopRun.start(aws, report)) {
                awaitShares(admin);
                awaitTheRunHasHeardOfOne(process);
                process.interrupt();
                run = LaptopRun.end(process, report);
            }
            assertThat(run.report().has("complete")).as(run.errors()).isTrue();
            assertThat(run.complete()).isFalse();
            assertThat(run.output()).contains("NOT COMPLETE");
            assertThat(run.shared()).isNotEmpty().isSubsetOf(LaptopRun.sharedAt(admin));
            assertThat(run.errors()).doesNotContain("\tat ");
        }
    }

    @Test
    void theSameCommandGoesOnWhereAKilledOneWas() throws Exception {
        try (AwsSimulator aws = aws()) {
            SimulatorAdmin admin = new SimulatorAdmin(aws.adminEndpoint());
            String broker = folder.resolve("broker").toString();
            kill(aws, admin, broker);
            Instant killed = Instant.now();

            LaptopRun run = LaptopRun.of(aws, folder.resolve("report.json"), "--broker-dir", broker);

            assertThat(run.status()).as(run.errors()).isZero();
            assertThat(Instant.parse(run.report().path("startedAt").asText()))
                    .as("the killed command's sweep")
                    .isBefore(killed);
            assertThat(run.shared()).isEqualTo(LaptopRun.sharedAt(admin)).hasSize(WORKLOADS);
            assertThat(admin.shares()).as("no workload has a second share").hasSize(WORKLOADS);
        }
    }

    @Test
    void anotherCommandLeavesTheWorkOfAKilledOneAlone() throws Exception {
        try (AwsSimulator aws = aws()) {
            SimulatorAdmin admin = new SimulatorAdmin(aws.adminEndpoint());
            String broker = folder.resolve("broker").toString();
            listForEver(admin);
            kill(aws, admin, broker);
            admin.resetCalls();

            LaptopRun run = LaptopRun.of(aws, folder.resolve("report.json"), "--broker-dir", broker, "--plan");

            assertThat(run.status()).as(run.errors()).isZero();
            assertThat(run.report().path("mode").asText()).isEqualTo("PLAN");
            assertThat(run.report().at("/workloads/found").asInt()).isEqualTo(WORKLOADS);
            assertThat(admin.shareWrites()).as(run.output() + run.errors()).isZero();
            assertThat(admin.calls("organizations.ListAccounts"))
                    .as("the accounts are listed for this sweep, and not for the killed one again")
                    .isEqualTo(1);
        }
    }

    private static AwsSimulator aws() {
        return LaptopRun.aws(GeneratedOrganization.of(20, 5, 13), Duration.ofMillis(10));
    }

    /** Every third workload or so must wait for seconds on the retry ladder: the sweep is caught in the middle. */
    private static void keepItBusy(SimulatorAdmin admin) {
        admin.fault("""
                {"service": "wellarchitected", "operation": "CreateWorkloadShare", "probability": 0.7, "seed": 13, "kind": "error",
                 "code": "ThrottlingException"}""");
    }

    /** A sweep whose listing is not over is the one that a restart would list again. */
    private static void listForEver(SimulatorAdmin admin) {
        admin.fault("""
                {"service": "organizations", "operation": "ListAccountsForParent", "kind": "error",
                 "code": "TooManyRequestsException"}""");
    }

    private void kill(AwsSimulator aws, SimulatorAdmin admin, String broker) {
        keepItBusy(admin);
        try (JavaProcess process = LaptopRun.start(aws, folder.resolve("killed.json"), "--broker-dir", broker)) {
            awaitShares(admin);
            process.kill();
        }
        awaitTheEndOfWhatWasUnderWay(admin);
        admin.clearFaults();
        assertThat(admin.shares()).as("it was killed in the middle").hasSizeLessThan(WORKLOADS);
    }

    /** AWS knows of a share before the run does: its progress tells when it has heard of one. */
    private static void awaitTheRunHasHeardOfOne(JavaProcess run) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> SOME_WORKLOADS.matcher(run.output() + run.errors()).find());
    }

    /** Whoever asked for them is gone, but AWS still answers the calls that had reached it. */
    private static void awaitTheEndOfWhatWasUnderWay(SimulatorAdmin admin) {
        AtomicLong last = new AtomicLong(-1);
        Awaitility.await()
                .during(Duration.ofSeconds(1))
                .until(() -> last.getAndSet(admin.calls("wellarchitected.CreateWorkloadShare")) == last.get());
    }

    private static void awaitShares(SimulatorAdmin admin) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> admin.calls("wellarchitected.CreateWorkloadShare") > WORKLOADS / 3);
    }
}
