package io.sharewell.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.messaging.MessagingSettings;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetentionCheckTest {

    @Test
    void itsDefaultsAreLongEnough() {
        assertThat(faults(Map.of())).isEmpty();
    }

    @Test
    void recordsAreKeptLongerThanASweepMayTake() {
        assertThat(faults(Map.of(
                        "account-discovery.deadline", "8d",
                        "pipeline-messaging.topics.results-retention", "8d")))
                .hasSize(2)
                .anySatisfy(fault -> assertThat(fault).contains("topics.retention is PT168H"))
                .anySatisfy(fault -> assertThat(fault).contains("topics.results-retention is PT192H"))
                .allSatisfy(fault -> assertThat(fault).contains("account-discovery.deadline, which is PT192H"));
    }

    private static List<String> faults(Map<String, String> values) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(DiscoverySettings.class)
                .withMapping(MessagingSettings.class)
                .withDefaultValues(values)
                .build();
        return new RetentionCheck(
                        config.getConfigMapping(DiscoverySettings.class),
                        config.getConfigMapping(MessagingSettings.class))
                .faults();
    }
}
