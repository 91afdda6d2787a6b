package io.sharewell.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sharewell.app.view.Terminal;
import io.sharewell.platform.EmbeddedKafka;
import io.sharewell.platform.EmbeddedKafkaOptions;
import io.sharewell.seal.Keysets;
import io.sharewell.simulator.AwsSimulator;
import io.sharewell.simulator.GeneratedOrganization;
import io.sharewell.simulator.SimulatorOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

class DoctorCommandIT {

    private static final AwsCredentialsProvider AUTOMATION = StaticCredentialsProvider.create(
            AwsBasicCredentials.create(AwsSimulator.ACCESS_KEY_ID, AwsSimulator.SECRET_ACCESS_KEY));

    private static AwsSimulator aws;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        aws = AwsSimulator.start(
                SimulatorOptions.of(GeneratedOrganization.of(30, 2, 1)).withoutRateLimits());
    }

    @AfterAll
    static void stop() {
        aws.close();
    }

    private static CommandRun doctor(String... arguments) {
        return doctor(AUTOMATION, arguments);
    }

    private static CommandRun doctor(AwsCredentialsProvider credentials, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--region", "eu-west-1"));
        CommandRun run = CommandRun.of(
                new DoctorCommand(() -> Terminal.plain(100), () -> credentials, Clock.systemUTC()),
                all.toArray(String[]::new));
        assertThat(run.out() + run.err()).doesNotContain(AwsSimulator.SECRET_ACCESS_KEY);
        return run;
    }

    private static String[] against(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--reviews-account",
                "333333333333",
                "--endpoint-url",
                aws.endpoint().toString()));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    @Test
    void looksAtASampleOfAnOrganizationInWhichAllIsWell() {
        CommandRun ending = doctor(against());

        assertThat(ending.exitStatus()).isZero();
        assertThat(ending.out())
                .contains("Accounts: a sample of 5 of ", "Nothing is missing as far as it can be told without writing")
                .doesNotContain("Problems")
                .doesNotContain("\u001b");
        assertThat(ending.err()).isEmpty();
    }

    @Test
    void printsNothingButJsonIfAsked() throws Exception {
        Path file = folder.resolve("made/doctor.json");

        CommandRun ending = doctor(against("--json", "--report", file.toString()));

        JsonNode printed = new ObjectMapper().readTree(ending.out());
        assertThat(printed.path("exitStatus").asInt(-1)).isZero();
        assertThat(printed.path("accounts").path("lookedAt").size()).isEqualTo(5);
        assertThat(printed.path("checks").findValuesAsText("status")).containsOnly("OK", "CANNOT_BE_TOLD");
        assertThat(new ObjectMapper().readTree(Files.readString(file))).isEqualTo(printed);
    }

    @Test
    void asksNothingThatCouldWriteAndOpensOnlySessionsThatCouldNot() throws Exception {
        send(HttpRequest.newBuilder(admin("/admin/journal")).DELETE());

        doctor(against());

        String journal = send(HttpRequest.newBuilder(admin("/admin/journal")).GET());
        assertThat(new ObjectMapper().readTree(journal).findValuesAsText("operation"))
                .isNotEmpty()
                .allMatch(operation -> operation.matches("(Get|List|Describe).*") || operation.equals("AssumeRole"));
        assertThat(journal).doesNotContain("CreateWorkloadShare");
    }

    private static URI admin(String path) {
        return aws.adminEndpoint().resolve(path);
    }

    private static String send(HttpRequest.Builder request) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString()).body();
        }
    }

    @Test
    void aBrokerAndKeysetsThatAreInOrderAreOk() {
        Path seal = folder.resolve("seal.json");
        Path grant = folder.resolve("grant.json");
        Keysets.createSealKeyset(seal);
        Keysets.createGrantKeyset(grant);
        try (EmbeddedKafka kafka = EmbeddedKafka.start(EmbeddedKafkaOptions.temporary())) {
            CommandRun ending = doctor(against(
                    "--bootstrap-servers", kafka.bootstrapServers(),
                    "--seal-keyset", seal.toString(),
                    "--grant-keyset", grant.toString()));

            assertThat(ending.exitStatus()).isZero();
            assertThat(ending.out())
                    .contains("Kafka broker           ok", "Seal keyset            ok", "Grant keyset           ok");
        }
    }

    @Test
    void problemsOfSomeAccountsEndWith2() {
        CommandRun ending = doctor(against("--accounts", "999999999999"));

        assertThat(ending.exitStatus()).isEqualTo(2);
        assertThat(ending.out()).contains("ACCOUNT_NOT_IN_ORGANIZATION", "exit status 2");
    }

    @Test
    void aWrongSetUpEndsWith3AndTellsTheCommandThatCuresIt() {
        CommandRun ending = doctor(
                StaticCredentialsProvider.create(
                        AwsBasicCredentials.create("AKIAI44QH8DHBEXAMPLE", "je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY")),
                against());

        assertThat(ending.exitStatus()).isEqualTo(3);
        assertThat(ending.out())
                .contains("NOT_DELEGATED_ADMINISTRATOR", "management account 111111111111")
                .contains("aws organizations register-delegated-administrator --account-id 333333333333"
                        + " --service-principal access-analyzer.amazonaws.com");
    }

    @Test
    void aReportThatCannotBeWrittenIsToldBeforeAnythingIsAsked() {
        CommandRun ending = doctor(against("--report", folder.toString()));

        assertThat(ending.exitStatus()).isEqualTo(3);
        assertThat(ending.err()).contains("The report cannot be written to " + folder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            --accounts 444444444444                               | Missing required option: '--reviews-account
            --reviews-account 12                             | '12' is not an AWS account id: it must be 12 digits
            --reviews-account 333333333333 --accounts x      | 'x' is not an AWS account id
            --reviews-account 333333333333 --role-name a/b   | --role-name is 'a/b': give a role's name without its path
            --reviews-account 333333333333 --role-path tools | --role-path is 'tools': give / or /some/path/
            --reviews-account 333333333333 --external-id x   | --external-id is 'x': give 2 to 1224
            --reviews-account 333333333333 --endpoint-url x  | 'x': give a URL
            --reviews-account 333333333333 --report x.csv    | --report is 'x.csv': give the name of a JSON file
            --reviews-account 333333333333 --bootstrap-servers x | --bootstrap-servers is 'x': give HOST:PORT
            --reviews-account 333333333333 --regions eu-west-9   | AWS has no Region 'eu-west-9'
            --reviews-account 333333333333 --accept-with-role x  | --accept-with-role: 'x' is not the ARN of a role
            --reviews-account 333333333333 --accept-with-role arn:aws:iam::444444444444:role/A | it must be a role in the reviews account 333333333333
            """)
    void wrongCommandLinesEndWith64(String arguments, String message) {
        CommandRun ending = doctor(arguments.split(" +"));

        assertThat(ending.exitStatus()).isEqualTo(64);
        assertThat(ending.err()).contains(message);
    }
}
