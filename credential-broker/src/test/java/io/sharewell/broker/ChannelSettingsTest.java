package io.sharewell.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What keeps the promise of "at least once" does not change by accident. */
class ChannelSettingsTest {

    private static final Properties SETTINGS = new Properties();

    @BeforeAll
    static void read() throws IOException {
        Path file = Path.of("src/main/resources/META-INF/microprofile-config.properties");
        try (InputStream in = Files.newInputStream(file)) {
            SETTINGS.load(in);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "credential-broker-in, accounts, credential-broker",
        "credential-broker-renewals-in, session-renewals, credential-broker-renewals"
    })
    void readsFromTheBeginningInItsOwnGroupAndNeverGivesUpOnARecord(String channel, String topic, String group) {
        assertThat(incoming(channel, "topic")).isEqualTo(topic);
        assertThat(incoming(channel, "group.id")).isEqualTo(group);
        assertThat(incoming(channel, "auto.offset.reset")).isEqualTo("earliest");
        assertThat(incoming(channel, "commit-strategy")).isEqualTo("throttled");
        assertThat(incoming(channel, "throttled.unprocessed-record-max-age.ms")).isEqualTo("0");
        assertThat(incoming(channel, "failure-strategy")).isEqualTo("ignore");
        assertThat(incoming(channel, "session.timeout.ms")).isEqualTo("10000");
    }

    @Test
    void writesSoThatTheBrokerHasItOnce() {
        assertThat(SETTINGS.get("mp.messaging.outgoing.credential-broker-out.acks"))
                .isEqualTo("all");
        assertThat(SETTINGS.get("mp.messaging.outgoing.credential-broker-out.enable.idempotence"))
                .isEqualTo("true");
    }

    private static Object incoming(String channel, String setting) {
        return SETTINGS.get("mp.messaging.incoming." + channel + "." + setting);
    }
}
