package io.sharewell.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sharewell.chaos.world.SimulatorAdmin;
import io.sharewell.platform.process.JavaProcess;
import io.sharewell.simulator.AwsSimulator;
import io.sharewell.simulator.GeneratedOrganization;
import io.sharewell.simulator.organization.AccountState;
import io.sharewell.simulator.organization.Behaviours;
import io.sharewell.simulator.organization.Behaviours.AcceptedShareUpdate;
import io.sharewell.simulator.organization.Behaviours.DeletedShareTokens;
import io.sharewell.simulator.organization.Behaviours.DuplicateShares;
import io.sharewell.simulator.organization.Behaviours.EmptyPages;
import io.sharewell.simulator.organization.Behaviours.ForeignShareList;
import io.sharewell.simulator.organization.Behaviours.ManagementOptIn;
import io.sharewell.simulator.organization.Behaviours.SelfShare;
import io.sharewell.simulator.organization.Behaviours.StateMembers;
import io.sharewell.simulator.organization.EventualConsistency;
import io.sharewell.simulator.organization.OrganizationFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code ./sharewell run} and {@code demo}, packaged, as a user runs them. */
class OneJvmEndToEndIT {

    @TempDir
    private Path folder;

    private LaptopRun run(AwsSimulator aws, String... options) throws Exception {
        return LaptopRun.of(aws, folder.resolve("report.json"), options);
    }

    private static AwsSimulator aws(OrganizationFile organization) {
        return LaptopRun.aws(organization, Duration.ofMillis(2));
    }

    @Test
    void sharesTheWholeOrganizationWithTheFewestCallsPossible() throws Exception {
        OrganizationFile organization = GeneratedOrganization.of(45, 2, 11);
        try (AwsSimulator aws = aws(organization)) {
            SimulatorAdmin admin = new SimulatorAdmin(aws.adminEndpoint());
            LaptopRun run = LaptopRun.patient(aws, folder.resolve("report.json"));
            assertThat(run.status()).as(run.errors()).isZero();
            assertThat(run.complete()).isTrue();
            assertNumbersAddUp(run.report());
            assertThat(run.shared()).isEqualTo(LaptopRun.sharedAt(admin)).hasSize(90);

            int accounts = run.report().at("/accounts/opened").asInt();
            assertThat(admin.calls("sts.AssumeRole")).isEqualTo(accounts);
            assertThat(admin.calls("organizations.ListAccounts"))
                    .isEqualTo(3 + admin.emptyPages("organizations.ListAccounts"));
            int units = run.report().at("/units/scanned").asInt()
                    + run.report().at("/units/skipped").asInt();
            assertThat(admin.calls("wellarchitected.ListWorkloads"))
                    .isEqualTo(units + admin.emptyPages("wellarchitected.ListWorkloads"));
            assertThat(admin.calls("wellarchitected.CreateWorkloadShare")).isEqualTo(90);
            assertThat(admin.calls("wellarchitected.ListWorkloadShares"))
                    .isEqualTo(90 + admin.emptyPages("wellarchitected.ListWorkloadShares"));

            admin.resetCalls();
            LaptopRun again = run(aws);
            assertThat(again.status()).isZero();
            assertThat(again.report().at("/workloads/actions/NONE").asInt()).isEqualTo(90);
            assertThat(admin.shareWrites()).isZero();
        }
    }

    @Test
    void plansWithoutWriting() throws Exception {
        try (AwsSimulator aws = aws(GeneratedOrganization.of(20, 2, 5))) {
            LaptopRun run = run(aws, "--plan");
            assertThat(run.status()).as(run.errors()).isZero();
            assertThat(run.report().at("/workloads/actions/WOULD_CREATE").asInt())
                    .isEqualTo(40);
            assertThat(new SimulatorAdmin(aws.adminEndpoint()).shares()).isEmpty();
            assertThat(new SimulatorAdmin(aws.adminEndpoint()).shareWrites()).isZero();
        }
    }

    /** Of every switch of the simulator the value that no other test here has. */
    @ParameterizedTest
    @EnumSource(
            value = StateMembers.class,
            names = {"STATE", "STATUS"})
    void givesTheSameResultWhereverAwsIsOtherwiseThanWeThink(StateMembers told) throws Exception {
        Behaviours otherwise = Behaviours.DEFAULTS.with(
                told,
                DuplicateShares.ALLOWED,
                DeletedShareTokens.FORGOTTEN,
                AcceptedShareUpdate.RESETS,
                ForeignShareList.NOT_FOUND,
                SelfShare.ALLOWED,
                EmptyPages.ALWAYS,
                ManagementOptIn.ITSELF,
                new EventualConsistency(null, null, Duration.ofSeconds(5)));
        OrganizationFile organization = GeneratedOrganization.of(20, 1, 3).withBehaviours(otherwise);
        try (AwsSimulator aws = aws(organization)) {
            LaptopRun run = run(aws);
            assertThat(run.status()).as(run.errors()).isZero();
            assertNumbersAddUp(run.report());
            long active = organization.accounts().stream()
                    .filter(account -> account.state() == null || account.state() == AccountState.ACTIVE)
                    .filter(account -> !account.id().equals(organization.managementAccountId()))
                    .count();
            assertThat(run.report().at("/accounts/selected").asLong()).isEqualTo(active);
            assertThat(run.report().at("/accounts/skipped").asLong()).isEqualTo(20 - active);
            assertThat(run.shared())
                    .isEqualTo(LaptopRun.sharedAt(new SimulatorAdmin(aws.adminEndpoint())))
                    .hasSize(20);
        }
    }

