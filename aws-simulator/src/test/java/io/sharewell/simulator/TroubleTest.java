package io.sharewell.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sharewell.simulator.organization.OrganizationFile;
import io.sharewell.simulator.organization.RateLimitsFile;
import io.sharewell.simulator.organization.RateLimitsFile.Bucket;
import io.sharewell.simulator.organization.RateLimitsFile.Limit;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.organizations.model.TooManyRequestsException;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClient;
import software.amazon.awssdk.services.wellarchitected.model.InternalServerException;
import software.amazon.awssdk.services.wellarchitected.model.ThrottlingException;

/** Rate limits, latency and faults. */
class TroubleTest {

    @Test
    void throttlesListAccountsAsAwsPublishesIt() {
        try (var sim = Sim.start(SimulatorOptions.of(Orgs.with()))) {
            var client = sim.organizations();
            int admitted = 0;
            TooManyRequestsException refused = null;
            for (int i = 0; i < 40 && refused == null; i++) {
                try {
                    client.listAccounts(_ -> {});
                    admitted++;
                } catch (TooManyRequestsException e) {
                    refused = e;
                }
            }

            assertThat(refused).isNotNull();
            assertThat(admitted).isBetween(12, 20);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.isThrottlingException()).isTrue();
            sim.advance("PT2S");
            assertThat(client.listAccounts(_ -> {}).accounts()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "sts.*, 400, Throttling",
        "ssm.*, 400, ThrottlingException",
        "account.ListRegions, 429, TooManyRequestsException",
        "account.*, 429, TooManyRequestsException",
        "organizations.ListRoots, 400, TooManyRequestsException",
        "organizations.*, 400, TooManyRequestsException",
        "wellarchitected.*, 429, ThrottlingException",
    })
    void throttlesEachServiceInItsOwnWay(String limit, int status, String code) {
        var limits = new RateLimitsFile(true, Map.of(limit, new Limit(new Bucket(0.001, 1), null)));
        try (var sim = Sim.start(SimulatorOptions.of(Orgs.with().withRateLimits(limits)))) {
            call(sim, limit);

            assertThatExceptionOfType(AwsServiceException.class)
                    .isThrownBy(() -> call(sim, limit))
                    .satisfies(it -> assertThat(it.statusCode()).isEqualTo(status))
                    .satisfies(
                            it -> assertThat(it.awsErrorDetails().errorCode()).isEqualTo(code))
                    .satisfies(it -> assertThat(it.isThrottlingException()).isTrue());
        }
    }

    static void call(Sim sim, String limit) {
        switch (limit.substring(0, limit.indexOf('.'))) {
            case "sts" -> sim.sts().getCallerIdentity();
            case "ssm" -> sim.ssm().getParametersByPath(it -> it.path("/x"));
            case "account" -> sim.account(Sim.AUTOMATION).listRegions(_ -> {});
            case "organizations" -> sim.organizations().listRoots(_ -> {});
            default -> sim.wellArchitected(Sim.REVIEWER).listWorkloads(_ -> {});
        }
    }

    @Test
    void hasABucketPerAccountForWellArchitected() {
        var limits = new RateLimitsFile(true, Map.of("wellarchitected.*", new Limit(new Bucket(0.001, 1), null)));
        try (var sim = Sim.start(SimulatorOptions.of(Orgs.with(Orgs.owner()).withRateLimits(limits)))) {
            sim.wellArchitected(Sim.REVIEWER).listWorkloads(_ -> {});

            assertThat(sim.wellArchitectedOf(Orgs.MEMBER).listWorkloads(_ -> {}).workloadSummaries())
                    .hasSize(1);
        }
    }

    @Test
    void answersLateWithoutHoldingUpOthers() {
        var organization = Orgs.with(Orgs.owner());
        try (var sim =
                Sim.start(SimulatorOptions.of(organization).withoutRateLimits().withLatency(Duration.ofMillis(250)))) {
            var client = sim.organizations();
            long start = System.nanoTime();
            var calls = new CompletableFuture<?>[8];
            for (int i = 0; i < calls.length; i++) {
                calls[i] = CompletableFuture.runAsync(
                        () -> client.describeOrganization(_ -> {}), Thread::startVirtualThread);
            }
            CompletableFuture.allOf(calls).join();

            var took = Duration.ofNanos(System.nanoTime() - start);
            assertThat(took).isBetween(Duration.ofMillis(250), Duration.ofMillis(1600));
        }
    }

