package io.sharewell.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sharewell.simulator.RawHttp.Raw;
import io.sharewell.simulator.organization.Behaviours;
import io.sharewell.simulator.organization.Behaviours.AuthenticationStatus;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.regions.Region;

/** The same bad credentials, told in each protocol's own way. */
class AuthenticationTest {

    private static final String INVALID_TOKEN = "The security token included in the request is invalid.";
    private static final String MISMATCH =
            "The request signature we calculated does not match the signature you provided.";

    private static Sim sim;

    @BeforeAll
    static void start() {
        sim = Sim.start(Orgs.with(Orgs.owner(), Orgs.otherMember()));
    }

    @AfterAll
    static void stop() {
        sim.close();
    }

    @Test
    void doesNotKnowAnUnknownKey() {
        inEveryProtocol(
                AwsBasicCredentials.create("AKIAUNKNOWNUNKNOWN77", "secret"),
                "UnrecognizedClientException",
                "InvalidClientTokenId",
                INVALID_TOKEN);
    }

    @Test
    void findsAWrongSecretOut() {
        inEveryProtocol(
                AwsBasicCredentials.create(AwsSimulator.ACCESS_KEY_ID, "wrong"),
                "InvalidSignatureException",
                "SignatureDoesNotMatch",
                MISMATCH);
    }

    @Test
    void takesASessionsKeyOnlyWithItsToken() {
        var session = sim.assume(Orgs.MEMBER);
        var other = sim.assume(Orgs.MEMBER);

        inEveryProtocol(
                AwsBasicCredentials.create(session.accessKeyId(), session.secretAccessKey()),
                "UnrecognizedClientException",
                "InvalidClientTokenId",
                INVALID_TOKEN);
        inEveryProtocol(
                AwsSessionCredentials.create(session.accessKeyId(), session.secretAccessKey(), other.sessionToken()),
                "UnrecognizedClientException",
                "InvalidClientTokenId",
                INVALID_TOKEN);
    }

    @Test
    void takesALongTermKeyOnlyWithoutAToken() {
        inEveryProtocol(
                AwsSessionCredentials.create(AwsSimulator.ACCESS_KEY_ID, AwsSimulator.SECRET_ACCESS_KEY, "token"),
                "UnrecognizedClientException",
                "InvalidClientTokenId",
                INVALID_TOKEN);
    }

    @Test
    void forgetsASessionThatWasRevoked() {
        var session = sim.assume(Orgs.OTHER_MEMBER);
        sim.admin("POST", "/admin/sessions/revoke", "{\"accountId\":\"555555555555\"}");

        inEveryProtocol(session, "UnrecognizedClientException", "InvalidClientTokenId", INVALID_TOKEN);
    }

    @Test
    void callsBadCredentialsABadRequestInWellArchitectedIfTold() {
        var behaviours = Behaviours.DEFAULTS.with(AuthenticationStatus.BAD_REQUEST);
        try (var otherwise = Sim.start(Orgs.with(Orgs.owner()).withBehaviours(behaviours))) {
            var unknown = AwsBasicCredentials.create("AKIAUNKNOWNUNKNOWN77", "secret");
            var expired = otherwise.assume(Orgs.MEMBER);
            otherwise.advance("PT2H");

            assertRefused(
                    () -> otherwise.wellArchitected(unknown).listWorkloads(_ -> {}),
                    400,
                    "UnrecognizedClientException",
                    INVALID_TOKEN);
            assertRefused(
                    () -> otherwise.wellArchitected(expired).listWorkloads(_ -> {}),
                    400,
                    "ExpiredTokenException",
                    "expired");
            assertRefused(
                    () -> otherwise.account(unknown).listRegions(_ -> {}),
                    403,
                    "UnrecognizedClientException",
                    INVALID_TOKEN);
        }
    }

