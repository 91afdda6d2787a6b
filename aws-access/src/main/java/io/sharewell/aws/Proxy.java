package io.sharewell.aws;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.http.apache.ProxyConfiguration;

/**
 * The proxy that the environment asks for, as curl and others read it, or the JVM's system properties. The SDK's own
 * reading takes {@code HTTP_PROXY} for AWS's https endpoints, and {@code NO_PROXY} without domain suffixes.
 */
final class Proxy {

    // As Go and the JDK do: what runs on this machine is not asked through a proxy.
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127(\\.\\d+){3}", "\\[?::1\\]?");

    private final Map<String, String> environment;

    Proxy(Map<String, String> environment) {
        this.environment = environment;
    }

    /** What the environment says, and where it says nothing, what {@code https.proxyHost} and its like say. */
    static Map<String, String> environment(Map<String, String> variables, Properties properties) {
        Map<String, String> environment = new HashMap<>();
        for (String scheme : List.of("http", "https")) {
            String host = properties.getProperty(scheme + ".proxyHost", "");
            String port = properties.getProperty(scheme + ".proxyPort", scheme.equals("http") ? "80" : "443");
            environment.put(scheme.toUpperCase(Locale.ROOT) + "_PROXY", host.isBlank() ? "" : host + ":" + port);
        }
        environment.put(
                "NO_PROXY", properties.getProperty("http.nonProxyHosts", "").replace('|', ','));
        environment.putAll(variables);
        return environment;
    }

    /** Without a proxy if none is asked for. */
    ProxyConfiguration configurationFor(Optional<URI> endpointUrl) {
        ProxyConfiguration.Builder configuration =
                ProxyConfiguration.builder().useEnvironmentVariableValues(false).useSystemPropertyValues(false);
        String scheme = endpointUrl.map(URI::getScheme).orElse("https");
        variable(scheme + "_proxy").map(Proxy::uri).ifPresent(proxy -> configure(configuration, proxy));
        return configuration.build();
    }

    private void configure(ProxyConfiguration.Builder configuration, URI proxy) {
        int port = proxy.getPort() >= 0 ? proxy.getPort() : "https".equals(proxy.getScheme()) ? 443 : 80;
        configuration
                .endpoint(URI.create(proxy.getScheme() + "://" + proxy.getHost() + ":" + port))
                .nonProxyHosts(withoutProxy());
        if (proxy.getRawUserInfo() != null) {
            String[] user = proxy.getRawUserInfo().split(":", 2);
            configuration.username(decode(user[0])).password(user.length > 1 ? decode(user[1]) : "");
        }
    }

    private Set<String> withoutProxy() {
        Stream<String> asked = variable("no_proxy").stream()
                .flatMap(hosts -> Arrays.stream(hosts.split(",")))
                .map(String::strip)
                .filter(host -> !host.isEmpty())
                .map(Proxy::pattern);
        return Stream.concat(asked, THIS_MACHINE.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** A regular expression for a host of NO_PROXY: the host itself and everything below it. */
    private static String pattern(String host) {
        if (host.equals("*")) {
            return ".*";
        }
        String name = host.toLowerCase(Locale.ROOT).replaceFirst("^\\*?\\.", "").replaceFirst(":\\d+$", "");
        return "(.*\\.)?" + name.replace(".", "\\.").replace("*", ".*");
    }

    private Optional<String> variable(String name) {
        return Stream.of(name, name.toUpperCase(Locale.ROOT))
                .map(environment::get)
                .filter(value -> value != null && !value.isBlank())
                .findFirst();
    }

    private static URI uri(String proxy) {
        URI uri = URI.create(proxy.contains("://") ? proxy.strip() : "http://" + proxy.strip());
        if (uri.getHost() == null) {
            throw new IllegalArgumentException(
                    "The proxy variables of the environment are not understood: give http://host:port in HTTPS_PROXY");
        }
        return uri;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
