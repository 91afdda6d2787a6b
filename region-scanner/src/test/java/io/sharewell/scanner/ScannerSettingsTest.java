package io.sharewell.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ScannerSettingsTest {

    /** Every setting, with another value than its default. */
    private static final Map<String, String> ALL = Map.of(
            "region-scanner.concurrency", "8",
            "region-scanner.unit-budget", "30s",
            "region-scanner.seal-keyset", "/keys/seal.json",
            "region-scanner.rate.per-second", "2.5",
            "region-scanner.rate.burst", "5",
            "region-scanner.rate.longest-wait", "1s");

    @Test
    void hasDefaultsForAllButTheKeyset() {
        ScannerSettings settings = SettingsInMemory.ofProperties(Map.of()).getConfigMapping(ScannerSettings.class);

        assertThat(settings.concurrency()).isEqualTo(256);
        assertThat(settings.unitBudget()).isEqualTo(Duration.ofMinutes(2));
        assertThat(settings.sealKeyset()).isEmpty();
        assertThat(settings.rate().perSecond()).isEqualTo(10);
        assertThat(settings.rate().burst()).isEqualTo(20);
        assertThat(settings.rate().longestWait()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void takesEverySettingByItsName() {
        assertSet(SettingsInMemory.ofProperties(ALL).getConfigMapping(ScannerSettings.class));
    }

    @Test
    void takesEverySettingFromTheEnvironment() {
        Map<String, String> environment = new TreeMap<>();
        ALL.forEach(
                (name, value) -> environment.put(name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT), value));

        assertSet(SettingsInMemory.ofEnvironment(environment).getConfigMapping(ScannerSettings.class));
    }

    private static void assertSet(ScannerSettings settings) {
        assertThat(settings.concurrency()).isEqualTo(8);
        assertThat(settings.unitBudget()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.sealKeyset()).contains(Path.of("/keys/seal.json"));
        assertThat(settings.rate().perSecond()).isEqualTo(2.5);
        assertThat(settings.rate().burst()).isEqualTo(5);
        assertThat(settings.rate().longestWait()).isEqualTo(Duration.ofSeconds(1));
    }
}
