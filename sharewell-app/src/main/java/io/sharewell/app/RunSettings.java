package io.sharewell.app;

import io.sharewell.events.AccountId;
import io.sharewell.events.Permission;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The settings of the four services for one laptop run.
 *
 * @param keysets folder with the keysets
 * @param retryDelays the three rungs of the retry ladder
 */
record RunSettings(
        AccountId reviewsAccount,
        Permission permission,
        String roleName,
        Optional<String> externalId,
        Optional<URI> endpointUrl,
        Optional<String> region,
        String bootstrapServers,
        Path keysets,
        List<Duration> retryDelays,
        String logLevel) {

    /** By name, as the services read them. */
    Map<String, String> byName() {
        Map<String, String> settings = new HashMap<>();
        settings.put("kafka.bootstrap.servers", bootstrapServers);
        settings.put("share-writer.targets[0].principal", reviewsAccount.value());
        settings.put("share-writer.targets[0].permission", permission.name());
        settings.put("credential-broker.role-name", roleName);
        externalId.ifPresent(id -> settings.put("credential-broker.external-id", id));
        endpointUrl.ifPresent(url -> settings.put("aws-access.endpoint-url", url.toString()));
        region.ifPresent(name -> settings.put("aws.region", name));
        Keyrings keyrings = new Keyrings(keysets);
        settings.put("credential-broker.seal-keyset", keyrings.seal().toString());
        settings.put("credential-broker.grant-keyset", keyrings.grant().toString());
        settings.put("region-scanner.seal-keyset", keyrings.seal().toString());
        settings.put("share-writer.seal-keyset", keyrings.seal().toString());
        settings.put(
                "pipeline-messaging.retry.delays",
                retryDelays.stream().map(Duration::toString).collect(Collectors.joining(",")));
        settings.put("quarkus.log.category.\"io.sharewell\".level", logLevel);
        if (logLevel.equals("DEBUG") || logLevel.equals("TRACE")) {
            settings.put("quarkus.log.category.\"io.sharewell\".min-level", logLevel);
        }
        return settings;
    }
}
