package io.sharewell.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DoctorReportTest {

    private static Finding finding(Cause cause) {
        return Finding.of(cause, "seen", "remedy", "command");
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void theExitStatusIsThatOfASweep(Cause cause) {
        int expected =
                switch (cause.weight()) {
                    case SET_UP -> 3;
                    case PARTIAL, UNANSWERED -> 2;
                    case NOTE, UNTOLD -> 0;
                };

        assertThat(AReport.of(Result.of(Check.ROLE, finding(cause))).exitStatus())
                .isEqualTo(expected);
    }

    @Test
    void theWorstCauseDecides() {
        assertThat(AReport.of(
                                Result.of(Check.ROLE, finding(Cause.CHANGES_NOT_TRIED)),
                                Result.of(Check.CLOCK, finding(Cause.CLOCK_WRONG)),
                                Result.of(Check.ROLE, finding(Cause.ROLE_NOT_ASSUMABLE)))
                        .exitStatus())
                .isEqualTo(3);
    }

    @Test
    void theSetUpComesFirstAndEachAccountsChecksStayTogether() {
        DoctorReport report = AReport.of(
                Result.of(Check.ROLE, AReport.LEDGER, new Finding.Ok("")),
                Result.of(Check.LIST_WORKLOADS, AReport.LEDGER, new Finding.Ok("")),
                Result.of(Check.BROKER, new Finding.Ok("")),
                Result.of(Check.ACCOUNT, AReport.PAYMENTS, new Finding.Ok("")),
                Result.of(Check.CLOCK, new Finding.Ok("")));

        assertThat(report.results())
                .extracting(Result::check)
                .containsExactly(Check.CLOCK, Check.BROKER, Check.ROLE, Check.LIST_WORKLOADS, Check.ACCOUNT);
    }

    @Test
    void theJsonHasALinePerCheckWithStableNames() throws Exception {
        String json = Doctor.json(AReport.of(
                Result.of(Check.IDENTITY, new Finding.Ok("me")),
                Result.of(Check.ROLE, AReport.LEDGER, AReport.notAssumable()),
                Result.of(Check.LIST_SHARES, AReport.LEDGER, new Finding.NotChecked("no session"))));

        JsonNode expected = new ObjectMapper().readTree("""
                {
                  "at": "2026-11-21T13:07:30Z",
                  "exitStatus": 2,
                  "reviewsAccount": "333333333333",
                  "caller": {"accountId": "222222222222", "arn": "arn:aws:iam::222222222222:user/automation"},
                  "accounts": {"lookedAt": ["444444444444", "555555555555"], "sample": false, "listed": 2,
                               "allListed": true},
                  "checks": [
                    {"check": "IDENTITY", "status": "OK", "seen": "me"},
                    {"check": "ROLE", "accountId": "555555555555", "accountName": "ledger", "status": "PROBLEM",
                     "cause": "ROLE_NOT_ASSUMABLE", "seen": "AccessDenied", "remedy": "Check the role.",
                     "commands": ["aws iam get-role --role-name Shares"]},
                    {"check": "LIST_SHARES", "accountId": "555555555555", "accountName": "ledger",
                     "status": "NOT_CHECKED", "seen": "no session"}
                  ]
                }
                """);
        assertThat(new ObjectMapper().readTree(json)).isEqualTo(expected);
    }
}
