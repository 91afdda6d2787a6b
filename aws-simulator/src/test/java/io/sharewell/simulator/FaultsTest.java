package io.sharewell.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sharewell.simulator.RawHttp.Raw;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.wellarchitected.model.ConflictException;
import software.amazon.awssdk.services.wellarchitected.model.InternalServerException;

/** Faults by time, after the effect, in the manner of things in front of a service, and those that cannot be. */
class FaultsTest {

    @Test
    void lastsFromItsBeginningToItsEndByTheSimulatorsClock() {
        try (var sim = Sim.start(Orgs.with())) {
            sim.admin("POST", "/admin/faults", "{\"kind\":\"error\",\"after\":\"1h\",\"for\":\"2h\"}");
            var strikes = new ArrayList<Boolean>();

            for (int halfHours = 0; halfHours < 8; halfHours++) {
                strikes.add(catchThrowable(() -> sim.sts().getCallerIdentity()) != null);
                sim.advance("30m");
            }

            assertThat(strikes).isEqualTo(List.of(false, false, true, true, true, true, false, false));
            var armed = sim.admin("/admin/faults").get(0);
            assertThat(armed.path("struck").asInt()).isEqualTo(4);
            assertThat(Duration.between(
                            java.time.Instant.parse(armed.path("from").asText()),
                            java.time.Instant.parse(armed.path("until").asText())))
                    .isEqualTo(Duration.ofHours(2));
        }
    }

