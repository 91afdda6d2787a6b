package io.sharewell.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class SimulatorCommandTest {

    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --nonsense                        | Unknown option: '--nonsense'
            --port many                       | Invalid value for option '--port'
            --port 70000                      | A port lies between 0 and 65535
            --journal-size -1                 | A journal's size lies not below 0
            --latency soon                    | write it like 50ms
            --accounts 2                      | needs at least 3 accounts
            --demo --accounts 5               | needs at least
            --demo --org a.yaml               | mutually exclusive
            """)
    void explainsWrongOptionsAndExitsWith64(String options, String explanation) {
        int exit = execute(options.split(" "));

        assertThat(exit).isEqualTo(64);
        assertThat(err.toString())
                .contains(explanation)
                .contains("Usage: simulator")
                .doesNotContain("\tat ");
    }

    @Test
    void namesTheCureForAPortInUse() throws IOException {
        try (var taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            int exit = execute("--port", String.valueOf(taken.getLocalPort()), "--admin-port", "0");

            assertThat(exit).isEqualTo(3);
            assertThat(err.toString().strip())
                    .isEqualTo(
                            "Port " + taken.getLocalPort() + " of 127.0.0.1 is in use: stop the process that has it, or"
                                    + " choose another port (--port, --admin-port; 0 takes any free one)");
        }
    }

    @Test
    void namesTheLineOfAnUnreadableOrganizationFile() throws IOException {
        var file = Files.writeString(folder.resolve("org.yaml"), "accounts:\n  - {id: \"444444444444\", nmae: x}\n");

        int exit = execute("--org", file.toString());

        assertThat(exit).isEqualTo(3);
        assertThat(err.toString()).contains("line 2").contains("nmae").doesNotContain("\tat ");
    }

    @Test
    void namesAMissingOrganizationFile() {
        int exit = execute("--org", folder.resolve("none.yaml").toString());

        assertThat(exit).isEqualTo(3);
        assertThat(err.toString()).contains("none.yaml cannot be read").doesNotContain("\tat ");
    }

    @Test
    void takesItsOptions() {
        var command = new SimulatorCommand();
        new CommandLine(command)
                .parseArgs(
                        "--port",
                        "1",
                        "--admin-port",
                        "2",
                        "--accounts",
                        "12",
                        "--workloads-per-account",
                        "4",
                        "--seed",
                        "9",
                        "--latency",
                        "50ms",
                        "--host",
                        "0.0.0.0",
                        "--no-rate-limits",
                        "--journal-size",
                        "5");

        var options = command.options();

        assertThat(options.port()).isEqualTo(1);
        assertThat(options.adminPort()).isEqualTo(2);
        assertThat(options.host()).isEqualTo("0.0.0.0");
        assertThat(options.latency()).isEqualTo(Duration.ofMillis(50));
        assertThat(options.journalSize()).isEqualTo(5);
        assertThat(options.rateLimits().enabled()).isFalse();
        assertThat(options.organization()).isEqualTo(GeneratedOrganization.of(12, 4, 9));
    }

    @Test
    void hasItsDefaults() {
        var command = new SimulatorCommand();
        new CommandLine(command).parseArgs();

        var options = command.options();

        assertThat(options.port()).isEqualTo(4566);
        assertThat(options.adminPort()).isEqualTo(4567);
        assertThat(options.host()).isEqualTo("127.0.0.1");
        assertThat(options.latency()).isNull();
        assertThat(options.organization()).isEqualTo(GeneratedOrganization.of(20, 3, 1));
    }

    @Test
    void announcesWhereItIsAndWithWhichKeys() {
        var organization = Orgs.with();
        try (var simulator = AwsSimulator.start(SimulatorOptions.of(organization))) {
            var text = new Announcement(simulator, organization).text();

            assertThat(text)
                    .contains("export AWS_ENDPOINT_URL=" + simulator.endpoint())
                    .contains(simulator.adminEndpoint().toString())
                    .contains("export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE")
                    .contains("export AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")
                    .contains("111111111111", "222222222222", "333333333333");
        }
    }

    private int execute(String... options) {
        return SimulatorMain.commandLine().setErr(new PrintWriter(err, true)).execute(options);
    }
}
