package io.sharewell.aws.config;

import io.sharewell.aws.AwsSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How AWS is called; the same for all services of a process. */
@ConfigMapping(prefix = "aws-access")
public interface AwsAccessSettings {

    /**
     * Where all AWS services are asked instead of AWS's own endpoints: a simulator, or a proxy that passes calls on to the
     * service and Region they are for.
     */
    Optional<URI> endpointUrl();

    /** The longest a call may take with all its attempts. */
    @WithDefault(AwsSettings.DEFAULT_CALL_TIMEOUT)
    Duration callTimeout();

    /** The longest one attempt may take. */
    @WithDefault(AwsSettings.DEFAULT_ATTEMPT_TIMEOUT)
    Duration attemptTimeout();

    /** How often a call is tried. */
    @WithDefault(AwsSettings.DEFAULT_ATTEMPTS)
    int attempts();

    /** How many connections to AWS the process may hold. */
    @WithDefault(AwsSettings.DEFAULT_MAX_CONNECTIONS)
    int maxConnections();
}
