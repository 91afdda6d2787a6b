package io.sharewell.app;

import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What is asked instead of AWS. */
final class EndpointOption {

    @Option(
            names = "--endpoint-url",
            paramLabel = "URL",
            converter = Converters.Endpoint.class,
            description = "Ask this endpoint instead of AWS: a simulator.")
    private URI url;

    /** Empty for AWS itself. */
    Optional<URI> url() {
        return Optional.ofNullable(url);
    }
}
