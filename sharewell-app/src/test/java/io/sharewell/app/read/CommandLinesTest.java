package io.sharewell.app.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.app.CommandRun;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLinesTest {

    @TempDir
    private Path folder;

    @Test
    void theBrokerMustBeNamed() {
        CommandRun run = ReadCommands.status();

        assertThat(run.exitStatus()).isEqualTo(64);
        assertThat(run.err()).startsWith("sharewell: Missing required option: '--bootstrap-servers=HOST:PORT'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:", ":9092", "localhost:9092,", "a b:9092", "localhost:kafka"})
    void theBrokerIsAHostAndAPort(String servers) {
        CommandRun run = ReadCommands.report("--bootstrap-servers", servers);

        assertThat(run.exitStatus()).isEqualTo(64);
        assertThat(run.err())
                .startsWith("sharewell: --bootstrap-servers is '" + servers
                        + "': give HOST:PORT, several with commas between them");
    }

    @Test
    void anUnknownOptionIsAFaultOfTheCommandLine() {
        assertThat(ReadCommands.report("--bootstrap-servers", "localhost:9092", "--swep", "s")
                        .exitStatus())
                .isEqualTo(64);
    }

    @Test
    void aCommandConfigThatIsNotThereIsNamed() {
        Path file = folder.resolve("client.properties");

        CommandRun run =
                ReadCommands.status("--bootstrap-servers", "localhost:9092", "--command-config", file.toString());

        assertThat(run)
                .isEqualTo(new CommandRun(
                        3,
                        "",
                        "--command-config " + file
                                + " cannot be read: name a file of Kafka client properties that you may read.\n"));
    }

    @Test
    void aReportThatCannotBeWrittenIsToldBeforeAnythingIsRead() {
        CommandRun run = ReadCommands.report("--bootstrap-servers", "localhost:1", "--report", folder.toString());

        assertThat(run.exitStatus()).isEqualTo(3);
        assertThat(run.err()).startsWith("The report cannot be written to " + folder);
    }

    @Test
    void helpTellsTheExitStatus() {
        assertThat(ReadCommands.status("--help").out())
                .contains("Exit status, by the newest sweep over the organization that has ended:");
        assertThat(ReadCommands.report("--help").out()).contains("--command-config=FILE", "Exit status:");
    }
}
