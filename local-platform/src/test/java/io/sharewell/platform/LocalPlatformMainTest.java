package io.sharewell.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LocalPlatformMainTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void runsBothUntilItIsToldToEnd() throws IOException, InterruptedException {
        var process = started(
                "--kafka-port",
                "0",
                "--kafka-dir",
                folder.toString(),
                "simulator",
                "--port",
                "0",
                "--admin-port",
                "0",
                "--accounts",
                "5");
        try (var lines = process.inputReader()) {
            var kafka = valueOf("Kafka", lines.lines());
            var admin = valueOf("admin API", lines.lines());
            try (var client = new Client(kafka)) {
                client.create("letters");
                client.send("letters", "a");
            }
            assertThat(admin).startsWith("http://127.0.0.1:").endsWith("/admin/health");

            process.destroy();

            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(readFromTheFolder()).containsExactly("a");
    }

    @Test
    void endsInGoodOrderWithTheBrokerAlone() throws IOException, InterruptedException {
        var process = started("--kafka-port", "0", "--kafka-dir", folder.toString());
        try (var lines = process.inputReader()) {
            assertThat(valueOf("Kafka", lines.lines())).startsWith("127.0.0.1:");

            process.destroy();

            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(folder.resolve("log/.kafka_cleanshutdown")).exists();
    }

    @Test
    void saysWhyItEndsWhenItsFolderCannotBeWrittenAnyMore() throws IOException, InterruptedException {
        var said = folder.resolve("said");
        var process = started(
                ProcessBuilder.Redirect.to(said.toFile()), "--kafka-port", "0", "--kafka-dir", folder.toString());
        try (var lines = process.inputReader()) {
            var kafka = valueOf("Kafka", lines.lines());
            Files.move(folder.resolve("log"), folder.resolve("lost"));
            Files.createFile(folder.resolve("log"));

            try (var client = new Client(kafka)) {
                client.askFor("letters");
                assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            }
        }
        assertThat(process.exitValue()).isEqualTo(3);
        assertThat(said)
                .content()
                .contains("Kafka cannot write to " + folder + " any more: the disk is full or broken. Make room");
    }

    @Test
    void saysInOneLineThatThePortIsTaken() throws IOException {
        try (var taken = Ports.taken()) {
            var status = execute("--kafka-port", Integer.toString(taken.getLocalPort()));

            assertThat(status).isEqualTo(3);
            assertThat(err.toString().lines()).singleElement().asString().contains("give another port");
        }
    }

    @Test
    void startsNoSimulatorWithoutABroker() throws IOException {
        try (var taken = Ports.taken()) {
            var status = execute(
                    "--kafka-port",
                    Integer.toString(taken.getLocalPort()),
                    "simulator",
                    "--port",
                    "0",
                    "--admin-port",
                    "0");

            assertThat(status).isEqualTo(3);
            assertThat(out.toString()).isEmpty();
        }
    }

    @Test
    void refusesAnOptionItDoesNotKnow() {
        assertThat(execute("--no-such-option")).isEqualTo(64);
        assertThat(err.toString()).contains("--no-such-option");
    }

    @Test
    void refusesAPortThatIsNone() {
        assertThat(execute("--kafka-port", "70000")).isEqualTo(64);
        assertThat(err.toString()).contains("--kafka-port: 70000 is no TCP port");
    }

    @Test
    void explainsItself() {
        assertThat(execute("--help")).isZero();
        assertThat(out.toString()).contains("--kafka-port", "--kafka-dir", "simulator");
    }

    private int execute(String... arguments) {
        try (var platform = new PlatformCommand()) {
            return LocalPlatformMain.commandLine(platform)
                    .setOut(new PrintWriter(out, true))
                    .setErr(new PrintWriter(err, true))
                    .execute(arguments);
        }
    }

    private List<String> readFromTheFolder() {
        try (var kafka = EmbeddedKafka.start(EmbeddedKafkaOptions.keptIn(folder));
                var client = new Client(kafka)) {
            return client.readAs("reader", "letters", 1);
        }
    }

    private static String valueOf(String name, Stream<String> lines) {
        var line = lines.filter(text -> text.startsWith(name)).findFirst().orElseThrow();
        return line.substring(name.length()).trim();
    }

    private static Process started(String... arguments) throws IOException {
        return started(ProcessBuilder.Redirect.INHERIT, arguments);
    }

    private static Process started(ProcessBuilder.Redirect errors, String... arguments) throws IOException {
        var command = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                LocalPlatformMain.class.getName());
        return new ProcessBuilder(Stream.concat(command, Stream.of(arguments)).toList())
                .redirectError(errors)
                .start();
    }
}
