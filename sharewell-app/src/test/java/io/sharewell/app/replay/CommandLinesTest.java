package io.sharewell.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.app.CommandRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLinesTest {

    private static final String SERVERS = "localhost:1";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    share-results           | share-results says what came of the work; to say it again changes nothing
                    session-renewals        | session-renewals holds records on their way to another session
                    workloads-found.dlq     | workloads-found.dlq holds dead letters: ./sharewell redrive sends them back
                    workloads-found.retry.2 | workloads-found.retry.2 comes back to workloads-found by itself
                    orders                  | 'orders' is no topic of Sharewell
                    """)
    void onlyTheTopicsOfWorkCanBeReplayed(String topic, String why) {
        CommandRun run = ReplayCommands.replay("--bootstrap-servers", SERVERS, "--topic", topic);

        assertThat(run.exitStatus()).isEqualTo(64);
        assertThat(run.err())
                .startsWith("sharewell: --topic: " + why)
                .contains("Give accounts, account-sessions or workloads-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"workloads-found", "share-results", "share-results.dlq", "workloads-found.retry.1", "x"})
    void onlyDeadLettersCanBeRedriven(String topic) {
        CommandRun run = ReplayCommands.redrive("--bootstrap-servers", SERVERS, "--topic", topic);

        assertThat(run.exitStatus()).isEqualTo(64);
        assertThat(run.err())
                .startsWith("sharewell: --topic: '" + topic + "' is no dead-letter topic. Give accounts.dlq,"
                        + " account-sessions.dlq, workloads-found.dlq, session-renewals.dlq");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    --account | 12                   | --account: '12' is not an AWS account id: it must be 12 digits
                    --region  | europe               | --region: 'europe' is not the name of an AWS Region
                    --since   | yesterday            | --since: 'yesterday' is no time: give it like 2026-11-21T10:00:00Z
                    --until   | 2026-11-21T25:00:00Z | --until: '2026-11-21T25:00:00Z' is no time
                    """)
    void aFilterThatMakesNoSenseIsNamed(String option, String value, String why) {
        CommandRun run =
                ReplayCommands.replay("--bootstrap-servers", SERVERS, "--topic", "workloads-found", option, value);

        assertThat(run.exitStatus()).isEqualTo(64);
        assertThat(run.err()).startsWith("sharewell: " + why);
    }

    @Test
    void anEndBeforeTheBeginningIsNoTime() {
        CommandRun run = ReplayCommands.replay(
                "--bootstrap-servers", SERVERS, "--topic", "workloads-found", "--since", "1h", "--until", "2h");

        assertThat(run.exitStatus()).isEqualTo(64);
        assertThat(run.err()).startsWith("sharewell: --since must be before --until");
    }

    @Test
    void accountsHaveNoRegion() {
        CommandRun run = ReplayCommands.redrive(
                "--bootstrap-servers", SERVERS, "--topic", "accounts.dlq", "--region", "eu-west-1");

        assertThat(run.exitStatus()).isEqualTo(64);
        assertThat(run.err()).startsWith("sharewell: --region: the records of accounts are about whole accounts");
    }

    @Test
    void aTopicMustBeNamed() {
        assertThat(ReplayCommands.replay("--bootstrap-servers", SERVERS).err())
                .startsWith("sharewell: Missing required option");
        assertThat(ReplayCommands.redrive("--bootstrap-servers", SERVERS).exitStatus())
                .isEqualTo(64);
    }

    @Test
    void helpTellsTheExitStatus() {
        assertThat(ReplayCommands.replay("--help").out()).contains("Exit status:", "--command-config=FILE");
        assertThat(ReplayCommands.redrive("--help").out()).contains("Exit status:", "--dry-run");
    }
}