    private static void inEveryProtocol(AwsCredentials credentials, String json, String query, String message) {
        assertRefused(() -> sim.organizations(credentials).listAccounts(_ -> {}), 400, json, message);
        assertRefused(() -> sim.wellArchitected(credentials).listWorkloads(_ -> {}), 403, json, message);
        assertRefused(() -> sim.account(credentials).listRegions(_ -> {}), 403, json, message);
        assertRefused(() -> sim.sts(Region.EU_WEST_1, credentials).getCallerIdentity(), 403, query, message);
    }

    private static void assertRefused(ThrowingCallable call, int status, String code, String message) {
        assertThatExceptionOfType(AwsServiceException.class)
                .isThrownBy(call)
                .withMessageContaining(message)
                .satisfies(it -> assertThat(it.statusCode()).isEqualTo(status))
                .satisfies(it -> assertThat(it.awsErrorDetails().errorCode()).isEqualTo(code))
                .satisfies(it -> assertThat(it.requestId()).matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-.*"));
    }

    @Test
    void wantsAKnownRegionInTheCredentialScope() {
        assertRefused(
                () -> sim.wellArchitected(Region.of("mars-north-1"), Sim.AUTOMATION)
                        .listWorkloads(_ -> {}),
                403,
                "InvalidSignatureException",
                "Credential should be scoped to a valid region.");
    }

    @ParameterizedTest
    @CsvSource({
        "organizations, POST, /, application/x-amz-json-1.1, {}",
        "account, POST, /listRegions, application/json, {}",
        "sts, POST, /, application/x-www-form-urlencoded, Action=GetCallerIdentity&Version=2011-06-15",
    })
    void takesWhatClientsCallTheRegionOfGlobalEndpoints(
            String service, String method, String path, String type, String body) {
        var headers = Map.of("Content-Type", type, "X-Amz-Target", "AWSOrganizationsV20161128.ListAccounts");
        var operation = service.equals("organizations")
                ? "ListAccounts"
                : service.equals("account") ? "ListRegions" : "GetCallerIdentity";

        var answer = RawHttp.send(
                sim, Sim.AUTOMATION, new Raw(service, operation, "aws-global", method, path, body, headers));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(sim.admin("/admin/journal?service=" + service).findValuesAsText("region"))
                .contains("us-east-1")
                .doesNotContain("aws-global");
    }

    @Test
    void knowsNoGlobalEndpointOfOtherServices() {
        assertRefused(
                () -> sim.wellArchitected(Region.AWS_GLOBAL, Sim.AUTOMATION).listWorkloads(_ -> {}),
                403,
                "InvalidSignatureException",
                "Credential should be scoped to a valid region.");
    }

    @Test
    void asksAnUnsignedRequestForASignature() throws Exception {
        var answer = send(_ -> {}, "/");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("x-amzn-ErrorType")).hasValue("MissingAuthenticationTokenException");
        assertThat(answer.headers().firstValue("x-amzn-RequestId")).isPresent();
    }

    @Test
    void callsAnUnreadableSignatureIncomplete() throws Exception {
        var answer = send(it -> it.header("Authorization", "AWS4-HMAC-SHA256 Credential=x"), "/");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("x-amzn-ErrorType")).hasValue("IncompleteSignatureException");
    }

    @Test
    void refusesAPathThatCannotBeDecoded() throws Exception {
        // java.net.URI does not let such a path pass, so it goes out by hand.
        try (var socket = new java.net.Socket("127.0.0.1", sim.endpoint().getPort())) {
            socket.getOutputStream().write("GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".getBytes());
            var answer = new String(socket.getInputStream().readAllBytes());

            assertThat(answer).startsWith("HTTP/1.1 400").contains("MalformedQueryString");
        }
    }

    private static HttpResponse<String> send(Consumer<HttpRequest.Builder> more, String path)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(sim.endpoint().resolve(path)).POST(HttpRequest.BodyPublishers.noBody());
        more.accept(request);
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
