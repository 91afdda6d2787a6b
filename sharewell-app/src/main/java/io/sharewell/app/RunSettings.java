package io.sharewell.app;

import io.sharewell.aws.DefaultRegions;
import io.sharewell.events.Region;
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
 * @param targets whom every workload is shared with
 * @param role that is assumed in each account
 * @param acceptanceRole the ARN of the role that accepts invitations
 * @param region whose STS and SSM are asked; its partition is that of the organization
 */
record RunSettings(
        List<TargetOption> targets,
        RoleOptions.Role role,
        Optional<String> acceptanceRole,
        Optional<URI> endpointUrl,
        Region region,
        String logLevel) {

    RunSettings withAcceptanceRole(Optional<String> arn) {
        return new RunSettings(targets, role, arn, endpointUrl, region, logLevel);
    }

    /**
     * By name, as the services read them.
     *
     * @param keysets folder with the keysets; they are made where they are missing
     * @param retryDelays the three rungs of the retry ladder
     */
    Map<String, String> byName(String bootstrapServers, Path keysets, List<Duration> retryDelays) {
        Map<String, String> settings = new HashMap<>();
        settings.put("kafka.bootstrap.servers", bootstrapServers);
        settings.putAll(TargetOption.byName(targets));
        settings.put("credential-broker.role-name", role.name());
        settings.put("credential-broker.role-path", role.path());
        role.externalId().ifPresent(id -> settings.put("credential-broker.external-id", id));
        acceptanceRole.ifPresent(arn -> settings.put("credential-broker.acceptance-role", arn));
        endpointUrl.ifPresent(url -> settings.put("aws-access.endpoint-url", url.toString()));
        settings.put("aws.region", region.value());
        // Whatever the shell's environment says: a scheduled sweep would write, also beside one that only plans
        settings.put("account-discovery.schedule.enabled", "false");
        settings.put("account-discovery.partition", DefaultRegions.partitionOf(region));
        Keyrings keyrings = new Keyrings(keysets);
        settings.put("credential-broker.seal-keyset", keyrings.seal().toString());
        settings.put("credential-broker.grant-keyset", keyrings.grant().toString());
        settings.put("region-scanner.seal-keyset", keyrings.seal().toString());
        settings.put("share-writer.seal-keyset", keyrings.seal().toString());
        settings.put(
                "pipeline-messaging.retry.delays",
                retryDelays.stream().map(Duration::toString).collect(Collectors.joining(",")));
        settings.put("quarkus.log.category.\"io.sharewell\".level", logLevel);
        if (logLevel.equals("DEBUG")) {
            settings.put("quarkus.log.category.\"io.sharewell\".min-level", logLevel);
        }
        return settings;
    }
}
