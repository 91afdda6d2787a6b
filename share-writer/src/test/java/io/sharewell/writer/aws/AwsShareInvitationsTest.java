package io.sharewell.writer.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sharewell.aws.BudgetedCalls;
import io.sharewell.aws.RateLimiter;
import io.sharewell.aws.RequestCredentials;
import io.sharewell.events.AccountId;
import io.sharewell.events.Envelope;
import io.sharewell.events.Invitation;
import io.sharewell.events.InvitationFound;
import io.sharewell.events.Mode;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.Region;
import io.sharewell.platform.test.SimulatorAdmin;
import io.sharewell.simulator.AwsSimulator;
import io.sharewell.simulator.SimulatorOptions;
import io.sharewell.simulator.organization.OrganizationFile;
import io.sharewell.writer.domain.Answer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.metrics.CoreMetric;
import software.amazon.awssdk.metrics.MetricCollection;
import software.amazon.awssdk.metrics.MetricPublisher;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClient;

class AwsShareInvitationsTest {

    private static final software.amazon.awssdk.regions.Region IRELAND =
            software.amazon.awssdk.regions.Region.EU_WEST_1;
    private static final String ORGANIZATION = """
            id: o-exampleorgid
            accounts:
              - {id: "222222222222", name: automation}
              - id: "333333333333"
                name: reviews
                roles: [{name: WellArchitectedAcceptance, actions: ["wellarchitected:*"]}]
              - id: "400000000001"
                name: owner
                workloads:
                  eu-west-1:
                    - id: "0123456789abcdef0123456789abcdef"
                      name: shop
                      shares: [{sharedWith: "333333333333", status: PENDING}]
            """;

    private final AwsSimulator aws = AwsSimulator.start(
            SimulatorOptions.of(OrganizationFile.parse(ORGANIZATION)).withoutRateLimits());
    private final SimulatorAdmin admin = new SimulatorAdmin(aws.adminEndpoint());
    private final Recorder recorder = new Recorder();
    private final WellArchitectedClient client = WellArchitectedClient.builder()
            .endpointOverride(aws.endpoint())
            .region(IRELAND)
            .overrideConfiguration(configuration -> configuration.addMetricPublisher(recorder))
            .build();

    @AfterEach
    void stop() {
        client.close();
        aws.close();
    }

    @Test
    void acceptsAnInvitation() {
        assertThat(accept()).isEqualTo(new Answer.Given<>(invitation()));
        assertThat(status()).isEqualTo("ACCEPTED");
    }

    @Test
    void leavesTheClientsMetricsTheirCall() {
        accept();

        assertThat(recorder.operations).containsExactly("UpdateShareInvitation");
    }

    @Test
    void knowsItsOwnAcceptanceThoughTheAnswerIsLost() {
        fault("\"kind\": \"dropAfter\"");

        assertThat(accept()).isEqualTo(new Answer.Given<>(invitation()));
        assertThat(status()).isEqualTo("ACCEPTED");
    }

    @Test
    void isOvertakenWhereSomebodyElseAnsweredBefore() {
        rejectByHand();

        assertGone(accept());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ThrottlingException", "ServiceUnavailable"})
    void takesNoAnswerForItsOwnAfterAnAttemptThatDidNothing(String code) {
        rejectByHand();
        fault("\"kind\": \"error\", \"code\": \"" + code + "\"");

        assertGone(accept());
    }

    private Answer<Invitation> accept() {
        InvitationFound found = new InvitationFound(
                Envelope.of("sweep-1", Purpose.ACCEPT, Mode.APPLY),
                AccountId.of("333333333333"),
                Region.of("eu-west-1"),
                invitation(),
                null,
                null);
        RecordCalls calls = new RecordCalls(new BudgetedCalls(
                new RateLimiter<>(10_000, 10_000), Duration.ZERO, Clock.systemUTC(), Duration.ofHours(1)));
        return new AwsShareInvitations(client, session(), calls, found).accept(found.invitation());
    }

    private Invitation invitation() {
        return new Invitation(
                share().path("invitationId").asText(), "400000000001", "READONLY", "WORKLOAD", "shop", null);
    }

    private AwsRequestOverrideConfiguration session() {
        try (StsClient sts = StsClient.builder()
                .endpointOverride(aws.endpoint())
                .region(IRELAND)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(AwsSimulator.ACCESS_KEY_ID, AwsSimulator.SECRET_ACCESS_KEY)))
                .build()) {
            Credentials session = sts.assumeRole(
                            request -> request.roleArn("arn:aws:iam::333333333333:role/WellArchitectedAcceptance")
                                    .roleSessionName("test"))
                    .credentials();
            return RequestCredentials.of(session.accessKeyId(), session.secretAccessKey(), session.sessionToken());
        }
    }

    private void rejectByHand() {
        admin.post("invitations/" + share().path("shareId").asText(), "{\"action\": \"REJECT\"}");
    }

    private void fault(String what) {
        admin.post("faults", "{\"operation\": \"UpdateShareInvitation\", \"count\": 1, " + what + "}");
    }

    private String status() {
        return share().path("status").asText();
    }

    private JsonNode share() {
        return admin.get("invitations").get(0);
    }

    private static void assertGone(Answer<Invitation> answer) {
        assertThat(answer).isInstanceOfSatisfying(Answer.Overtaken.class, overtaken -> assertThat(
                        overtaken.problem().reason())
                .isEqualTo(Reason.INVITATION_GONE));
    }

    private static final class Recorder implements MetricPublisher {

        private final List<String> operations = new ArrayList<>();

        @Override
        public void publish(MetricCollection call) {
            operations.addAll(call.metricValues(CoreMetric.OPERATION_NAME));
        }

        @Override
        public void close() {}
    }
}
