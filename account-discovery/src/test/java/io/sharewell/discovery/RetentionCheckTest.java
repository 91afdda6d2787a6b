package io.sharewell.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.messaging.MessagingSettings;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionCheckTest {

    @Test
    void itsDefaultsAreLongEnough() {
        assertThat(faults(Map.of())).isEmpty();
    }

    @Test
    void recordsAreKeptLongerThanASweepMayTake() {
        assertThat(faults(Map.of(
                        "account-discovery.deadline", "8d",
                        "account-discovery.schedule.enabled", "false",
                        "pipeline-messaging.topics.results-retention", "8d")))
                .hasSize(2)
                .anySatisfy(fault -> assertThat(fault).contains("topics.retention is PT168H"))
                .anySatisfy(fault -> assertThat(fault).contains("topics.results-retention is PT192H"))
                .allSatisfy(
                        fault -> assertThat(fault).endsWith("together are PT192H35M30S, give a longer one such as 9d"));
    }

    @Test
    void resultsAreKeptUntilTheNextScheduledSweepHasEnded() {
        Map<String, String> seldom = new HashMap<>(Map.of("account-discovery.schedule.every", "30d"));
        assertThat(faults(seldom))
                .singleElement()
                .asString()
                .startsWith("pipeline-messaging.topics.results-retention is PT720H: account-discovery.schedule.every, ")
                .endsWith("together are PT732H35M30S, give a longer one such as 31d");

        seldom.put("account-discovery.schedule.enabled", "false");
        assertThat(faults(seldom)).isEmpty();
    }

    @Test
    void recordsAreKeptLongerThanTheirLastRetriesTake() {
        assertThat(faults(Map.of(
                        "account-discovery.deadline", "12h",
                        "pipeline-messaging.topics.retention", "12h30m")))
                .singleElement()
                .asString()
                .endsWith("together are PT12H35M30S, give a longer one such as 1d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8d", "191h"})
    void whatItAsksForIsLongEnough(String deadline) {
        Map<String, String> values = new HashMap<>(
                Map.of("account-discovery.deadline", deadline, "pipeline-messaging.retry.delays", "0s,0s,0s"));
        String cure = faults(values).getFirst().replaceAll(".* such as ", "");

        values.put("pipeline-messaging.topics.retention", cure);

        assertThat(faults(values)).isEmpty();
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