    @Test
    void givesAnErrorForAsManyCallsAsTold() {
        try (var sim = Sim.start(Orgs.with(Orgs.owner()))) {
            var client = sim.wellArchitectedOf(Orgs.MEMBER);
            sim.admin("POST", "/admin/faults", """
                    {"service": "wellarchitected", "operation": "ListWorkloads", "accountId": "444444444444",
                     "region": "eu-west-1", "kind": "error", "code": "InternalServerException", "count": 2}
                    """);

            for (int i = 0; i < 2; i++) {
                assertThatExceptionOfType(InternalServerException.class)
                        .isThrownBy(() -> client.listWorkloads(_ -> {}))
                        .satisfies(it -> assertThat(it.statusCode()).isEqualTo(500));
            }
            assertThat(client.listWorkloads(_ -> {}).workloadSummaries()).hasSize(1);
            assertThat(sim.admin("/admin/faults").at("/0/struck").asInt()).isEqualTo(2);
        }
    }

    @Test
    void spareCallsThatDoNotFit() {
        try (var sim = Sim.start(Orgs.with(Orgs.owner()))) {
            var client = sim.wellArchitectedOf(Orgs.MEMBER);
            for (var rule : new String[] {
                "{\"service\":\"ssm\",\"kind\":\"error\"}",
                "{\"operation\":\"GetWorkload\",\"kind\":\"error\"}",
                "{\"accountId\":\"555555555555\",\"kind\":\"error\"}",
                "{\"region\":\"us-east-1\",\"kind\":\"error\"}",
                "{\"probability\":0,\"kind\":\"error\"}",
            }) {
                sim.admin("POST", "/admin/faults", rule);
            }

            assertThat(client.listWorkloads(_ -> {}).workloadSummaries()).hasSize(1);
        }
    }

    @Test
    void befallsTheSameCallsForTheSameSeed() {
        assertThat(pattern(5))
                .isEqualTo(pattern(5))
                .isNotEqualTo(pattern(6))
                .contains("x")
                .contains(".");
    }

    private static String pattern(long seed) {
        try (var sim = Sim.start(Orgs.with())) {
            sim.admin("POST", "/admin/faults", "{\"kind\":\"error\",\"probability\":0.5,\"seed\":" + seed + "}");
            var pattern = new StringBuilder();
            for (int i = 0; i < 24; i++) {
                try {
                    sim.sts().getCallerIdentity();
                    pattern.append('.');
                } catch (AwsServiceException _) {
                    pattern.append('x');
                }
            }
            return pattern.toString();
        }
    }

    @Test
    void meansTheRolesAccountWhereARoleIsAssumed() {
        try (var sim = Sim.start(Orgs.with(Orgs.owner(), Orgs.otherMember()))) {
            sim.admin("POST", "/admin/faults", """
                    {"service": "sts", "operation": "AssumeRole", "accountId": "555555555555", "kind": "error",
                     "code": "Throttling", "status": 400}
                    """);

            assertThat(sim.assume(Orgs.MEMBER)).isNotNull();
            assertThatExceptionOfType(AwsServiceException.class)
                    .isThrownBy(() -> sim.assume(Orgs.OTHER_MEMBER))
                    .satisfies(it -> assertThat(it.isThrottlingException()).isTrue());
        }
    }