    @Test
    void answersAnErrorAfterTheEffectSoThatARepetitionFindsItDone() {
        try (var sim = Sim.start(Orgs.with(Orgs.owner()))) {
            sim.admin("POST", "/admin/faults", """
                    {"operation": "CreateWorkloadShare", "kind": "errorAfter", "code": "InternalServerException",
                     "count": 1}
                    """);

            assertThatExceptionOfType(InternalServerException.class).isThrownBy(() -> share(sim, "token-1"));

            assertThat(sim.admin("/admin/shares")).hasSize(1);
            assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> share(sim, "token-2"));
            assertThat(share(sim, "token-1"))
                    .isEqualTo(sim.admin("/admin/shares").at("/0/shareId").asText());
        }
    }

    @Test
    void leavesAServicesOwnRefusalAsItIs() {
        try (var sim = Sim.start(Orgs.with(Orgs.owner()))) {
            share(sim, "token-1");
            sim.admin("POST", "/admin/faults", "{\"operation\":\"CreateWorkloadShare\",\"kind\":\"errorAfter\"}");

            assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> share(sim, "token-2"));
        }
    }

    private static String share(Sim sim, String token) {
        var client = sim.wellArchitectedOf(Orgs.MEMBER);
        var workload = client.listWorkloads(_ -> {}).workloadSummaries().getFirst();
        return client.createWorkloadShare(it -> it.workloadId(workload.workloadId())
                        .sharedWith(Sim.REVIEWS)
                        .permissionType("READONLY")
                        .clientRequestToken(token))
                .shareId();
    }

    @Test
    void answersAsALoadBalancerDoes() {
        try (var sim = Sim.start(Orgs.with())) {
            sim.admin("POST", "/admin/faults", """
                    {"kind": "error", "status": 503, "body": "<html><h1>503 Service Unavailable</h1></html>"}
                    """);

            assertThatExceptionOfType(AwsServiceException.class)
                    .isThrownBy(() -> sim.organizations().listAccounts(_ -> {}))
                    .satisfies(it -> assertThat(it.statusCode()).isEqualTo(503))
                    .satisfies(it -> assertThat(it.requestId()).isNull());
            assertThat(sim.admin("/admin/calls")
                            .at("/organizations.ListAccounts/errors/HTTP 503")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void givesAnAnswerBitByBitUntilAllOfItIsThere() {
        try (var sim = Sim.start(Orgs.with())) {
            sim.admin("POST", "/admin/faults", "{\"kind\":\"trickle\",\"delay\":\"20ms\"}");

            var accounts = sim.organizations().listAccounts(_ -> {}).accounts();

            assertThat(accounts).hasSize(3);
        }
    }

    @Test
    void beginsAnAnswerAtOnceThatTakesLong() throws IOException {
        var request =
                new Raw("account", "ListRegions", "us-east-1", "POST", "/listRegions", "{\"MaxResults\":50}", Map.of());
        try (var sim = Sim.start(Orgs.with())) {
            sim.admin("POST", "/admin/faults", "{\"kind\":\"trickle\",\"delay\":\"10h\"}");

            try (var body = RawHttp.begin(sim, Sim.AUTOMATION, request).body()) {
                assertThat(body.read()).isEqualTo('{');
                // The next piece is an hour away.
                assertThat(body.available()).isZero();
            }
        }
    }

    @Test
    void tricklesLongerThanAClientWaitsForAllOfIt() {
        try (var sim = Sim.start(Orgs.with())) {
            sim.admin("POST", "/admin/faults", "{\"kind\":\"trickle\",\"delay\":\"1h\"}");

            assertThatExceptionOfType(ApiCallTimeoutException.class).isThrownBy(() -> sim.organizations()
                    .listAccounts(it -> it.overrideConfiguration(o -> o.apiCallTimeout(Duration.ofMillis(300)))));
        }
    }

    @Test
    void takesTimesThatAreSpread() {
        try (var sim = Sim.start(Orgs.with())) {
            var fault = sim.admin(
                    "POST", "/admin/faults", "{\"kind\":\"delay\",\"delay\":{\"median\":\"1ms\",\"p99\":\"9ms\"}}");

            assertThat(fault.path("delay").asText()).isEqualTo("1ms..9ms");
            assertThat(sim.sts().getCallerIdentity().account()).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "sts, AccessDenied, 403",
        "sts, ExpiredToken, 403",
        "sts, ExpiredTokenException, 400",
        "sts, RegionDisabledException, 403",
        "sts, Throttling, 400",
        "sts, InternalFailure, 500",
        "sts, ServiceUnavailable, 503",
        "ssm, AccessDeniedException, 400",
        "ssm, InternalServerError, 500",
        "ssm, ThrottlingException, 400",
        "organizations, UnrecognizedClientException, 400",
        "organizations, ServiceException, 500",
        "account, ExpiredTokenException, 403",
        "account, TooManyRequestsException, 429",
        "wellarchitected, UnrecognizedClientException, 403",
        "wellarchitected, ExpiredTokenException, 403",
        "wellarchitected, ThrottlingException, 429",
        "wellarchitected, InternalFailure, 500",
        "wellarchitected, ServiceUnavailable, 503",
    })
    void answersAnErrorWithTheStatusItHasThere(String service, String code, int status) {
        try (var sim = Sim.start(Orgs.with())) {
            sim.admin("POST", "/admin/faults", """
                    {"service": "%s", "kind": "error", "code": "%s"}""".formatted(service, code));

            assertThatExceptionOfType(AwsServiceException.class)
                    .isThrownBy(() -> TroubleTest.call(sim, service + ".*"))
                    .satisfies(
                            it -> assertThat(it.awsErrorDetails().errorCode()).isEqualTo(code))
                    .satisfies(it -> assertThat(it.statusCode()).isEqualTo(status));
        }
    }

    @Test
    void makesUpNoIdThatIsTaken() {
        try (var sim = Sim.start(Orgs.with())) {
            sim.admin("POST", "/admin/faults", "{\"id\":\"fault-1\",\"kind\":\"hang\"}");

            sim.admin("POST", "/admin/faults", "{\"kind\":\"error\"}");

            assertThat(sim.admin("/admin/faults").findValuesAsText("id")).containsExactly("fault-1", "fault-2");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "organizations, ListAccounts, us-east-1",
        "sts, AssumeRole, ap-northeast-3",
        "wellarchitected, ListWorkloads, me-south-1",
        ", ListTagsForResource, eu-west-1",
        ", , ap-northeast-3"
    })
    void takesARegionInWhichSomethingAnswers(String service, String operation, String region) {
        try (var sim = Sim.start(Orgs.with())) {
            var rule = JsonNodeFactory.instance
                    .objectNode()
                    .put("kind", "hang")
                    .put("service", service)
                    .put("operation", operation)
                    .put("region", region);

            assertThat(sim.admin("POST", "/admin/faults", rule.toString())).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {"kind": "error", "service": "wellarchitectedtool"}           | signing name: organizations, sts
            {"kind": "error", "operation": "ListWorkload"}                | no operation ListWorkload:
            {"kind": "error", "service": "sts", "operation": "ListRoots"} | no operation ListRoots of sts
            {"kind": "error", "accountId": "12"}                          | 12 digits
            {"kind": "error", "region": "eu-west"}                        | write it like eu-west-1
            {"kind": "error", "region": "us-gov-west-1"}                  | No such call is answered in us-gov-west-1
            {"kind": "hang", "service": "organizations", "region": "eu-west-1"} | organizations and account answer in us-east-1
            {"kind": "hang", "operation": "ListRegions", "region": "eu-west-1"} | organizations and account answer in us-east-1
            {"kind": "hang", "service": "wellarchitected", "region": "ap-northeast-3"} | wellarchitected where the Tool is
            {"kind": "error", "count": 0}                                 | DELETE the fault
            {"kind": "error", "for": "0s"}                                | longer than nothing
            {"kind": "error", "after": "PT-1S"}                           | a time to come
            {"kind": "error", "status": 200}                              | between 400 and 599
            {"kind": "hang", "status": 500}                               | kind error or errorAfter
            {"kind": "dropAfter", "code": "X"}                            | kind error or errorAfter
            {"kind": "error", "body": "x"}                                | give it a status
            {"kind": "error", "body": "x", "status": 500, "code": "X"}    | no code or message
            {"kind": "error", "code": "ThrottlingException"}              | give a status, or the service
            {"kind": "error", "service": "sts", "code": "SlowDown"}       | HTTP status of SlowDown from sts
            {"kind": "trickle"}                                           | needs a delay
            {"kind": "hang", "delay": "1s"}                               | leave out its delay
            {"kind": "error", "until": "1h"}                              | until
            """)
    void refusesWhatCannotBeWithTheCure(String rule, String explanation) {
        try (var sim = Sim.start(Orgs.with())) {
            var answer = sim.adminRaw("POST", "/admin/faults", rule);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains(explanation);
            assertThat(sim.admin("/admin/faults")).isEmpty();
        }
    }
}
