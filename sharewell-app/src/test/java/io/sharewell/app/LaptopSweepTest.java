package io.sharewell.app;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaptopSweepTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SHARE_WRITER_TARGETS_1__PRINCIPAL",
                "share_writer_targets_0__permission",
                "share-writer.targets[2].principal",
                "_PROD_SHARE_WRITER_TARGETS_1__PRINCIPAL"
            })
    void targetsOfTheShellAreRefused(String name) {
        assertThatThrownBy(() -> LaptopSweep.requireNoTargets(Map.of("PATH", "/bin", name, "444455556666")))
                .isInstanceOf(Failures.SetUpException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("unset it")
                .hasMessageNotContaining("444455556666");
    }

    @Test
    void otherSettingsOfTheShellAreTaken() {
        assertThatCode(() -> LaptopSweep.requireNoTargets(Map.of("SHARE_WRITER_ON_REFUSED", "INVITE_AGAIN")))
                .doesNotThrowAnyException();
    }
}
