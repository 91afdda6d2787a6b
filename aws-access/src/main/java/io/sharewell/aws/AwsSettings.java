package io.sharewell.aws;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
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

    /** @throws IllegalArgumentException if a value is out of its range; the message names it */
    public AwsSettings {
        Objects.requireNonNull(endpointUrl, "endpointUrl");
        require(
                endpointUrl.map(AwsSettings::isHttp).orElse(true),
                "endpoint-url",
                "an http:// or https:// URL",
                endpointUrl);
        require(callTimeout.isPositive(), "call-timeout", "more than 0", callTimeout);
        require(attemptTimeout.isPositive(), "attempt-timeout", "more than 0", attemptTimeout);
        require(
                attemptTimeout.compareTo(callTimeout) <= 0,
                "attempt-timeout",
                "at most the call-timeout of " + callTimeout,
                attemptTimeout);
        require(attempts > 0, "attempts", "1 or more", attempts);
        require(maxConnections > 0, "max-connections", "1 or more", maxConnections);
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

    private static void require(boolean holds, String setting, String rule, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(setting + " must be " + rule + ", not " + value);
        }
    }
}
