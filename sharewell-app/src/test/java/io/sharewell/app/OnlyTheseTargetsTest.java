package io.sharewell.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.events.Permission;
import io.sharewell.writer.WriterSettings;
import io.sharewell.writer.WriterSettings.TargetSettings;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnlyTheseTargetsTest {

    private static final int ENVIRONMENT = 300;
    private static final int SYSTEM_PROPERTIES = 400;

    private static final List<TargetOption> NAMED = List.of(
            new TargetOption("333333333333", Permission.READONLY),
            new TargetOption("444455556666", Permission.CONTRIBUTOR));

    private static List<String> faults(Map<String, String> given, Map<String, String> elsewhere, int ordinal) {
        List<TargetSettings> read = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(WriterSettings.class)
                .withSources(new PropertiesConfigSource(given, "command line", SYSTEM_PROPERTIES))
                .withSources(new PropertiesConfigSource(elsewhere, "elsewhere", ordinal))
                .build()
                .getConfigMapping(WriterSettings.class)
                .targets();
        return new OnlyTheseTargets(given).faults(read);
    }

    @ParameterizedTest
    @CsvSource({
        "share-writer.targets[2].principal,  777788889999, 300, 777788889999=READONLY",
        "share-writer.targets[9].principal,  777788889999, 400, 777788889999=READONLY",
        "share-writer.targets[2].permission, CONTRIBUTOR,  300, nobody=CONTRIBUTOR",
        "share-writer.targets[0].principal,  777788889999, 500, 777788889999=READONLY",
        "share-writer.targets[0].permission, CONTRIBUTOR,  500, 333333333333=CONTRIBUTOR"
    })
    void whatIsNamedElsewhereIsRefused(String name, String value, int ordinal, String told) {
        assertThat(faults(TargetOption.byName(NAMED), Map.of(name, value), ordinal))
                .singleElement()
                .asString()
                .contains(
                        told, "444455556666=CONTRIBUTOR", "those of the command line alone: take share-writer.targets");
    }

    @Test
    void theCommandsOwnAreTaken() {
        Map<String, String> given = new HashMap<>(TargetOption.byName(NAMED));
        given.put("share-writer.on-failed", "RENEW");

        assertThat(faults(given, Map.of("share-writer.on-refused", "INVITE_AGAIN"), ENVIRONMENT))
                .isEmpty();
        assertThat(faults(given, Map.of("share-writer.targets[0].principal", "777788889999"), ENVIRONMENT))
                .as("the command's outranks it")
                .isEmpty();
    }

    @Test
    void aCommandThatNamesNobodyLeavesThemToTheEnvironment() {
        assertThat(faults(Map.of(), TargetOption.byName(NAMED), ENVIRONMENT)).isEmpty();
    }
}
