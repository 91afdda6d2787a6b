package io.sharewell.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.platform.process.JavaProcess;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessesTest {

    @Test
    void tellWhatTheOneSaidLastThatHasEnded() throws InterruptedException {
        try (JavaProcess services = running("services");
                JavaProcess broker = running("broker")) {
            Processes processes = new Processes(List.of(services, broker));
            assertThat(processes.areAlive()).isTrue();
            assertThat(processes.lastWords()).contains("--- services, alive", "--- broker, alive");

            broker.kill();

            assertThat(processes.areAlive()).isFalse();
            assertThat(processes.lastWords()).contains("--- broker, ended with").doesNotContain("services");
        }
    }

    /** It waits for what is never said on its standard input. */
    private static JavaProcess running(String name) {
        return JavaProcess.startJava(
                name, List.of("-cp", System.getProperty("java.class.path"), Listening.class.getName()), Map.of());
    }

    static final class Listening {
        public static void main(String... args) throws Exception {
            System.in.read();
        }
    }
}
