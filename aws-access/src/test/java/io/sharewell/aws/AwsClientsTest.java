package io.sharewell.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewell.events.Region;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkServiceClientConfiguration;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClient;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClientBuilder;

class AwsClientsTest {

    private static final Region IRELAND = Region.of("eu-west-1");
    private static final Region OREGON = Region.of("us-west-2");

    private final AwsDouble aws = new AwsDouble();
    private final AwsClients clients = new AwsClients(AwsSettings.defaults().withEndpointUrl(aws.url()), Map.of());

    @AfterEach
    void close() {
        clients.close();
        aws.close();
    }

    @Test
    void appliesTheSettings() {
        AwsSettings settings = new AwsSettings(
                Optional.of(URI.create("http://127.0.0.1:4566")), Duration.ofSeconds(7), Duration.ofSeconds(3), 2, 10);
        try (AwsClients clients = new AwsClients(settings, Map.of())) {
            SdkServiceClientConfiguration client =
                    clients.client(withoutCredentials(), IRELAND).serviceClientConfiguration();

            assertThat(client.endpointOverride()).contains(URI.create("http://127.0.0.1:4566"));
            ClientOverrideConfiguration override = client.overrideConfiguration();
            assertThat(override.apiCallTimeout()).contains(Duration.ofSeconds(7));
            assertThat(override.apiCallAttemptTimeout()).contains(Duration.ofSeconds(3));
            assertThat(override.retryStrategy())
                    .containsInstanceOf(StandardRetryStrategy.class)
                    .hasValueSatisfying(
                            strategy -> assertThat(strategy.maxAttempts()).isEqualTo(2));
        }
    }

    @Test
    void asksAwsItselfWithoutAnEndpoint() {
        try (AwsClients clients = new AwsClients(AwsSettings.defaults(), Map.of())) {
            assertThat(clients.client(withoutCredentials(), IRELAND)
                            .serviceClientConfiguration()
                            .endpointOverride())
                    .isEmpty();
        }
    }

    @Test
    void triesAsOftenAsItIsTold() {
        aws.answers(Answer.restJson(500, "InternalServerException", "Sorry"));
        WellArchitectedClient client = clients.client(withoutCredentials(), IRELAND);

        assertThatThrownBy(() -> client.listWorkloads(
                        request -> request.overrideConfiguration(RequestCredentials.of("ASIA1", "s", "t"))))
                .isInstanceOf(RuntimeException.class);

        assertThat(aws.asked()).hasSize(3);
    }

    @Test
    void signsEachRequestWithItsOwnCredentialsForItsOwnRegion() {
        WellArchitectedClient client = clients.client(withoutCredentials(), OREGON);

        client.listWorkloads(request -> request.overrideConfiguration(RequestCredentials.of("ASIA1", "s1", "token1")));
        client.listWorkloads(request -> request.overrideConfiguration(RequestCredentials.of("ASIA2", "s2", "token2")));

        assertThat(aws.asked())
                .extracting(asked -> asked.headers().get("x-amz-security-token"))
                .containsExactly("token1", "token2");
        assertThat(aws.asked())
                .extracting(asked -> asked.headers().get("authorization"))
                .satisfiesExactly(
                        first -> assertThat(first).contains("Credential=ASIA1/", "/us-west-2/wellarchitected/"),
                        second -> assertThat(second).contains("Credential=ASIA2/"));
    }

    @Test
    void keepsNothingOfACallThatWasAnswered() {
        clients.client(withoutCredentials(), IRELAND)
                .listWorkloads(request -> request.overrideConfiguration(RequestCredentials.of("ASIA1", "s", "t")));

        assertThat(clients.timeouts()).as("that still wait for their time").isZero();
    }

    @Test
    void saysWhoCalls() {
        clients.client(withoutCredentials(), IRELAND)
                .listWorkloads(request -> request.overrideConfiguration(RequestCredentials.of("ASIA1", "s", "t")));

        assertThat(aws.asked().getFirst().headers().get("user-agent")).startsWith("sharewell");
    }

    @Test
    void canChangeAShareWhichNeedsThePatchMethod() {
        clients.client(withoutCredentials(), IRELAND).updateWorkloadShare(request -> request.workloadId("w")
                .shareId("s")
                .permissionType("READONLY")
                .overrideConfiguration(RequestCredentials.of("ASIA1", "s", "t")));

        assertThat(aws.asked().getFirst().line()).isEqualTo("PATCH /workloads/w/shares/s");
    }

    @Test
    void keepsWhatTheBuilderWasTold() {
        OrganizationsClient client = clients.client(
                OrganizationsClient.builder().overrideConfiguration(o -> o.putHeader("x-mine", "1")), IRELAND);

        assertThat(client.serviceClientConfiguration().overrideConfiguration().headers())
                .containsKey("x-mine");
    }

    @Test
    void buildsOneClientPerRegion() {
        RegionalClients<WellArchitectedClient> regional = clients.regional(AwsClientsTest::withoutCredentials);

        WellArchitectedClient first = regional.in(IRELAND);

        assertThat(regional.in(IRELAND)).isSameAs(first);
        assertThat(regional.in(OREGON)).isNotSameAs(first);
    }

    @Test
    void closesWhatItBuilt() {
        List<String> closed = new ArrayList<>();
        AwsClients shortLived = new AwsClients(AwsSettings.defaults(), Map.of());
        RegionalClients<WellArchitectedClient> regional = shortLived.regional(() -> buildsWhatTells(closed));
        regional.in(IRELAND);
        regional.in(OREGON);

        shortLived.close();

        assertThat(closed).containsExactly("a client", "a client");
    }

    @Test
    void callsNothingAfterItsEnd() {
        WellArchitectedClient client = clients.client(withoutCredentials(), IRELAND);
        clients.close();

        assertThatThrownBy(() -> client.listWorkloads(
                        request -> request.overrideConfiguration(RequestCredentials.of("ASIA1", "s", "t"))))
                .isInstanceOf(RuntimeException.class);
        assertThat(aws.asked()).isEmpty();
    }

    /** The SDK's clients do not tell that they are closed. */
    private static WellArchitectedClientBuilder buildsWhatTells(List<String> closed) {
        return answering(WellArchitectedClientBuilder.class, (builder, called, arguments) -> switch (called.getName()) {
            case "build" -> answering(WellArchitectedClient.class, (_, _, _) -> closed.add("a client"));
            case "overrideConfiguration" ->
                arguments == null ? ClientOverrideConfiguration.builder().build() : builder;
            default -> builder;
        });
    }

    private static <T> T answering(Class<T> type, InvocationHandler answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answer));
    }

    private static WellArchitectedClientBuilder withoutCredentials() {
        return WellArchitectedClient.builder().credentialsProvider(RequestCredentials.required());
    }
}
