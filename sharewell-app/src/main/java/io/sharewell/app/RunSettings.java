package io.sharewell.app;

import io.sharewell.aws.AwsRegions;
import io.sharewell.events.Region;
import io.sharewell.events.Topic;
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

    /**
     * Whatever the shell's environment says, which may be an installation's: this run has a broker and topics of its own, and
     * no sweeps but its own. {@link EarlierRun} knows what to drop by these names.
     */
    private static final Map<String, String> ITS_OWN = Map.ofEntries(
            Map.entry("kafka.security.protocol", "PLAINTEXT"),
            // Quarkus collects Kafka's settings by both spellings, and either may come last
            Map.entry("KAFKA_SECURITY_PROTOCOL", "PLAINTEXT"),
            Map.entry("pipeline-messaging.topics.prefix", ""),
            Map.entry("pipeline-messaging.topics.create", "true"),
            Map.entry("pipeline-messaging.topics.replication-factor", "1"),
            Map.entry("credential-broker.accounts-topic", Topic.ACCOUNTS.topicName()),
            Map.entry("credential-broker.purposes", "SHARE,ACCEPT,UNSHARE"),
            // With another one, the sessions of a sweep that only plans could write
            Map.entry("credential-broker.session-policy", ""),
            // A scheduled sweep would write, also beside one that only plans; so would one that is posted
            Map.entry("account-discovery.schedule.enabled", "false"),
            Map.entry("account-discovery.api.token", ""));

    RunSettings withAcceptanceRole(Optional<String> arn) {
        return new RunSettings(targets, role, arn, endpointUrl, region, logLevel);
    }

    /**
     * By name, as the services read them; one that is empty is not set, whatever the shell's environment says.
     *
     * @param keysets folder with the keysets; they are made where they are missing
     * @param retryDelays the three rungs of the retry ladder
     */
    Map<String, String> byName(String bootstrapServers, Path keysets, List<Duration> retryDelays) {
        Map<String, String> settings = new HashMap<>(ITS_OWN);
        settings.put("kafka.bootstrap.servers", bootstrapServers);
        settings.putAll(TargetOption.byName(targets));
        settings.put("credential-broker.role-name", role.name());
        settings.put("credential-broker.role-path", role.path());
        settings.put("credential-broker.external-id", role.externalId().orElse(""));
        settings.put("credential-broker.acceptance-role", acceptanceRole.orElse(""));
        settings.put("aws-access.endpoint-url", endpointUrl.map(URI::toString).orElse(""));
        settings.put("aws.region", region.value());
        settings.put("account-discovery.partition", AwsRegions.partitionOf(region));
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
