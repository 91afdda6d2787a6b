package io.sharewell.simulator.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sharewell.simulator.protocol.CommonError;
import io.sharewell.simulator.protocol.HttpMessage;
import io.vertx.core.MultiMap;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** The SDK's own signer signs, the simulator verifies. */
class SignatureVerifierTest {

    private static final Instant NOW = Instant.parse("2026-11-21T17:00:00Z");
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    private static final AwsCredentialsIdentity KEY = AwsCredentialsIdentity.create("AKIAIOSFODNN7EXAMPLE", SECRET);
    private static final String BODY = "{\"MaxResults\":50}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/workloadsSummaries",
                "/workloads/0123456789abcdef0123456789abcdef/shares?SharedWithPrefix=3333%2033&MaxResults=50",
                "/workloads/a/shares?b=2&a=1&a=0&empty=&NextToken=a%2Bb%2Fc%3D%3D",
                "/tags/arn%3Aaws%3Awellarchitected%3Aeu-west-1%3A111111111111%3Aworkload%2Fab~c%20d",
            })
    void acceptsWhatTheSdksSignerSigned(String target) {
        var request = sign(target, KEY, NOW);

        verifier().verify(request, Signed.of(request), SECRET);
    }

    @Test
    void acceptsASessionsRequest() {
        var session = AwsSessionCredentialsIdentity.create("ASIAIOSFODNN7EXAMPLE", SECRET, "the/token+=");
        var request = sign("/workloadsSummaries", session, NOW);

        verifier().verify(request, Signed.of(request), SECRET);

        assertThat(Signed.of(request).sessionToken()).isEqualTo("the/token+=");
    }

    @Test
    void readsWhoSignedForWhatServiceAndRegion() {
        var signed = Signed.of(sign("/", KEY, NOW));

        assertThat(signed.scope())
                .isEqualTo(new CredentialScope("AKIAIOSFODNN7EXAMPLE", "20261121", "eu-west-1", "wellarchitected"));
    }

    @Test
    void acceptsAPresignedRequestUntilItExpires() {
        var request = presign(Duration.ofMinutes(10), NOW.minus(Duration.ofMinutes(9)));

        verifier().verify(request, Signed.of(request), SECRET);
    }

    @Test
    void refusesAPresignedRequestThatExpired() {
        var request = presign(Duration.ofMinutes(10), NOW.minus(Duration.ofMinutes(11)));

        assertRefused(request, SECRET, "Signature expired: 20261121T164900Z is now earlier than 20261121T165000Z");
    }

    @Test
    void refusesAnotherSecret() {
        assertRefused(sign("/", KEY, NOW), "anotherSecret", "The request signature we calculated does not match");
    }

    @Test
    void refusesAChangedBody() {
        var request = sign("/", KEY, NOW);
        var changed = new HttpMessage(
                request.method(),
                request.path(),
                request.query(),
                request.headers(),
                "{}".getBytes(StandardCharsets.UTF_8));

        assertRefused(changed, SECRET, "does not match");
    }

    @Test
    void refusesAChangedPathQueryOrHeader() {
        var request = sign("/workloads?MaxResults=50", KEY, NOW);
        var otherHeader =
                MultiMap.caseInsensitiveMultiMap().addAll(request.headers()).set("X-Custom", "changed");

        assertRefused(
                new HttpMessage(request.method(), "/other", request.query(), request.headers(), request.body()),
                SECRET,
                "does not match");
        assertRefused(
                new HttpMessage(request.method(), request.path(), "MaxResults=1", request.headers(), request.body()),
                SECRET,
                "does not match");
        assertRefused(
                new HttpMessage(request.method(), request.path(), request.query(), otherHeader, request.body()),
                SECRET,
                "does not match");
    }

    @Test
    void refusesAnUnsignedAmzHeader() {
        var request = sign("/", KEY, NOW);
        request.headers().set("X-Amz-Target", "Service.Operation");

        assertRefused(request, SECRET, "'X-Amz-Target' must be a 'SignedHeader'");
    }

    @Test
    void takesADeclaredUnsignedPayload() {
        var request = sign("/", KEY, NOW, false);
        var changed =
                new HttpMessage(request.method(), request.path(), request.query(), request.headers(), new byte[3]);

        verifier().verify(changed, Signed.of(changed), SECRET);

        assertThat(request.header("x-amz-content-sha256")).isEqualTo("UNSIGNED-PAYLOAD");
    }

    @Test
    void takesFiveMinutesOfSkewEitherWayAndNoMore() {
        var early = sign("/", KEY, NOW.minus(Duration.ofMinutes(5)));
        var late = sign("/", KEY, NOW.plus(Duration.ofMinutes(5)));
        verifier().verify(early, Signed.of(early), SECRET);
        verifier().verify(late, Signed.of(late), SECRET);

        assertRefused(sign("/", KEY, NOW.minusSeconds(301)), SECRET, "Signature expired: ");
        assertRefused(sign("/", KEY, NOW.plusSeconds(301)), SECRET, "Signature not yet current: ");
    }

    @Test
    void seesARequestThatIsNotSigned() {
        var request = new HttpMessage("POST", "/", "", MultiMap.caseInsensitiveMultiMap(), new byte[0]);

        assertThat(Signed.of(request)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic abc",
                "AWS4-HMAC-SHA256 SignedHeaders=host, Signature=00",
                "AWS4-HMAC-SHA256 Credential=a/b/c, SignedHeaders=host, Signature=00",
                "AWS4-HMAC-SHA256 Credential=a/20261121/eu-west-1/sts/aws4_request, SignedHeaders=host",
            })
    void callsAnIncompleteSignatureIncomplete(String authorization) {
        var headers = MultiMap.caseInsensitiveMultiMap()
                .set("Authorization", authorization)
                .set("X-Amz-Date", "20261121T170000Z");
        var request = new HttpMessage("POST", "/", "", headers, new byte[0]);

        assertThatExceptionOfType(SignatureProblem.class)
                .isThrownBy(() -> Signed.of(request))
                .satisfies(it -> assertThat(it.error()).isEqualTo(CommonError.INCOMPLETE_SIGNATURE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "604801", "soon"})
    void aPresignedRequestIsGoodForAWeekAtMost(String seconds) {
        var request = new HttpMessage("GET", "/", expiring(seconds), MultiMap.caseInsensitiveMultiMap(), new byte[0]);

        assertThatExceptionOfType(SignatureProblem.class)
                .isThrownBy(() -> Signed.of(request))
                .withMessageContaining("X-Amz-Expires")
                .satisfies(it -> assertThat(it.error()).isEqualTo(CommonError.INCOMPLETE_SIGNATURE));
    }

    @Test
    void aPresignedRequestMayBeGoodForAWeek() {
        var request = new HttpMessage("GET", "/", expiring("604800"), MultiMap.caseInsensitiveMultiMap(), new byte[0]);

        assertThat(Signed.of(request).validity()).isEqualTo(Duration.ofDays(7));
    }

    private static String expiring(String seconds) {
        return "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=a%2F20261121%2Feu-west-1%2Fsts%2Faws4_request"
                + "&X-Amz-Date=20261121T170000Z&X-Amz-SignedHeaders=host&X-Amz-Signature=00&X-Amz-Expires=" + seconds;
    }

    private static void assertRefused(HttpMessage request, String secret, String message) {
        assertThatExceptionOfType(SignatureProblem.class)
                .isThrownBy(() -> verifier().verify(request, Signed.of(request), secret))
                .withMessageContaining(message)
                .satisfies(it -> assertThat(it.error()).isEqualTo(CommonError.BAD_SIGNATURE));
    }

    private static SignatureVerifier verifier() {
        return new SignatureVerifier(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static HttpMessage sign(String target, AwsCredentialsIdentity key, Instant at) {
        return sign(target, key, at, true);
    }

    private static HttpMessage sign(String target, AwsCredentialsIdentity key, Instant at, Boolean payloadSigned) {
        return message(AwsV4HttpSigner.create()
                .sign(it -> prepare(it, target, key, at)
                        .putProperty(AwsV4FamilyHttpSigner.PAYLOAD_SIGNING_ENABLED, payloadSigned))
                .request());
    }

    private static HttpMessage presign(Duration validity, Instant at) {
        return message(AwsV4HttpSigner.create()
                .sign(it -> prepare(it, "/?Action=GetCallerIdentity&Version=2011-06-15", KEY, at)
                        .putProperty(AwsV4FamilyHttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                        .putProperty(AwsV4FamilyHttpSigner.EXPIRATION_DURATION, validity))
                .request());
    }

    private static SignRequest.Builder<AwsCredentialsIdentity> prepare(
            SignRequest.Builder<AwsCredentialsIdentity> builder,
            String target,
            AwsCredentialsIdentity key,
            Instant at) {
        var request = SdkHttpRequest.builder()
                .uri(URI.create("https://wellarchitected.eu-west-1.amazonaws.com" + target))
                .method(SdkHttpMethod.POST)
                .putHeader("Content-Type", "application/json")
                .putHeader("X-Custom", "  two   blanks  ")
                .build();
        return builder.request(request)
                .identity(key)
                .payload(() -> new ByteArrayInputStream(BODY.getBytes(StandardCharsets.UTF_8)))
                .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(at, ZoneOffset.UTC))
                .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "wellarchitected")
                .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-west-1");
    }

    private static HttpMessage message(SdkHttpRequest signed) {
        var headers = MultiMap.caseInsensitiveMultiMap();
        signed.headers().forEach(headers::add);
        return new HttpMessage(
                "POST",
                signed.encodedPath(),
                signed.encodedQueryParameters().orElse(""),
                headers,
                BODY.getBytes(StandardCharsets.UTF_8));
    }
}
