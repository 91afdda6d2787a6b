package io.sharewell.platform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JavaProcessTest {

    @Test
    void isWaitedForAsLongAsIsSaid() throws InterruptedException {
        try (JavaProcess process = JavaProcess.startJava("version", List.of("--version"), Map.of())) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> process.awaitExit(Duration.ZERO))
                    .withMessageContaining("It does not end");
            assertThat(process.awaitExit(Duration.ofDays(1))).isZero();
        }
    }
}
