package io.sharewell.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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

    @Test
    void readsFromTheBeginningInItsOwnGroupAndNeverGivesUpOnARecord() {
        assertThat(incoming("topic")).isEqualTo("account-sessions");
        assertThat(incoming("group.id")).isEqualTo("region-scanner");
        assertThat(incoming("auto.offset.reset")).isEqualTo("earliest");
        assertThat(incoming("commit-strategy")).isEqualTo("throttled");
        assertThat(incoming("throttled.unprocessed-record-max-age.ms")).isEqualTo("0");
        assertThat(incoming("failure-strategy")).isEqualTo("ignore");
        assertThat(incoming("session.timeout.ms")).isEqualTo("10000");
    }

    @Test
    void writesSoThatTheBrokerHasItOnce() {
        assertThat(outgoing("acks")).isEqualTo("all");
        assertThat(outgoing("enable.idempotence")).isEqualTo("true");
    }

    private static Object incoming(String setting) {
        return SETTINGS.get("mp.messaging.incoming.region-scanner-in." + setting);
    }

    private static Object outgoing(String setting) {
        return SETTINGS.get("mp.messaging.outgoing.region-scanner-out." + setting);
    }
}
