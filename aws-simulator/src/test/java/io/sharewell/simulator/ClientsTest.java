package io.sharewell.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** AWS's clients in other languages, as far as they are installed. */
@EnabledIfSystemProperty(named = "clients", matches = "true", disabledReason = "needs AWS's clients; -Dclients=true")
class ClientsTest {

    @Test
    void otherClientsGetWhatTheyExpect() throws IOException, InterruptedException {
        var builder = new ProcessBuilder("bash", "src/test/clients/run.sh").redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("SIMULATOR_CLASSPATH", System.getProperty("java.class.path"));
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        System.out.println(output);

        assertThat(process.waitFor()).as(output).isZero();
    }
}
