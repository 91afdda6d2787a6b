package io.sharewell.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sharewell.events.Region;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.apache.ProxyConfiguration;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClient;

class ProxyTest {

    private static final Optional<URI> AWS = Optional.empty();

    @Test
    void takesTheProxyForHttps() {
        ProxyConfiguration proxy = new Proxy(
                        Map.of("HTTPS_PROXY", "http://proxy.corp:3128", "HTTP_PROXY", "http://other:1"))
                .configurationFor(AWS);

        assertThat(proxy.host()).isEqualTo("proxy.corp");
        assertThat(proxy.port()).isEqualTo(3128);
        // The scheme is that of the way to the proxy, not of the way to AWS.
        assertThat(proxy.scheme()).isEqualTo("http");
    }

    @Test
    void takesTheProxyForHttpWhereTheEndpointIsHttp() {
        ProxyConfiguration proxy = new Proxy(Map.of("http_proxy", "other"))
                .configurationFor(Optional.of(URI.create("http://simulator:4566")));

        assertThat(proxy.host()).isEqualTo("other");
        assertThat(proxy.port()).isEqualTo(80);
    }

    @Test
    void decodesUserAndPassword() {
        ProxyConfiguration proxy =
                new Proxy(Map.of("https_proxy", "https://jane:p%40ss+w%3Ard@proxy")).configurationFor(AWS);

        assertThat(proxy.username()).isEqualTo("jane");
        assertThat(proxy.password()).isEqualTo("p@ss+w:rd");
        assertThat(proxy.port()).isEqualTo(443);
    }

    @Test
    void needsNoProxy() {
        assertThat(new Proxy(Map.of("HTTPS_PROXY", " ")).configurationFor(AWS).host())
                .isNull();
    }

    @Test
    void takesTheSystemPropertiesWhereTheEnvironmentIsSilent() {
        Properties properties = new Properties();
        properties.setProperty("https.proxyHost", "proxy.corp");
        properties.setProperty("https.proxyPort", "8080");
        properties.setProperty("http.nonProxyHosts", "localhost|*.vpce.example.com");

        ProxyConfiguration silent = new Proxy(Proxy.environment(Map.of(), properties)).configurationFor(AWS);
        ProxyConfiguration spoken =
                new Proxy(Proxy.environment(Map.of("HTTPS_PROXY", "other:1"), properties)).configurationFor(AWS);

        assertThat(silent.host() + ":" + silent.port()).isEqualTo("proxy.corp:8080");
        assertThat(silent.scheme()).isEqualTo("http");
        assertThat(isLeftOut(silent, "x.vpce.example.com")).isTrue();
        assertThat(spoken.host()).isEqualTo("other");
    }

    @Test
    void needsNoProxyWhereNothingIsSaid() {
        assertThat(new Proxy(Proxy.environment(Map.of(), new Properties()))
                        .configurationFor(AWS)
                        .host())
                .isNull();
    }

    @Test
    void leavesOutTheHostsOfNoProxyAndAllBelowThem() {
        ProxyConfiguration proxy = new Proxy(Map.of(
                        "HTTPS_PROXY", "proxy:3128", "NO_PROXY", "vpce.example.com, .amazonaws.com,*.corp,host:8080"))
                .configurationFor(AWS);

        assertThat(isLeftOut(proxy, "vpce.example.com")).isTrue();
        assertThat(isLeftOut(proxy, "x.vpce.example.com")).isTrue();
        assertThat(isLeftOut(proxy, "sts.eu-west-1.amazonaws.com")).isTrue();
        assertThat(isLeftOut(proxy, "a.corp")).isTrue();
        assertThat(isLeftOut(proxy, "host")).isTrue();
        assertThat(isLeftOut(proxy, "notamazonaws.com")).isFalse();
        assertThat(isLeftOut(proxy, "vpcexexample.com")).isFalse();
    }

    @Test
    void leavesOutEverythingForAStar() {
        ProxyConfiguration proxy =
                new Proxy(Map.of("HTTPS_PROXY", "proxy:3128", "NO_PROXY", "*")).configurationFor(AWS);

        assertThat(isLeftOut(proxy, "sts.eu-west-1.amazonaws.com")).isTrue();
    }

    @Test
    void doesNotAskThisMachineThroughAProxy() {
        try (AwsDouble aws = new AwsDouble();
                AwsClients clients = new AwsClients(
                        AwsSettings.defaults().withEndpointUrl(aws.url()),
                        Map.of("HTTP_PROXY", "http://aws.invalid:1"))) {
            clients.client(WellArchitectedClient.builder(), Region.of("eu-west-1"))
                    .listWorkloads(r -> r.overrideConfiguration(RequestCredentials.of("a", "b", "c")));

            assertThat(aws.asked()).hasSize(1);
        }
    }

    @Test
    void asksThroughTheProxy() {
        try (AwsDouble proxy = new AwsDouble();
                AwsClients clients = new AwsClients(
                        AwsSettings.defaults().withEndpointUrl(URI.create("http://aws.invalid")),
                        Map.of("HTTP_PROXY", proxy.url().toString()))) {
            clients.client(WellArchitectedClient.builder(), Region.of("eu-west-1"))
                    .listWorkloads(r -> r.overrideConfiguration(RequestCredentials.of("a", "b", "c")));

            assertThat(proxy.asked()).singleElement().satisfies(asked -> assertThat(asked.line())
                    .isEqualTo("POST http://aws.invalid/workloadsSummaries"));
        }
    }

    @Test
    void refusesWhatIsNoProxyWithoutQuotingIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Proxy(Map.of("HTTPS_PROXY", "http://user:canary@")).configurationFor(AWS))
                .withMessageContaining("HTTPS_PROXY")
                .withMessageNotContaining("canary");
    }

    private static boolean isLeftOut(ProxyConfiguration proxy, String host) {
        return proxy.nonProxyHosts().stream().anyMatch(host::matches);
    }
}
