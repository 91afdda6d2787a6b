package io.sharewell.aws;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How AWS is called.
 *
 * @param endpointUrl where all services are asked instead of AWS's own endpoints, such as a simulator; else empty
 * @param callTimeout the longest a call may take with all its attempts
 * @param attemptTimeout the longest one attempt may take
 * @param attempts how often a call is tried, 1 or more
 * @param maxConnections how many connections the process may hold, 1 or more
 */
public record AwsSettings(
        Optional<URI> endpointUrl, Duration callTimeout, Duration attemptTimeout, int attempts, int maxConnections) {

    /** The defaults, as settings write them: seconds, numbers. */
    public static final String DEFAULT_CALL_TIMEOUT = "30s";

    public static final String DEFAULT_ATTEMPT_TIMEOUT = "10s";
    public static final String DEFAULT_ATTEMPTS = "3";
    public static final String DEFAULT_MAX_CONNECTIONS = "2500";

    /** @throws IllegalArgumentException if values are out of their range; the message names each */
    public AwsSettings {
        List<String> faults = faults(endpointUrl, callTimeout, attemptTimeout, attempts, maxConnections);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }

    /** What is wrong with such values: of each one sentence that begins with the setting's name; empty if all is well. */
    public static List<String> faults(
            Optional<URI> endpointUrl,
            Duration callTimeout,
            Duration attemptTimeout,
            int attempts,
            int maxConnections) {
        List<String> faults = new ArrayList<>();
        endpointUrl
                .filter(url -> !isHttp(url))
                .ifPresent(url -> faults.add("endpoint-url must be an http:// or https:// URL, not " + url));
        if (!callTimeout.isPositive()) {
            faults.add("call-timeout must be more than 0, not " + callTimeout);
        }
        if (!attemptTimeout.isPositive()) {
            faults.add("attempt-timeout must be more than 0, not " + attemptTimeout);
        }
        if (callTimeout.isPositive() && attemptTimeout.compareTo(callTimeout) > 0) {
            faults.add(
                    "attempt-timeout must be at most the call-timeout of " + callTimeout + ", not " + attemptTimeout);
        }
        if (attempts < 1) {
            faults.add("attempts must be 1 or more, not " + attempts);
        }
        if (maxConnections < 1) {
            faults.add("max-connections must be 1 or more, not " + maxConnections);
        }
        return faults;
    }

    /** AWS itself, with the defaults. */
    public static AwsSettings defaults() {
        return new AwsSettings(
                Optional.empty(),
                Duration.parse("PT" + DEFAULT_CALL_TIMEOUT),
                Duration.parse("PT" + DEFAULT_ATTEMPT_TIMEOUT),
                Integer.parseInt(DEFAULT_ATTEMPTS),
                Integer.parseInt(DEFAULT_MAX_CONNECTIONS));
    }

    /** The same with another endpoint. */
    public AwsSettings withEndpointUrl(URI endpointUrl) {
        return new AwsSettings(Optional.of(endpointUrl), callTimeout, attemptTimeout, attempts, maxConnections);
    }

    private static boolean isHttp(URI url) {
        return url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()));
    }
}
