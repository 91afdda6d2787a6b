package io.sharewell.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingVariablesTest {

    @ConfigMapping(prefix = "some-module")
    interface SomeSettings {

        Optional<List<String>> excludeOus();

        Nested schedule();

        List<Target> targets();

        Map<String, String> keys();

        interface Nested {
            String mode();
        }

        interface Target {
            String principal();
        }
    }

    private final SettingVariables variables = new SettingVariables(SomeSettings.class);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SOME_MODULE_EXCLUDE_OUS",
                "SOME_MODULE_EXCLUDE_OUS_0_",
                "SOME_MODULE_SCHEDULE_MODE",
                "SOME_MODULE_TARGETS_0__PRINCIPAL",
                "SOME_MODULE_TARGETS_12__PRINCIPAL",
                "SOME_MODULE_KEYS_ANY",
                "SOME_MODULE_SERVICE_HOST",
                "SOME_MODULE_SERVICE_PORT",
                "SOME_MODULE_PORT",
                "SOME_MODULE_PORT_8080_TCP_ADDR",
                "ANOTHER_MODULE_EXCLUDE_OU",
                "SOME_MODULES",
                "some-module.exclude-ou"
            })
    void areSettingsOrOfNobodysConcern(String name) {
        assertThat(variables.faults(List.of(name))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SOME_MODULE_EXCLUDE_OU, SOME_MODULE_EXCLUDE_OUS",
        "SOME_MODULE_MODE, SOME_MODULE_SCHEDULE_MODE",
        "SOME_MODULE_TARGETS_0_PRINCIPAL, SOME_MODULE_TARGETS_0__PRINCIPAL"
    })
    void areFaultsThatNameWhatWasMeantIfTheyAreMisspelt(String name, String meant) {
        assertThat(variables.faults(List.of(name)))
                .containsExactly(name + " is no setting: did you mean " + meant + "?");
    }

    @Test
    void areToldAllAtOnceAndEachOnce() {
        assertThat(variables.faults(List.of("SOME_MODULE_B", "SOME_MODULE_A", "SOME_MODULE_B")))
                .hasSize(2);
    }
}
