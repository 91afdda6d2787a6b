package io.sharewell.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script {@code ./sharewell}, in a folder of its own, with a JDK that repeats its arguments and a Maven that waits. */
class LauncherTest {

    private static final Path SCRIPT = Path.of(System.getProperty("sharewell.project", ".."), "sharewell");
    private static final List<String> TOOLS =
            List.of("bash", "cat", "dirname", "find", "grep", "head", "mkdir", "mv", "readlink", "touch");

    @TempDir
    private Path folder;

    private Path project;
    private Path jar;
    private Path builds;
    private Path gate;
    private Path tools;
    private String javaOptions = "";

    @BeforeEach
    void project() throws Exception {
        project = Files.createDirectories(folder.toRealPath().resolve("project"));
        Files.copy(SCRIPT, project.resolve("sharewell"));
        executable(project.resolve("sharewell"));
        Files.createFile(project.resolve("pom.xml"));
        Files.createDirectories(project.resolve("sharewell-app/src/main"));
        jar = project.resolve("sharewell-app/target/quarkus-app/quarkus-run.jar");
        builds = folder.resolve("builds");
        gate = folder.resolve("gate");
        tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : TOOLS) {
            link(tool);
        }
        script(folder.resolve("jdk/bin/javac"), "echo javac 25");
        script(folder.resolve("jdk/bin/java"), "echo \"$@\"; if [ -e /dev/fd/9 ]; then echo holds the lock; fi");
    }

    @Test
    void calledByALinkItFindsItsOwnFolder() throws Exception {
        built();
        Path bin = Files.createDirectories(folder.resolve("home/bin"));
        Files.createSymbolicLink(bin.resolve("relative"), Path.of("../../project/sharewell"));
        Files.createSymbolicLink(bin.resolve("sharewell"), bin.resolve("relative"));
        Files.createSymbolicLink(folder.resolve("elsewhere"), bin);

        Ending ending = start(folder.resolve("elsewhere/sharewell"), "status").end();

        assertThat(ending.status()).as(ending.said()).isZero();
        assertThat(ending.said()).contains("-jar " + jar + " status");
    }

    @Test
    void needsNoHome() throws Exception {
        built();

        Ending ending = start("status").end();

        assertThat(ending.status()).as(ending.said()).isZero();
    }

    @Test
    void aCommandOutOfMemoryEndsAndNamesTheCure() throws Exception {
        builtToFillTheMemory();

        Ending ending = start("run").end();

        assertThat(ending.status()).as(ending.said()).isEqualTo(3);
        assertThat(ending.said())
                .contains("sharewell: out of memory: allow it more, such as SHAREWELL_JAVA_OPTS=-Xmx2g\n");
    }

    @Test
    void aSimulatorOutOfMemoryEndsWithoutACureThatCouldBeLessThanItHad() throws Exception {
        builtToFillTheMemory();

        Ending ending = start("simulator").end();

        assertThat(ending.status()).as(ending.said()).isEqualTo(3);
        assertThat(ending.said()).contains("OutOfMemoryError").doesNotContain("-Xmx2g");
    }

    @ParameterizedTest
    @ValueSource(strings = {"flock", "perl"})
    void oneOfTwoCommandsBuildsAndTheOtherWaitsForIt(String locker) throws Exception {
        assumeTrue(installed(locker).isPresent());
        link(locker);
        assertThat(new ProcessBuilder("mkfifo", gate.toString()).start().waitFor())
                .isZero();
        script(tools.resolve("mvn"), """
                echo build >> %s
                cat %s
                mkdir -p %s
                touch %s""".formatted(builds, gate, jar.getParent(), jar));

        Command first = start("first");
        Awaitility.await().until(() -> builds() == 1);
        Command second = start("second");
        Awaitility.await().until(() -> builds() == 2 || second.said().contains("waiting for it"));
        Files.writeString(gate, "");

        assertThat(first.end().said()).contains("-jar " + jar + " first");
        assertThat(second.end().said()).contains("-jar " + jar + " second").doesNotContain("holds the lock");
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void aBuildThatFailsIsASetUpThatIsWrong() throws Exception {
        link("flock");
        script(tools.resolve("mvn"), "echo no compiler; exit 1");

        Ending ending = start("status").end();

        assertThat(ending.status()).as(ending.said()).isEqualTo(3);
        assertThat(ending.said()).contains("no compiler", "could not be built");
    }

    /** @param said to standard output and standard error */
    private record Ending(int status, String said) {}

    private final class Command {

        private final Path said;
        private final Process process;

        private Command(Path script, String argument) throws IOException {
            said = folder.resolve(argument + ".log");
            ProcessBuilder builder = new ProcessBuilder(script.toString(), argument)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile());
            builder.environment().clear();
            builder.environment().put("PATH", tools.toString());
            builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
            builder.environment().put("SHAREWELL_JAVA_OPTS", javaOptions);
            process = builder.start();
        }

        private String said() throws IOException {
            return Files.readString(said);
        }

        private Ending end() throws Exception {
            return new Ending(process.waitFor(), said());
        }
    }

    private Command start(Path script, String argument) throws IOException {
        return new Command(script, argument);
    }

    private Command start(String argument) throws IOException {
        return start(project.resolve("sharewell"), argument);
    }

    private void built() throws IOException {
        Files.createDirectories(jar.getParent());
        Files.createFile(jar);
        Files.createFile(project.resolve("sharewell-app/target/built"));
    }

    /** With a real JDK, and little memory. */
    private void builtToFillTheMemory() throws IOException {
        built();
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FillsTheMemory.class.getName());
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        FillsTheMemory.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString());
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        script(folder.resolve("jdk/bin/java"), "exec " + System.getProperty("java.home") + "/bin/java \"$@\"");
        javaOptions = "-Xmx16m";
    }

    private static final class FillsTheMemory {
        public static void main(String... arguments) {
            List<byte[]> kept = new ArrayList<>();
            while (true) {
                kept.add(new byte[1_000_000]);
            }
        }
    }

    private int builds() throws IOException {
        return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
    }

    private void link(String tool) throws IOException {
        Files.createSymbolicLink(tools.resolve(tool), installed(tool).orElseThrow());
    }

    private static Optional<Path> installed(String tool) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(directory -> Path.of(directory, tool))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static void script(Path path, String text) throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, "#!/usr/bin/env bash\n" + text + "\n");
        executable(path);
    }

    private static void executable(Path path) {
        assertThat(path.toFile().setExecutable(true)).isTrue();
    }
}
