package io.sharewell.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.sharewell.platform.test.LocalPlatformTestResource;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What keeps the promise of "at least once" does not change by accident: the settings that every channel gets. */
@QuarkusTest
@QuarkusTestResource(
        value = LocalPlatformTestResource.class,
        initArgs = @ResourceArg(name = "simulator", value = "false"))
class ChannelSettingsTest {

    @Inject
    KafkaClientService clients;

    @Inject
    Config config;

    @Test
    void consumersReadBytesFromTheBeginningAndCommitNothingByThemselves() {
        Map<String, ?> consumer = clients.getConsumer("test-stage-in").configuration();
        assertThat(consumer.get("auto.offset.reset")).isEqualTo("earliest");
        assertThat(consumer.get("enable.auto.commit")).isEqualTo("false");
        assertThat(consumer.get("session.timeout.ms")).isEqualTo("10000");
        assertThat(consumer.get("key.deserializer")).isEqualTo(ByteArrayDeserializer.class.getName());
        assertThat(consumer.get("value.deserializer")).isEqualTo(ByteArrayDeserializer.class.getName());
    }

    @ParameterizedTest
    @CsvSource({
        "commit-strategy, throttled",
        "throttled.unprocessed-record-max-age.ms, 0",
        "failure-strategy, ignore",
        "cloud-events, false",
        "graceful-shutdown, false"
    })
    void aRecordIsNeverGivenUp(String setting, String value) {
        assertThat(config.getValue("mp.messaging.connector.smallrye-kafka." + setting, String.class))
                .isEqualTo(value);
    }
}
