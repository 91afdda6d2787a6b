package io.sharewell.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sharewell.simulator.AwsSimulator;
import io.sharewell.simulator.SimulatorOptions;
import io.sharewell.simulator.organization.OrganizationFile;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

class ExplainCommandTest {

    private static final String PROD = "444444444444";
    private static final String SUSPENDED = "555555555555";

    private static AwsSimulator aws;

    @BeforeAll
    static void start() {
        OrganizationFile organization = OrganizationFile.parse("""
                behaviours: {emptyPages: always}
                organizationalUnits:
                  - name: Workloads
                    id: ou-ab12-workload
                    units:
                      - {name: Prod, id: ou-ab12-prodprod}
                accounts:
                  - {id: "111111111111", name: management}
                  - {id: "222222222222", name: automation}
                  - id: "444444444444"
                    name: payments
                    ou: Workloads/Prod
                    tags: {env: prod}
                  - id: "555555555555"
                    name: old
                    ou: Workloads
                    state: SUSPENDED
                """);
        aws = AwsSimulator.start(SimulatorOptions.of(organization).withoutRateLimits());
    }

    @AfterAll
    static void stop() {
        aws.close();
    }

    private static CommandRun explain(String... arguments) {
        return explainWith(AwsSimulator.SECRET_ACCESS_KEY, arguments);
    }

    private static CommandRun explainWith(String secret, String... arguments) {
        AwsCredentialsProvider credentials =
                StaticCredentialsProvider.create(AwsBasicCredentials.create(AwsSimulator.ACCESS_KEY_ID, secret));
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--endpoint-url", aws.endpoint().toString()));
        return CommandRun.of(new ExplainCommand(() -> credentials), all.toArray(String[]::new));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                                     | 0 | SELECTED: no rule is about it",
                "--accounts=444444444444                                | 0 | SELECTED: the account is included by its id",
                "--ous=ou-ab12-workload                                 | 0 | SELECTED: included by ou-ab12-workload",
                "--ous=ou-ab12-prodprod --exclude-ous=ou-ab12-workload  | 0 | SELECTED: included by ou-ab12-prodprod",
                "--exclude-ous=ou-ab12-prodprod --ous=ou-ab12-workload  | 4 | NOT SELECTED, EXCLUDED: excluded by ou-ab12-prodprod",
                "--tag=env=prod                                         | 0 | and its tags meet env=prod",
                "--tag=env!=prod                                        | 4 | NOT SELECTED, NOT_INCLUDED: its tags do not meet env!=prod",
                "--accounts=555555555555                                | 4 | NOT SELECTED, NOT_INCLUDED",
                "--exclude-accounts=444444444444                        | 4 | NOT SELECTED, EXCLUDED: the account is excluded by its id"
            })
    void saysWhichRuleItIs(String selection, int status, String verdict) {
        List<String> arguments = new ArrayList<>(List.of(PROD));
        if (!selection.isBlank()) {
            arguments.addAll(List.of(selection.split(" ")));
        }

        CommandRun ending = explain(arguments.toArray(String[]::new));

        assertThat(ending.out())
                .contains(verdict)
                .contains("444444444444 payments, ACTIVE, in ou-ab12-prodprod in ou-");
        assertThat(ending.exitStatus()).as(ending.err()).isEqualTo(status);
    }

    @Test
    void namesTheOusThatItDoesNotKnow() {
        String unknown = "Whether the organization has ou-ab12-otherous, ou-ab12-oldsandb was not looked at";

        assertThat(explain(PROD, "--ous=ou-ab12-workload,ou-ab12-otherous", "--exclude-ous=ou-ab12-oldsandb")
                        .out())
                .contains("SELECTED: included by ou-ab12-workload", unknown);
        assertThat(explain(PROD, "--ous=ou-ab12-workload").out()).doesNotContain("not looked at");
    }

    @Test
    void listsNothing() throws Exception {
        explain(PROD, "--tag=env=prod");

        assertThat(calls().fieldNames())
                .toIterable()
                .contains("organizations.DescribeAccount")
                .doesNotContain("organizations.ListAccounts", "organizations.ListAccountsForParent");
    }

    private static JsonNode calls() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(aws.adminEndpoint().resolve("/admin/calls"))
                    .build();
            return new ObjectMapper()
                    .readTree(http.send(request, BodyHandlers.ofString()).body());
        }
    }

    @Test
    void namesAwssWordForAnAccountThatIsNotActive() {
        assertThat(explain(SUSPENDED).out()).contains("NOT SELECTED, NOT_ACTIVE: AWS says SUSPENDED");
    }

    @Test
    void theManagementAccountIsInOnlyIfAskedFor() {
        String management = "111111111111";

        assertThat(explain(management).out()).contains("NOT SELECTED, MANAGEMENT_ACCOUNT");
        assertThat(explain(management, "--management-account").exitStatus()).isZero();
    }

    @Test
    void anEndpointThatIsNoUrlIsWrongFromTheCommandLineAlone() {
        CommandRun run = CommandRun.of(new ExplainCommand(), PROD, "--endpoint-url", "simulator");

        assertThat(run.exitStatus()).isEqualTo(64);
        assertThat(run.err()).contains("'simulator': give a URL");
    }

    @Test
    void anUnknownAccountAndRefusedCredentialsNameTheCure() {
        CommandRun unknown = explain("999999999999");
        assertThat(unknown.exitStatus()).isEqualTo(3);
        assertThat(unknown.err()).contains("has no account 999999999999");

        CommandRun refused = explainWith("not-the-secret", PROD);
        assertThat(refused.exitStatus()).isEqualTo(3);
        assertThat(refused.err()).contains("CREDENTIALS_REJECTED");
    }
}
