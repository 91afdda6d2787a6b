package io.sharewell.writer;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.events.Permission;
import io.sharewell.writer.domain.Policies.OnExpired;
import io.sharewell.writer.domain.Policies.OnFailed;
import io.sharewell.writer.domain.Policies.OnPermissionDifference;
import io.sharewell.writer.domain.Policies.OnRefused;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WriterSettingsTest {

    /** Every setting, with another value than its default. */
    private static final Map<String, String> ALL = Map.ofEntries(
            Map.entry("share-writer.targets[0].principal", "999900001111"),
            Map.entry("share-writer.targets[0].permission", "CONTRIBUTOR"),
            Map.entry("share-writer.targets[1].principal", "999900002222"),
            Map.entry("share-writer.on-expired", "REPORT"),
            Map.entry("share-writer.on-refused", "INVITE_AGAIN"),
            Map.entry("share-writer.on-failed", "RENEW"),
            Map.entry("share-writer.on-permission-difference", "UPDATE"),
            Map.entry("share-writer.concurrency", "8"),
            Map.entry("share-writer.unit-budget", "30s"),
            Map.entry("share-writer.seal-keyset", "/keys/seal.json"),
            Map.entry("share-writer.rate.per-second", "2.5"),
            Map.entry("share-writer.rate.burst", "5"),
            Map.entry("share-writer.rate.longest-wait", "1s"));

    @Test
    void hasDefaultsForAllButTargetsAndKeyset() {
        WriterSettings settings = SettingsInMemory.ofProperties(Map.of()).getConfigMapping(WriterSettings.class);

        assertThat(settings.targets()).isEmpty();
        assertThat(settings.onExpired()).isEqualTo(OnExpired.RENEW);
        assertThat(settings.onRefused()).isEqualTo(OnRefused.REPORT);
        assertThat(settings.onFailed()).isEqualTo(OnFailed.REPORT);
        assertThat(settings.onPermissionDifference()).isEqualTo(OnPermissionDifference.REPORT);
        assertThat(settings.concurrency()).isEqualTo(64);
        assertThat(settings.unitBudget()).isEqualTo(Duration.ofMinutes(2));
        assertThat(settings.sealKeyset()).isEmpty();
        assertThat(settings.rate().perSecond()).isEqualTo(10);
        assertThat(settings.rate().burst()).isEqualTo(20);
        assertThat(settings.rate().longestWait()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void takesEverySettingByItsName() {
        assertSet(SettingsInMemory.ofProperties(ALL).getConfigMapping(WriterSettings.class));
    }

    @Test
    void takesEverySettingFromTheEnvironment() {
        Map<String, String> environment = new TreeMap<>();
        ALL.forEach((name, value) ->
                environment.put(name.replaceAll("[^a-z0-9]", "_").toUpperCase(Locale.ROOT), value));

        assertThat(environment).containsKey("SHARE_WRITER_TARGETS_0__PRINCIPAL");
        assertSet(SettingsInMemory.ofEnvironment(environment).getConfigMapping(WriterSettings.class));
    }

    @Test
    void aTargetMayOnlyReadUnlessSaidOtherwise() {
        Map<String, String> properties = new HashMap<>(Map.of("share-writer.targets[0].principal", "999900001111"));

        assertThat(SettingsInMemory.ofProperties(properties)
                        .getConfigMapping(WriterSettings.class)
                        .targets())
                .singleElement()
                .satisfies(target -> assertThat(target.permission()).isEqualTo(Permission.READONLY));
    }

    private static void assertSet(WriterSettings settings) {
        assertThat(settings.targets()).hasSize(2);
        assertThat(settings.targets().get(0).principal()).contains("999900001111");
        assertThat(settings.targets().get(0).permission()).isEqualTo(Permission.CONTRIBUTOR);
        assertThat(settings.targets().get(1).principal()).contains("999900002222");
        assertThat(settings.onExpired()).isEqualTo(OnExpired.REPORT);
        assertThat(settings.onRefused()).isEqualTo(OnRefused.INVITE_AGAIN);
        assertThat(settings.onFailed()).isEqualTo(OnFailed.RENEW);
        assertThat(settings.onPermissionDifference()).isEqualTo(OnPermissionDifference.UPDATE);
        assertThat(settings.concurrency()).isEqualTo(8);
        assertThat(settings.unitBudget()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.sealKeyset()).contains(Path.of("/keys/seal.json"));
        assertThat(settings.rate().perSecond()).isEqualTo(2.5);
        assertThat(settings.rate().burst()).isEqualTo(5);
        assertThat(settings.rate().longestWait()).isEqualTo(Duration.ofSeconds(1));
    }
}
