package io.sharewell.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.app.view.Terminal;
import io.sharewell.app.view.Terminal.Feature;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DoctorViewTest {

    private static String printed(DoctorReport report, Terminal terminal) {
        StringWriter text = new StringWriter();
        new DoctorView(terminal).print(report, new PrintWriter(text));
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    private static DoctorReport everyKindOfFinding() {
        return AReport.of(
                Result.of(Check.ROLE, AReport.PAYMENTS, AReport.notAssumable()),
                Result.of(Check.LIST_WORKLOADS, AReport.PAYMENTS, new Finding.NotChecked("no session in the account")),
                Result.of(Check.ROLE, AReport.LEDGER, AReport.notAssumable()),
                Result.of(Check.IDENTITY, new Finding.Ok("arn:aws:iam::222222222222:user/automation")),
                Result.of(Check.REVIEWS_ACCOUNT, Finding.of(Cause.REVIEWS_ACCOUNT_FOREIGN, "None of 2.", "Compare.")),
                Result.of(Check.TOOL_REGIONS, Finding.of(Cause.REGION_LIST_NOT_ALLOWED, "denied", "Allow it.")));
    }

    @Test
    void aLinePerCheckAndEachCauseOnceWithItsCure() {
        assertThat(printed(everyKindOfFinding(), Terminal.plain(100))).isEqualTo("""
                The set-up
                  ✓ Who am I               ok              arn:aws:iam::222222222222:user/automation
                  ? Reviews account        cannot be told  REVIEWS_ACCOUNT_FOREIGN
                  ! Regions with the tool  ok              REGION_LIST_NOT_ALLOWED

                Accounts: 2 accounts by --accounts

                  444444444444  payments  [31m
                  ✗ Role                   problem         ROLE_NOT_ASSUMABLE
                  · List workloads         not checked     no session in the account

                  555555555555  ledger
                  ✗ Role                   problem         ROLE_NOT_ASSUMABLE

                Problems

                  ROLE_NOT_ASSUMABLE
                    In    all 2 accounts: 444444444444 payments [31m, 555555555555 ledger
                    Seen  AccessDenied
                    Cure  Check the role.
                          aws iam get-role --role-name Shares

                Cannot be told

                  REVIEWS_ACCOUNT_FOREIGN
                    Seen  None of 2.
                    About Compare.

                Worth knowing

                  REGION_LIST_NOT_ALLOWED
                    Seen  denied
                    About Allow it.

                A sweep would run, with problems: exit status 2.
                Nothing was written to AWS.
                """);
    }

    @Test
    void coloursAreShownOnlyWhereTheyAreWanted() {
        Terminal colours = new Terminal(100, Set.of(Feature.COLOUR, Feature.UNICODE));

        assertThat(printed(everyKindOfFinding(), colours))
                .contains("\u001b[1;31m✗ Role")
                .contains("\u001b[32m✓ Who am I");
        assertThat(printed(everyKindOfFinding(), Terminal.plain(100))).doesNotContain("\u001b");
    }

    @Test
    void withoutUnicodeTheSignsAreAscii() {
        assertThat(printed(everyKindOfFinding(), new Terminal(80, Set.of())))
                .contains("  x Role", "  + Who am I", "  - List workloads")
                .matches("\\p{ASCII}*");
    }

    @Test
    void linesAreNotWiderThanTheTerminalButCommandsStayWhole() {
        assertThat(printed(everyKindOfFinding(), Terminal.plain(60)).lines())
                .filteredOn(line -> !line.contains("aws iam"))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(64));
    }
}
