package io.sharewell.simulator.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.sharewell.simulator.protocol.HttpMessage;
import io.vertx.core.MultiMap;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Requests of every shape: what the SDK's signer signs is accepted, and no longer once anything signed has changed. */
class GeneratedRequestsTest {

    private static final int REQUESTS = 1000;
    private static final Instant NOW = Instant.parse("2026-11-21T17:00:00Z");
    private static final String CHARACTERS = "abcXYZ019-_.~ /:@!$&'()*+,;=%?#[]{}|\\^`\"<>\u00e4\u20ac";

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final SplittableRandom random = new SplittableRandom(seed);
    private final SignatureVerifier verifier = new SignatureVerifier(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void agreesWithTheSdksSigner() {
        System.out.println("GeneratedRequestsTest: -Dseed=" + seed);
        for (int i = 0; i < REQUESTS; i++) {
            var secret = "secret/+" + random.nextLong();
            var request = signed(secret);

            assertThat(refusal(request, secret))
                    .as("request %d of seed %d: %s", i, seed, request)
                    .isNull();
            var changed = changed(request);
            assertThat(refusal(changed, secret))
                    .as("changed request %d of seed %d: %s", i, seed, changed)
                    .isInstanceOf(SignatureProblem.class);
            assertThat(refusal(request, secret + "x")).isInstanceOf(SignatureProblem.class);
        }
    }

    private Throwable refusal(HttpMessage request, String secret) {
        return catchThrowable(() -> verifier.verify(request, Signed.of(request), secret));
    }

    private HttpMessage signed(String secret) {
        var body = text(random.nextInt(200)).getBytes(StandardCharsets.UTF_8);
        boolean presigned = random.nextInt(4) == 0;
        var signed = AwsV4HttpSigner.create().sign(it -> {
            it.request(unsigned())
                    .identity(key(secret))
                    .payload(() -> new ByteArrayInputStream(body))
                    .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(someTime(), ZoneOffset.UTC))
                    .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, one("wellarchitected", "sts", "ssm"))
                    .putProperty(AwsV4HttpSigner.REGION_NAME, one("eu-west-1", "us-east-1"));
            if (presigned) {
                it.putProperty(AwsV4FamilyHttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                        .putProperty(AwsV4FamilyHttpSigner.EXPIRATION_DURATION, Duration.ofSeconds(600));
            } else {
                it.putProperty(AwsV4FamilyHttpSigner.PAYLOAD_SIGNING_ENABLED, random.nextInt(4) > 0);
            }
        });
        return message(signed.request(), body);
    }

    private SdkHttpRequest unsigned() {
        var request = SdkHttpRequest.builder()
                .protocol("https")
                .host("wellarchitected.eu-west-1.amazonaws.com")
                .method(SdkHttpMethod.valueOf(one("GET", "POST", "PATCH", "DELETE")))
                .encodedPath(path());
        for (int i = random.nextInt(5); i > 0; i--) {
            // Names that begin alike, and the same name again
            var name = random.nextInt(3) == 0 ? one("a", "a-b", "a0", "A", "a.") : text(1 + random.nextInt(5));
            request.appendRawQueryParameter(name, text(random.nextInt(12)));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            request.appendHeader(one("X-Custom", "x-amz-meta", "Content-Type", "X-B"), one("", " ", "\t") + header());
        }
        return request.build();
    }

    /** None that climbs above the root: the SDKs of Java and Python do not sign those alike. */
    private String path() {
        String path = anyPath();
        while (URI.create(path).normalize().getPath().startsWith("/..")) {
            path = anyPath();
        }
        return path;
    }

    private String anyPath() {
        var path = new StringBuilder("/");
        for (int i = random.nextInt(4); i > 0; i--) {
            path.append(URLEncoder.encode(text(1 + random.nextInt(8)), StandardCharsets.UTF_8)
                            .replace("+", "%20")
                            .replace("*", "%2A"))
                    .append(i > 1 ? "/" : one("/", ""));
        }
        return path.toString();
    }

    private String header() {
        return one("one", "two  blanks", "  around  ", "a,b", "x=y; z=\"q\"") + random.nextInt(100);
    }

    private Instant someTime() {
        return NOW.plusSeconds(random.nextInt(-300, 301));
    }

    private AwsCredentialsIdentity key(String secret) {
        return random.nextBoolean()
                ? AwsCredentialsIdentity.create("AKIAIOSFODNN7EXAMPLE", secret)
                : AwsSessionCredentialsIdentity.create("ASIAIOSFODNN7EXAMPLE", secret, "token/+=" + random.nextInt());
    }

    private String text(int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return text.toString();
    }

    private String one(String... choice) {
        return choice[random.nextInt(choice.length)];
    }

    /** With something else in a place that is signed. */
    private HttpMessage changed(HttpMessage it) {
        boolean presigned = it.header("Authorization") == null;
        boolean hashed = !"UNSIGNED-PAYLOAD".equals(it.header("X-Amz-Content-Sha256"));
        return switch (random.nextInt(hashed ? 6 : 5)) {
            case 0 -> new HttpMessage(it.method() + "X", it.path(), it.query(), it.headers(), it.body());
            case 1 -> new HttpMessage(it.method(), it.path() + "x", it.query(), it.headers(), it.body());
            case 2 -> new HttpMessage(it.method(), it.path(), it.query() + "&more=1", it.headers(), it.body());
            case 3 ->
                presigned
                        ? withQuery(it, it.query().replace("X-Amz-Expires=600", "X-Amz-Expires=601"))
                        : withHeader(
                                it, "Authorization", it.header("Authorization").replaceFirst("/2026", "/2025"));
            case 4 -> withHeader(it, "Host", "elsewhere.example.com");
            default -> new HttpMessage(it.method(), it.path(), it.query(), it.headers(), longer(it.body()));
        };
    }

    private static HttpMessage withQuery(HttpMessage it, String query) {
        return new HttpMessage(it.method(), it.path(), query, it.headers(), it.body());
    }

    private static HttpMessage withHeader(HttpMessage it, String name, String value) {
        var headers = MultiMap.caseInsensitiveMultiMap().addAll(it.headers()).set(name, value);
        return new HttpMessage(it.method(), it.path(), it.query(), headers, it.body());
    }

    private static byte[] longer(byte[] body) {
        return Arrays.copyOf(body, body.length + 1);
    }

    private static HttpMessage message(SdkHttpRequest signed, byte[] body) {
        var headers = MultiMap.caseInsensitiveMultiMap();
        signed.forEachHeader((name, values) -> values.forEach(it -> headers.add(name, it)));
        return new HttpMessage(
                signed.method().name(),
                signed.encodedPath(),
                signed.encodedQueryParameters().orElse(""),
                headers,
                body);
    }
}
