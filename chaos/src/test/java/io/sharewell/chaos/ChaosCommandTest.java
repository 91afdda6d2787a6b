package io.sharewell.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ChaosCommandTest {

    private static final Path README = Path.of(System.getProperty("sharewell.project", ".."), "README.md");

    private final StringWriter told = new StringWriter();
    private final CommandLine command =
            new CommandLine(new ChaosCommand()).setOut(new PrintWriter(told)).setErr(new PrintWriter(told));

    @ParameterizedTest
    @ValueSource(strings = {"--rounds=0", "--accounts=3", "--seed=x", "--kinds=LUCK", "--nothing"})
    void wrongOptionsExitWithWrongUsageAndSayWhichTheyAre(String option) {
        assertThat(command.execute(option)).isEqualTo(ChaosCommand.WRONG_USAGE);

        assertThat(told.toString()).contains(option.replaceAll("=.*", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "recovery --times=0",
                "recovery --accounts=3",
                "neighbours --turns=0",
                "neighbours --accounts=3",
                "neighbours --times=1"
            })
    void soDoThoseOfItsMeasurements(String line) {
        assertThat(command.execute(line.split(" "))).isEqualTo(ChaosCommand.WRONG_USAGE);

        assertThat(told.toString()).contains(line.replaceAll(".* |=.*", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"recovery", "neighbours"})
    void theHelpOfItsMeasurementsSaysTheSame(String measurement) {
        assertThat(command.execute(measurement, "--help")).isZero();

        assertThat(told.toString()).contains("--accounts", "Default: ", "Exit status");
    }

    @Test
    void helpSaysWhatTheExitStatusMeans() {
        assertThat(command.execute("--help")).isZero();

        assertThat(told.toString()).contains("--seed", "--rounds", "--accounts", "Exit status");
    }

    @Test
    void theReadmeHasItsCommandLines() throws IOException {
        List<String> lines = Files.readString(README)
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("./sharewell chaos"))
                .toList();

        assertThat(lines).isNotEmpty();
        lines.forEach(line -> command.parseArgs(
                line.substring("./sharewell chaos".length()).strip().split("\\s+")));
    }
}
