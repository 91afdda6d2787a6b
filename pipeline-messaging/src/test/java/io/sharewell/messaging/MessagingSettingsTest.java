package io.sharewell.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessagingSettingsTest {

    @Test
    void hasTheseDefaults() {
        MessagingSettings settings = settings(Map.of());

        assertThat(settings.retry().delays())
                .containsExactly(Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofMinutes(30));
        assertThat(settings.topics().create()).isTrue();
        assertThat(settings.topics().partitions()).isEqualTo(12);
        assertThat(settings.topics().replicationFactor()).isEqualTo((short) -1);
        assertThat(settings.topics().retention()).isEqualTo(Duration.ofDays(7));
        assertThat(settings.topics().resultsRetention()).isEqualTo(Duration.ofDays(30));
        assertThat(settings.drain()).isEqualTo(Duration.ofSeconds(20));
        assertThat(settings.publishPause()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.startTimeout()).isEqualTo(Duration.ofSeconds(15));
        assertThat(new MessagingSettingsCheck(settings).faults()).isEmpty();
    }

    @Test
    void hasTheseNames() {
        MessagingSettings settings = settings(Map.of(
                "pipeline-messaging.retry.delays", "1s,2s,3s",
                "pipeline-messaging.topics.create", "false",
                "pipeline-messaging.topics.partitions", "3",
                "pipeline-messaging.topics.replication-factor", "2",
                "pipeline-messaging.topics.retention", "1d",
                "pipeline-messaging.topics.results-retention", "2d",
                "pipeline-messaging.drain", "4s",
                "pipeline-messaging.publish-pause", "5s",
                "pipeline-messaging.start-timeout", "6s"));

        assertThat(settings.retry().delays())
                .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3));
        assertThat(settings.topics().create()).isFalse();
        assertThat(settings.topics().partitions()).isEqualTo(3);
        assertThat(settings.topics().replicationFactor()).isEqualTo((short) 2);
        assertThat(settings.topics().retention()).isEqualTo(Duration.ofDays(1));
        assertThat(settings.topics().resultsRetention()).isEqualTo(Duration.ofDays(2));
        assertThat(settings.drain()).isEqualTo(Duration.ofSeconds(4));
        assertThat(settings.publishPause()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.startTimeout()).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void tellsAllFaultsAtOnceEachWithItsCure() {
        MessagingSettings settings = settings(Map.of(
                "pipeline-messaging.retry.delays", "1s,2s",
                "pipeline-messaging.topics.partitions", "0",
                "pipeline-messaging.topics.replication-factor", "0",
                "pipeline-messaging.drain", "-1s",
                "pipeline-messaging.publish-pause", "-1s",
                "pipeline-messaging.start-timeout", "0s"));

        assertThat(new MessagingSettingsCheck(settings).faults())
                .hasSize(6)
                .anySatisfy(fault -> assertThat(fault)
                        .contains("pipeline-messaging.retry.delays")
                        .contains("give 3 durations, such as 30s,5m,30m"))
                .anySatisfy(fault -> assertThat(fault).contains("topics.partitions is 0: it must be at least 1"))
                .anySatisfy(fault -> assertThat(fault).contains("topics.replication-factor is 0"))
                .anySatisfy(fault -> assertThat(fault).contains("pipeline-messaging.drain is negative"))
                .anySatisfy(fault -> assertThat(fault).contains("pipeline-messaging.publish-pause is negative"))
                .anySatisfy(fault -> assertThat(fault).contains("pipeline-messaging.start-timeout"));
    }

    @Test
    void recordsAreKeptLongerThanTheyWaitOnTheLadder() {
        MessagingSettings settings = settings(Map.of(
                "pipeline-messaging.retry.delays", "1m,2m,3m",
                "pipeline-messaging.topics.retention", "6m",
                "pipeline-messaging.topics.results-retention", "5m"));

        assertThat(new MessagingSettingsCheck(settings).faults())
                .hasSize(2)
                .anySatisfy(fault -> assertThat(fault).contains("topics.retention is PT6M"))
                .anySatisfy(fault -> assertThat(fault).contains("topics.results-retention is PT5M"))
                .allSatisfy(fault -> assertThat(fault).contains("up to PT6M"));
    }

    @Test
    void theRetentionThatIsGivenAsCureIsLongEnough() {
        MessagingSettings settings = settings(Map.of("pipeline-messaging.retry.delays", "1d,2d,5d"));

        assertThat(new MessagingSettingsCheck(settings).faults())
                .singleElement()
                .asString()
                .contains("topics.retention is PT168H")
                .endsWith("such as 9d");
    }

    static MessagingSettings settings(Map<String, String> values) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(MessagingSettings.class)
                .withDefaultValues(values)
                .build();
        return config.getConfigMapping(MessagingSettings.class);
    }
}