    @Test
    void dropsTheConnectionBeforeTheEffect() {
        try (var sim = Sim.start(Orgs.with(Orgs.owner()))) {
            assertThat(createUnder(sim, "dropBefore")).isInstanceOf(SdkClientException.class);

            assertThat(sim.admin("/admin/shares")).isEmpty();
            assertThat(sim.admin("/admin/calls")
                            .at("/wellarchitected.CreateWorkloadShare/errors/Dropped")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void dropsTheConnectionAfterTheEffectAndTheRepeatedTokenFindsIt() {
        try (var sim = Sim.start(Orgs.with(Orgs.owner()))) {
            assertThat(createUnder(sim, "dropAfter")).isInstanceOf(SdkClientException.class);
            assertThat(sim.admin("/admin/shares")).hasSize(1);

            var shareId = create(sim.wellArchitectedOf(Orgs.MEMBER));

            assertThat(sim.admin("/admin/shares")).hasSize(1);
            assertThat(sim.admin("/admin/shares").at("/0/shareId").asText()).isEqualTo(shareId);
        }
    }

    @Test
    void breaksAnAnswerOffInTheMiddle() {
        try (var sim = Sim.start(Orgs.with(Orgs.owner()))) {
            assertThat(createUnder(sim, "truncate")).isInstanceOf(SdkClientException.class);

            assertThat(sim.admin("/admin/shares")).hasSize(1);
        }
    }

    private static Throwable createUnder(Sim sim, String kind) {
        var client = sim.wellArchitectedOf(Orgs.MEMBER);
        sim.admin(
                "POST",
                "/admin/faults",
                "{\"operation\":\"CreateWorkloadShare\",\"count\":1,\"kind\":\"" + kind + "\"}");
        return org.assertj.core.api.Assertions.catchThrowable(() -> create(client));
    }

    private static String create(WellArchitectedClient client) {
        var workload =
                client.listWorkloads(_ -> {}).workloadSummaries().getFirst().workloadId();
        return client.createWorkloadShare(it -> it.workloadId(workload)
                        .sharedWith(Sim.REVIEWS)
                        .permissionType("READONLY")
                        .clientRequestToken("one-and-the-same"))
                .shareId();
    }

    @Test
    void neverAnswersAndYetAnswersOthers() {
        try (var sim = Sim.start(Orgs.with(Orgs.owner()))) {
            sim.admin("POST", "/admin/faults", "{\"operation\":\"ListRoots\",\"kind\":\"hang\"}");

            assertThatExceptionOfType(ApiCallTimeoutException.class).isThrownBy(() -> sim.organizations()
                    .listRoots(it -> it.overrideConfiguration(o -> o.apiCallTimeout(Duration.ofMillis(300)))));
            assertThat(sim.organizations().listAccounts(_ -> {}).accounts()).isNotEmpty();
            assertThat(sim.admin("/admin/calls")
                            .at("/organizations.ListRoots/errors/Hung")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void delaysACall() {
        try (var sim = Sim.start(Orgs.with())) {
            sim.admin(
                    "POST",
                    "/admin/faults",
                    "{\"operation\":\"GetCallerIdentity\",\"kind\":\"delay\",\"delay\":\"300ms\"}");
            long start = System.nanoTime();

            sim.sts().getCallerIdentity();

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(290));
        }
    }

    @Test
    void takesAFaultBack() {
        try (var sim = Sim.start(Orgs.with())) {
            sim.admin(
                    "POST",
                    "/admin/faults",
                    "{\"id\":\"f\",\"kind\":\"error\",\"code\":\"ThrottlingException\",\"status\":429}");
            assertThatExceptionOfType(ThrottlingException.class)
                    .isThrownBy(() -> sim.wellArchitected(Sim.REVIEWER).listWorkloads(_ -> {}));

            sim.admin("DELETE", "/admin/faults/f", "");

            assertThat(sim.sts().getCallerIdentity().account()).isEqualTo(OrganizationFile.AUTOMATION_ACCOUNT);
            assertThat(sim.adminRaw("DELETE", "/admin/faults/f", "").statusCode())
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {}                                     | A fault needs a kind
            {"kind": "explode"}                    | not one of the values accepted
            {"kind": "error", "probability": 2}    | between 0 and 1
            {"kind": "delay"}                      | needs a delay
            {"kind": "error", "sevice": "sts"}     | sevice
            {"kind": "delay", "delay": "soon"}     | write it like 50ms
            """)
    void explainsWhatIsWrongWithAFault(String rule, String explanation) {
        try (var sim = Sim.start(Orgs.with())) {
            var answer = sim.adminRaw("POST", "/admin/faults", rule);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains(explanation);
        }
    }
}
