package io.sharewell.simulator.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Measures, and writes what came of it into the README if {@code readme.update} says so. Asserts no figure. */
@EnabledIfSystemProperty(named = "speed", matches = "true", disabledReason = "takes minutes; -Dspeed=true")
class SpeedTest {

    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "<!-- speed: begin -->\n";
    private static final String END = "<!-- speed: end -->";

    @Test
    void allFiguresCanBeMeasured() throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dfile.encoding=UTF-8",
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Speed.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var figures = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        var readme = Files.readString(README);
        int begin = readme.indexOf(BEGIN) + BEGIN.length();
        int end = readme.indexOf(END);
        assertThat(end).as("the README has the two markers of the figures").isGreaterThanOrEqualTo(begin);
        if (Boolean.getBoolean("readme.update")) {
            Files.writeString(README, readme.substring(0, begin) + figures + readme.substring(end));
        }
    }
}
