package io.sharewell.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class DockerfileTest {

    /** Its instructions, continued lines joined. */
    private static List<String> instructions() throws IOException {
        return Files.readString(Code.ROOT.resolve("deploy/docker/Dockerfile"))
                .replace("\\\n", " ")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    @Test
    void runsAsANumericUserAndNeedsNoNetworkToBuild() throws IOException {
        assertThat(instructions())
                .contains("USER 10001:10001")
                .noneMatch(line -> line.startsWith("ADD ") || line.matches("RUN .*(curl|wget|apt|dnf|apk).*"))
                .noneMatch(line -> line.contains(":latest"));
    }

    @Test
    void theEntryPointIsInExecFormSoThatSignalsReachJava() throws IOException {
        assertThat(instructions().getLast())
                .startsWith("ENTRYPOINT [\"java\",")
                .contains("--sun-misc-unsafe-memory-access=allow", "-XX:+ExitOnOutOfMemoryError")
                // As the processes of the end-to-end tests
                .contains("-XX:InitialRAMPercentage=25", "-XX:MaxRAMPercentage=40", "-XX:TieredStopAtLevel=1")
                .endsWith("\"-jar\", \"/app/quarkus-run.jar\"]");
    }

    @Test
    void theStartUpCacheIsMadeByTheJvmThatUsesIt() throws IOException {
        assertThat(instructions())
                .contains("FROM ${BASE} AS startup-caches", "FROM ${BASE}")
                .contains("COPY --from=startup-caches /training/${SERVICE}/target/quarkus-app/app.aot ./");
        assertThat(instructions().getLast()).contains("\"-XX:AOTCache=/app/app.aot\"");
    }

    @Test
    void whatChangesLeastIsCopiedFirst() throws IOException {
        assertThat(instructions().stream()
                        .filter(line -> line.startsWith("COPY --from=startup-caches /training/${SERVICE}"))
                        .map(line -> line.replaceAll(".* ", "")))
                .containsExactly("lib/", "./", "quarkus/", "app/", "./");
    }

    @Test
    void itsUserMayReadAllWhateverTheUmaskOfTheMachineThatBuiltIt() throws IOException {
        List<String> instructions = instructions();
        int image = instructions.indexOf("FROM ${BASE}");

        assertThat(instructions.get(image - 1)).isEqualTo("RUN chmod -R a+rX /training");
        assertThat(instructions.subList(image, instructions.size()))
                .filteredOn(line -> line.startsWith("COPY "))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("COPY --from=startup-caches /training/"));
    }

    @Test
    void theBuildSeesWhatItCopiesAndNothingElse() throws IOException {
        assertThat(Files.readAllLines(Code.ROOT.resolve(".dockerignore")))
                .contains("*", "!deploy/docker/healthy", "!sharewell-app/target/quarkus-app")
                .contains("!chaos/target/classes", "!chaos/target/lib")
                .containsAll(Code.SERVICES.stream()
                        .map(service -> "!" + service + "/target/quarkus-app")
                        .toList());
        assertThat(Code.ROOT.resolve("deploy/docker/healthy")).isExecutable();
    }
}
