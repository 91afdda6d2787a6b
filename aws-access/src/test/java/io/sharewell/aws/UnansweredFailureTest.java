package io.sharewell.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.sharewell.aws.AwsFailure.Bug;
import io.sharewell.aws.AwsFailure.SetUpWrong;
import io.sharewell.aws.AwsFailure.Trouble;
import io.sharewell.events.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.apache.http.NoHttpResponseException;
import org.apache.http.conn.ConnectTimeoutException;
import org.apache.http.conn.ConnectionPoolTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;

class UnansweredFailureTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @Test
    void aPortWhereNobodyListensIsTrouble() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, LOOPBACK)) {
            port = socket.getLocalPort();
        }

        assertThat(failure("http://127.0.0.1:" + port)).isInstanceOfSatisfying(Trouble.class, trouble -> {
            assertThat(trouble.message())
                    .startsWith("organizations:ListAccounts got no answer, HttpHostConnectException");
        });
    }

    @Test
    void aHostThatDoesNotExistIsTrouble() {
        assertThat(failure("http://aws.invalid")).isInstanceOfSatisfying(Trouble.class, trouble -> {
            assertThat(trouble.code()).isEqualTo("UnknownHostException");
        });
    }

    @Test
    void aServerThatSpeaksNoTlsIsTrouble() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 10, LOOPBACK)) {
            Thread.ofVirtual().start(() -> answerInPlainText(socket));

            assertThat(failure("https://127.0.0.1:" + socket.getLocalPort()))
                    .isInstanceOfSatisfying(Trouble.class, trouble -> {
                        assertThat(trouble.code()).isEqualTo("SSLException");
                    });
        }
    }

    static Stream<IOException> networkFailures() {
        return Stream.of(
                new SSLHandshakeException("PKIX path building failed"),
                new NoRouteToHostException("No route to host"),
                new ConnectTimeoutException("Connect timed out"),
                new ConnectionPoolTimeoutException("Pool is empty"),
                new SocketException("Connection reset"),
                new NoHttpResponseException("failed to respond"));
    }

    @ParameterizedTest
    @MethodSource("networkFailures")
    void whatTheNetworkDoesIsTrouble(IOException cause) {
        SdkClientException failure = SdkClientException.create("Unable to execute HTTP request", cause);

        assertThat(classify(failure)).isInstanceOfSatisfying(Trouble.class, trouble -> assertThat(trouble.code())
                .isEqualTo(cause.getClass().getSimpleName()));
    }

    @Test
    void aDroppedConnectionIsTrouble() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 10, LOOPBACK)) {
            Thread.ofVirtual().start(() -> dropEverything(socket));

            assertThat(failure("http://127.0.0.1:" + socket.getLocalPort())).isInstanceOf(Trouble.class);
        }
    }

    @Test
    void anAnswerThatDoesNotComeInTimeIsTrouble() throws IOException {
        CountDownLatch over = new CountDownLatch(1);
        HttpServer server = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> awaitQuietly(over));
        server.start();
        try {
            String endpoint = "http://127.0.0.1:" + server.getAddress().getPort();
            assertThat(failure(settings(endpoint, Duration.ofMillis(500)))).isInstanceOf(Trouble.class);
        } finally {
            over.countDown();
            server.stop(0);
        }
    }

    @Test
    void aCallThatTookTooLongIsTrouble() {
        assertThat(classify(ApiCallTimeoutException.create(30_000))).isInstanceOfSatisfying(Trouble.class, trouble -> {
            assertThat(trouble.code()).isEqualTo("ApiCallTimeoutException");
        });
    }

    @Test
    void anInterruptedCallIsTrouble() {
        assertThat(classify(AbortedException.create("Thread was interrupted"))).isInstanceOf(Trouble.class);
    }

    @Test
    void withoutCredentialsTheSetUpIsWrong() {
        AwsCredentialsProviderChain empty = AwsCredentialsProviderChain.of(SystemPropertyCredentialsProvider.create());

        AwsFailure failure =
                Call.LIST_ACCOUNTS.failure(settings("http://127.0.0.1:1"), Call.LIST_ACCOUNTS.site(), empty);

        assertThat(failure).isInstanceOfSatisfying(SetUpWrong.class, setUp -> assertThat(
                        setUp.problem().reason())
                .isEqualTo(Reason.CREDENTIALS_MISSING));
    }

    @Test
    void aRequestThatShouldHaveBroughtCredentialsIsOurBug() {
        AwsFailure failure = Call.LIST_WORKLOADS.failure(
                settings("http://127.0.0.1:1"), Call.LIST_WORKLOADS.site(), RequestCredentials.required());

        assertThat(failure).isInstanceOfSatisfying(Bug.class, bug -> assertThat(bug.cause())
                .hasMessageContaining("without credentials"));
    }

    @Test
    void whatAwsDidNotCauseIsOurBug() {
        IllegalStateException ours = new IllegalStateException("ours");

        assertThat(classify(ours)).isEqualTo(new Bug(ours));
    }

    @Test
    void anAnswerThatTheSdkCannotReadIsOurBug() {
        SdkClientException failure = SdkClientException.create("Unable to unmarshall response");

        assertThat(classify(failure)).isEqualTo(new Bug(failure));
    }

    @Test
    void theSdksOwnTextIsScrubbed() {
        SdkClientException failure = SdkClientException.create(
                "Unable to execute: AWS_SECRET_ACCESS_KEY=canary", new IOException("password=canary"));

        assertThat(classify(failure).toString()).contains("IOException").doesNotContain("canary");
    }

    private static AwsFailure classify(Throwable failure) {
        return AwsFailures.classify(failure, Call.LIST_WORKLOADS.site());
    }

    private static AwsFailure failure(String endpoint) {
        return failure(settings(endpoint));
    }

    private static AwsFailure failure(AwsSettings settings) {
        return Call.LIST_ACCOUNTS.failure(settings, Call.LIST_ACCOUNTS.site());
    }

    private static AwsSettings settings(String endpoint) {
        return settings(endpoint, Duration.ofSeconds(20));
    }

    private static AwsSettings settings(String endpoint, Duration attemptTimeout) {
        return new AwsSettings(Optional.of(URI.create(endpoint)), Duration.ofSeconds(20), attemptTimeout, 1, 10);
    }

    private static void dropEverything(ServerSocket socket) {
        try {
            while (true) {
                socket.accept().close();
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private static void answerInPlainText(ServerSocket socket) {
        try (Socket connection = socket.accept()) {
            connection.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            connection.getInputStream().readAllBytes();
        } catch (IOException closed) {
            // The client has seen enough.
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
