package io.sharewell.simulator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;

/** Requests that no SDK would send, properly signed. Answers are held against the model as those of clients are. */
public final class RawHttp {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private RawHttp() {}

    /** A request; {@code operation} is the one it is meant for, null if it is none. */
    public record Raw(
            String service,
            String operation,
            String region,
            String method,
            String path,
            String body,
            Map<String, String> headers) {}

    public static HttpResponse<String> send(Sim sim, AwsCredentials credentials, Raw raw) {
        return checked(raw, send(signed(sim, credentials, raw), BodyHandlers.ofString()));
    }

    /** Returns when the answer's head is there. */
    public static HttpResponse<InputStream> begin(Sim sim, AwsCredentials credentials, Raw raw) {
        return send(signed(sim, credentials, raw), BodyHandlers.ofInputStream());
    }

    private static HttpRequest signed(Sim sim, AwsCredentials credentials, Raw raw) {
        var target = URI.create(sim.endpoint() + raw.path());
        var unsigned = SdkHttpRequest.builder().uri(target).method(SdkHttpMethod.fromValue(raw.method()));
        raw.headers().forEach(unsigned::putHeader);
        var signed = AwsV4HttpSigner.create()
                .sign(it -> it.identity(credentials)
                        .request(unsigned.build())
                        .payload(() -> new ByteArrayInputStream(raw.body().getBytes(StandardCharsets.UTF_8)))
                        .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, raw.service())
                        .putProperty(AwsV4HttpSigner.REGION_NAME, raw.region()))
                .request();
        var request = HttpRequest.newBuilder(target).method(raw.method(), BodyPublishers.ofString(raw.body()));
        signed.headers().forEach((name, values) -> {
            // The client sends these two by itself.
            if (!name.equalsIgnoreCase("Host") && !name.equalsIgnoreCase("Content-Length")) {
                request.header(name, values.getFirst());
            }
        });
        return request.build();
    }

    private static <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return HTTP.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> checked(Raw raw, HttpResponse<String> answer) {
        if (AnswerCheck.knows(raw.service())) {
            AnswerCheck.of(raw.service(), raw.operation())
                    .check(
                            answer.statusCode(),
                            name -> answer.headers().firstValue(name),
                            answer.body().getBytes(StandardCharsets.UTF_8));
        }
        return answer;
    }
}
