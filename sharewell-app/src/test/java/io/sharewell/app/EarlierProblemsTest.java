package io.sharewell.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewell.events.AccountId;
import io.sharewell.events.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlierProblemsTest {

    private static final AccountId ONE = AccountId.of("111111111111");
    private static final AccountId TWO = AccountId.of("222222222222");
    private static final Region WEST = Region.of("eu-west-1");
    private static final Region NORTH = Region.of("eu-north-1");

    @TempDir
    private Path folder;

    @Test
    void problemsAreTriedAgainWhereTheyAre() throws IOException {
        EarlierProblems problems = EarlierProblems.in(report("""
                {"complete": true, "open": [], "problems": [
                  {"accountId": "222222222222"},
                  {"accountId": "111111111111", "region": "eu-west-1"},
                  {"accountId": "222222222222", "region": "eu-west-1"}]}"""));

        assertThat(problems.accounts()).containsExactly(ONE, TWO);
        assertThat(problems.regions()).isEqualTo(Map.of(ONE, List.of(WEST)));
    }

    @Test
    void accountsThatAreNotThereAreNotTriedAgain() throws IOException {
        String missing = "{\"accountId\": \"222222222222\", \"reason\": \"NO_SUCH_ACCOUNT\"}";

        assertThat(EarlierProblems.in(report("""
                {"complete": true, "open": [], "problems": [{"accountId": "111111111111"}, %s]}""".formatted(missing))).accounts())
                .containsExactly(ONE);
        Path alone = report("{\"complete\": true, \"open\": [], \"problems\": [" + missing + "]}");
        assertThatThrownBy(() -> EarlierProblems.in(alone))
                .isInstanceOf(Failures.SetUpException.class)
                .hasMessageContaining("accounts that are not there: correct the selection");
    }

    @Test
    void whatIsOpenIsTriedAgain() throws IOException {
        EarlierProblems problems = EarlierProblems.in(report("""
                {"complete": false, "problems": [], "open":
                  ["111111111111/eu-west-1/a1b2", "111111111111/eu-north-1", "222222222222"]}"""));

        assertThat(problems.accounts()).containsExactly(ONE, TWO);
        assertThat(problems.regions()).isEqualTo(Map.of(ONE, List.of(NORTH, WEST)));
    }

    @Test
    void aReportThatDoesNotNameAllThatIsOpenIsNotTakenForTheWhole() throws IOException {
        Path report = report("{\"problems\": [], \"open\": ["
                + String.join(",", Collections.nCopies(1_000, "\"111111111111\"")) + "]}");

        assertThatThrownBy(() -> EarlierProblems.in(report))
                .isInstanceOf(Failures.SetUpException.class)
                .hasMessageContaining("only the first 1000");
    }

    @Test
    void problemsOfTheAcceptanceAloneAreToldAsSuch() throws IOException {
        Path report = report("""
                {"complete": true, "problems": [], "acceptance":
                  {"complete": true, "problems": [{"accountId": "333333333333", "region": "eu-west-1"}]}}""");

        assertThatThrownBy(() -> EarlierProblems.in(report))
                .isInstanceOf(Failures.SetUpException.class)
                .hasMessageContaining("no problems but those of accepting invitations")
                .hasMessageContaining("leave --retry-problems out");
    }

    @Test
    void aSweepThatFailedBeforeItKnewAnAccountIsToldAsSuch() throws IOException {
        Path report = report("{\"complete\": false, \"problems\": [], \"open\": []}");

        assertThatThrownBy(() -> EarlierProblems.in(report))
                .isInstanceOf(Failures.SetUpException.class)
                .hasMessageContaining("failed as a whole");
    }

    @Test
    void aSweepThatEndedBeforeAllAccountsWereListedIsNotTriedAgainInPart() throws IOException {
        Path report =
                report("{\"complete\": false, \"listed\": false, \"problems\": [], \"open\": [\"444444444444\"]}");

        assertThatThrownBy(() -> EarlierProblems.in(report))
                .isInstanceOf(Failures.SetUpException.class)
                .hasMessageContaining("before all accounts were listed");
    }

    @Test
    void withoutProblemsThereIsNothingToTryAgain() throws IOException {
        Path report = report("""
                {"complete": true, "problems": [], "acceptance": {"complete": true, "problems": []}}""");

        assertThatThrownBy(() -> EarlierProblems.in(report))
                .isInstanceOf(Failures.SetUpException.class)
                .hasMessageContaining("has no problems: there is nothing to try again");
    }

    @Test
    void anotherFileIsNoReport() throws IOException {
        for (String text : List.of("[]", "{", "{\"problems\": [{}]}", "{\"problems\": [], \"open\": [\"x\"]}")) {
            Path report = report(text);

            assertThatThrownBy(() -> EarlierProblems.in(report))
                    .as(text)
                    .isInstanceOf(Failures.SetUpException.class)
                    .hasMessageContaining("is not a report of Sharewell");
        }
    }

    private Path report(String json) throws IOException {
        return Files.writeString(folder.resolve("report.json"), json);
    }
}
