package io.sharewell.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.sharewell.events.Purpose;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pins names and defaults: neither changes by accident. */
class BrokerSettingsTest {

    @Test
    void hasDefaultsForAllButTheKeysets() {
        BrokerSettings settings = settings(Map.of());

        assertThat(settings.roleName()).isEqualTo("WellArchitectedShares");
        assertThat(settings.sessionPolicy()).isEmpty();
        assertThat(settings.purposes()).containsExactlyInAnyOrder(Purpose.values());
        assertThat(settings.accountsTopic()).isEmpty();
        assertThat(settings.acceptanceRole()).isEmpty();
        assertThat(settings.rolePath()).isEqualTo("/");
        assertThat(settings.externalId()).isEmpty();
        assertThat(settings.sessionDuration()).isEqualTo(Duration.ofHours(1));
        assertThat(settings.stsRegions()).containsExactly("us-east-1");
        assertThat(settings.regions()).isEmpty();
        assertThat(settings.concurrency()).isEqualTo(64);
        assertThat(settings.renewalsConcurrency()).isEqualTo(32);
        assertThat(settings.stsRate()).isEqualTo(300);
        assertThat(settings.sourceIdentity()).isEmpty();
        assertThat(settings.sessionTags()).isEmpty();
        assertThat(settings.sealKeyset()).isEmpty();
        assertThat(settings.grantKeyset()).isEmpty();
    }

    @Test
    void readsEachByItsName() {
        BrokerSettings settings = settings(Map.ofEntries(
                Map.entry("credential-broker.role-name", "Shares"),
                Map.entry("credential-broker.acceptance-role", "arn:aws:iam::444455556666:role/Accepts"),
                Map.entry("credential-broker.role-path", "/central/"),
                Map.entry("credential-broker.external-id", "ext"),
                Map.entry("credential-broker.session-duration", "15m"),
                Map.entry("credential-broker.sts-regions", "eu-west-1,eu-central-1"),
                Map.entry("credential-broker.regions", "eu-west-1,us-east-1"),
                Map.entry("credential-broker.concurrency", "8"),
                Map.entry("credential-broker.renewals-concurrency", "4"),
                Map.entry("credential-broker.sts-rate", "12.5"),
                Map.entry("credential-broker.source-identity", "sharewell"),
                Map.entry("credential-broker.session-tags.team", "architecture"),
                Map.entry("credential-broker.seal-keyset", "/keys/seal.json"),
                Map.entry("credential-broker.grant-keyset", "/keys/grant.json")));

        assertThat(settings.roleName()).isEqualTo("Shares");
        assertThat(settings.acceptanceRole()).contains("arn:aws:iam::444455556666:role/Accepts");
        assertThat(settings.rolePath()).isEqualTo("/central/");
        assertThat(settings.externalId()).contains("ext");
        assertThat(settings.sessionDuration()).isEqualTo(Duration.ofMinutes(15));
        assertThat(settings.stsRegions()).containsExactly("eu-west-1", "eu-central-1");
        assertThat(settings.regions().orElseThrow()).containsExactly("eu-west-1", "us-east-1");
        assertThat(settings.concurrency()).isEqualTo(8);
        assertThat(settings.renewalsConcurrency()).isEqualTo(4);
        assertThat(settings.stsRate()).isEqualTo(12.5);
        assertThat(settings.sourceIdentity()).contains("sharewell");
        assertThat(settings.sessionTags()).containsExactly(Map.entry("team", "architecture"));
        assertThat(settings.sealKeyset()).contains(Path.of("/keys/seal.json"));
        assertThat(settings.grantKeyset()).contains(Path.of("/keys/grant.json"));
    }

    @Test
    void asksStsInTheRegionOfTheEnvironment() {
        assertThat(settings(Map.of("aws.region", "eu-central-1")).stsRegions()).containsExactly("eu-central-1");
    }

    static BrokerSettings settings(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new PropertiesConfigSource(properties, "test", 400))
                .withMapping(BrokerSettings.class)
                .build()
                .getConfigMapping(BrokerSettings.class);
    }
}