    @Test
    void endsWithThreeAndTheCureIfItMayNotListAccounts() throws Exception {
        OrganizationFile organization = GeneratedOrganization.of(10, 1, 3).withDelegatedAdministrators(List.of());
        try (AwsSimulator aws = aws(organization)) {
            LaptopRun run = run(aws);
            assertThat(run.status()).isEqualTo(3);
            assertThat(run.output()).contains("LIST_ACCOUNTS_DENIED").contains("delegated administrator");
            assertThat(run.report().at("/failure/reason").asText()).isEqualTo("LIST_ACCOUNTS_DENIED");
        }
    }

    @Test
    void endsWithFourIfNothingIsSelected() throws Exception {
        try (AwsSimulator aws = aws(GeneratedOrganization.of(10, 1, 3))) {
            LaptopRun run = run(aws, "--accounts", "999999999999");
            assertThat(run.status()).isEqualTo(4);
            assertThat(run.output()).contains("NOTHING_SELECTED");
        }
    }

    @Test
    void doesAllThatTheOriginalsThreePermissionsAllowAndNamesTheRest() throws Exception {
        OrganizationFile demo = GeneratedOrganization.demo(40, 1);
        OrganizationFile original = demo.withAccounts(demo.accounts().stream()
                .filter(account -> account.outsideOrganization() == null)
                .map(account -> account.withRoles(null))
                .toList());
        try (AwsSimulator aws = aws(original)) {
            SimulatorAdmin admin = new SimulatorAdmin(aws.adminEndpoint());
            LaptopRun run = run(aws);
            assertThat(run.status()).as(run.errors()).isEqualTo(2);
            assertNumbersAddUp(run.report());
            assertThat(run.shared()).isEqualTo(LaptopRun.sharedAt(admin));
            Map<String, Set<String>> remedies = new HashMap<>();
            run.report().path("problems").forEach(problem -> remedies.computeIfAbsent(
                            problem.path("reason").asText(), _ -> new HashSet<>())
                    .add(problem.path("remedy").asText()));
            assertThat(remedies)
                    .containsOnlyKeys("DENIED", "REFUSED", "PERMISSION_DIFFERS", "SHARE_FAILED", "QUOTA_REACHED");
            assertThat(remedies.get("DENIED"))
                    .anySatisfy(remedy -> assertThat(remedy).contains("wellarchitected:UpdateWorkloadShare"))
                    .anySatisfy(remedy -> assertThat(remedy).contains("wellarchitected:DeleteWorkloadShare"))
                    .hasSize(2);
        }
    }

    @Test
    void renewsSessionsThatEndInTheMiddleOfTheSweep() throws Exception {
        OrganizationFile organization = GeneratedOrganization.of(20, 5, 13);
        // Slow enough that every account has work left when the clock jumps
        try (AwsSimulator aws = LaptopRun.aws(organization, Duration.ofMillis(60))) {
            SimulatorAdmin admin = new SimulatorAdmin(aws.adminEndpoint());
            Path report = folder.resolve("report.json");
            LaptopRun run;
            try (JavaProcess process = LaptopRun.start(aws, report)) {
                Awaitility.await()
                        .atMost(Duration.ofMinutes(2))
                        .pollInterval(Duration.ofMillis(20))
                        .until(() -> admin.calls("wellarchitected.ListWorkloads") > 40);
                admin.advanceClock("PT2H");
                run = LaptopRun.end(process, report);
            }
            assertThat(run.status()).as(run.errors()).isZero();
            assertThat(run.complete()).isTrue();
            assertThat(run.shared()).isEqualTo(LaptopRun.sharedAt(admin)).hasSize(100);
            int accounts = run.report().at("/accounts/opened").asInt();
            assertThat(admin.calls("sts.AssumeRole")).isBetween((long) accounts + 1, 2L * accounts);
        }
    }

    @Test
    void demoEndsByItselfAndItsSecondSweepWritesNothing() throws Exception {
        Path report = folder.resolve("demo.json");
        List<String> arguments = List.of("demo", "--latency", "2ms", "--report", report.toString());
        LaptopRun demo;
        try (JavaProcess process = JavaProcess.start("sharewell-app", Map.of(), arguments)) {
            demo = LaptopRun.end(process, report);
        }
        assertThat(demo.status()).as(demo.output() + demo.errors()).isZero();
        assertThat(demo.errors()).isBlank();
        assertThat(demo.output())
                .contains("ROLE_NOT_ASSUMABLE")
                .contains("0 Create/Update/Delete calls")
                .contains(report.toString());
        assertNumbersAddUp(demo.report());
    }

    private static void assertNumbersAddUp(JsonNode report) {
        assertThat(report.at("/accounts/selected").asInt())
                .isEqualTo(report.at("/accounts/opened").asInt()
                        + report.at("/accounts/blocked").asInt());
        assertThat(report.at("/units/total").asInt())
                .isEqualTo(report.at("/units/scanned").asInt()
                        + report.at("/units/skipped").asInt()
                        + report.at("/units/failed").asInt());
        assertThat(report.at("/workloads/found").asInt())
                .isEqualTo(report.path("results").size());
        assertThat(report.at("/workloads/problems").asInt())
                .isEqualTo(report.path("problems").size());
    }
}
