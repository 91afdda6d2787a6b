package io.sharewell.app;

import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What is asked instead of AWS. */
final class EndpointOption {

    @Option(
            names = "--endpoint-url",
            paramLabel = "URL",
            description = "Ask this endpoint instead of AWS: a simulator.")
    private URI url;

    /**
     * Empty for AWS itself.
     *
     * @throws ParameterException of this command if it is no URL of HTTP
     */
    Optional<URI> of(CommandSpec command) {
        OptionForm.require(command, "--endpoint-url", url, "https?://[^/].*", "a URL such as http://127.0.0.1:4566");
        return Optional.ofNullable(url);
    }
}
