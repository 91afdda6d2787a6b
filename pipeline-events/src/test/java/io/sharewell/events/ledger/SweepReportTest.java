package io.sharewell.events.ledger;

import static io.sharewell.events.ledger.Story.A;
import static io.sharewell.events.ledger.Story.B;
import static io.sharewell.events.ledger.Story.C;
import static io.sharewell.events.ledger.Story.EAST;
import static io.sharewell.events.ledger.Story.WEST;
import static io.sharewell.events.ledger.Story.auditor;
import static io.sharewell.events.ledger.Story.id;
import static io.sharewell.events.ledger.Story.reviews;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sharewell.events.AccountId;
import io.sharewell.events.Action;
import io.sharewell.events.Envelope;
import io.sharewell.events.EventCodec;
import io.sharewell.events.Mode;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.Selection;
import io.sharewell.events.ShareResult;
import io.sharewell.events.ShareResult.Totals;
import io.sharewell.events.ledger.SweepReport.ReportedProblem;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SweepReportTest {

    private static final JsonMapper JSON = EventCodec.mapper().build();

    private final Story sweep = Story.of("s1");
    private final SweepLedger ledger = new SweepLedger("s1");

    /** A is opened: WEST scanned, EAST failed; B is blocked, C skipped. */
    private void aTroubledSweep() {
        tell(
                sweep.started(),
                sweep.selected(A),
                sweep.selected(B),
                sweep.skipped(C),
                sweep.listed(2),
                sweep.blocked(B),
                sweep.opened(A, WEST, EAST),
                sweep.scanned(A, WEST, "w1", "w2", "w3"),
                sweep.regionFailed(A, EAST),
                sweep.result(A, WEST, "w1", reviews(Action.CREATED, "PENDING"), auditor(Action.NONE, "ACCEPTED")),
                sweep.result(A, WEST, "w2", reviews(Action.NONE, "REJECTED", Reason.REFUSED)),
                sweep.failedResult(A, WEST, "w3", Reason.RETRIES_EXHAUSTED),
                sweep.completed());
    }

    @Test
    void tellsTheSweepByNumber() {
        aTroubledSweep();

        SweepReport report = ledger.report();

        assertThat(report.complete()).isTrue();
        assertThat(report.accounts()).isEqualTo(new Totals.Accounts(2, 1, 1, 1));
        assertThat(report.units()).isEqualTo(new Totals.Units(2, 1, 0, 1));
        assertThat(report.workloads().found()).isEqualTo(3);
        assertThat(report.workloads().actions())
                .containsOnlyKeys("CREATED", "NONE")
                .containsEntry("NONE", 2);
        assertThat(report.workloads().statuses()).containsOnlyKeys("PENDING", "ACCEPTED", "REJECTED");
        assertThat(report.workloads().problems())
                .isEqualTo(4)
                .isEqualTo(report.problems().size());
    }

    @Test
    void accountsThatTheSelectionNamesAndNobodyListedAreProblems() {
        Selection selection = new Selection(List.of(A, B), List.of(C), null, null, null, null, null, null, null, false);
        tell(sweep.started(selection), sweep.selected(A), sweep.listed(1, B, C), sweep.opened(A), sweep.completed());

        SweepReport report = ledger.report();

        assertThat(report.complete()).isTrue();
        assertThat(report.accounts()).isEqualTo(new Totals.Accounts(1, 1, 0, 0));
        assertThat(report.workloads().problems()).isEqualTo(2);
        assertThat(report.accountResults()).hasSize(1);
        assertThat(report.problems())
                .extracting(ReportedProblem::accountId, ReportedProblem::reason, ReportedProblem::detail)
                .containsExactly(
                        tuple(B.value(), Reason.NO_SUCH_ACCOUNT, "the selection includes it"),
                        tuple(C.value(), Reason.NO_SUCH_ACCOUNT, "the selection excludes it"));
    }

    @Test
    void aCompleteSweepStaysCompleteWhenTheTopicLetsGoItsOlderParts() {
        Totals told = new Totals(
                new Totals.Accounts(2, 1, 1, 0), new Totals.Units(1, 1, 0, 0), 2, Map.of("NONE", 2), Map.of(), 1);
        tell(
                sweep.scanned(A, WEST, "w1"),
                sweep.result(A, WEST, "w1", reviews(Action.NONE, "ACCEPTED")),
                sweep.blocked(B),
                sweep.completed(told));

        SweepReport report = ledger.report();

        assertThat(report.complete()).isTrue();
        assertThat(report.lacksParts()).isTrue();
        assertThat(report.accounts()).isEqualTo(told.accounts());
        assertThat(report.units()).isEqualTo(told.units());
        assertThat(report.workloads().found()).isEqualTo(2);
        assertThat(report.workloads().problems()).isEqualTo(1);
    }

    @Test
    void aCompleteSweepStaysCompleteWhenWhatIsLeftOfItLooksOpen() {
        Totals told = new Totals(
                new Totals.Accounts(2, 2, 0, 0), new Totals.Units(2, 2, 0, 0), 1, Map.of("NONE", 1), Map.of(), 0);
        tell(sweep.selected(A), sweep.scanned(A, WEST, "w1"), sweep.completed(told));

        SweepReport report = ledger.report();

        assertThat(report.complete()).isTrue();
        assertThat(report.listed()).isTrue();
        assertThat(report.open()).isEmpty();
    }

    @Test
    void aSweepThatEndedWhileAccountsWereListedSaysSo() {
        tell(sweep.selected(A));

        assertThat(ledger.report().listed()).isFalse();
    }

    @Test
    void aCompleteSweepThatIsThereWholeLacksNothing() {
        aTroubledSweep();

        assertThat(ledger.report().lacksParts()).isFalse();
    }

    @Test
    void aCompleteSweepWhoseAccountsAreAllBlockedLacksNothing() {
        tell(
                sweep.started(),
                sweep.selected(A),
                sweep.selected(B),
                sweep.listed(2),
                sweep.blocked(A),
                sweep.blocked(B));
        tell(sweep.completed());

        assertThat(ledger.report().lacksParts()).isFalse();
    }

    @Test
    void listsTheResultsOfAnAccountInTheOrderOfTheirArnsWheneverTheyWereTold() {
        tell(
                sweep.selected(A),
                sweep.opened(A, WEST, EAST),
                sweep.scanned(A, WEST, "w3", "w1"),
                sweep.scanned(A, EAST, "w2"),
                sweep.result(A, WEST, "w3", reviews(Action.NONE, "ACCEPTED")),
                sweep.result(A, EAST, "w2", reviews(Action.NONE, "ACCEPTED")),
                sweep.result(A, WEST, "w1", reviews(Action.NONE, "ACCEPTED")));

        assertThat(ledger.report().results())
                .extracting(SweepReport.Result::workloadArn)
                .hasSize(3)
                .isSorted();
    }

    @Test
    void tellsEachProblemWithItsPlaceAndCure() {
        aTroubledSweep();

        assertThat(ledger.report().problems())
                .extracting(
                        ReportedProblem::accountId,
                        ReportedProblem::region,
                        ReportedProblem::workloadArn,
                        ReportedProblem::sharedWith,
                        ReportedProblem::reason)
                .containsExactly(
                        tuple(A.value(), WEST.value(), arn("w2"), "999999999999", Reason.REFUSED),
                        tuple(A.value(), WEST.value(), arn("w3"), null, Reason.RETRIES_EXHAUSTED),
                        tuple(A.value(), EAST.value(), null, null, Reason.DENIED),
                        tuple(B.value(), null, null, null, Reason.ROLE_NOT_ASSUMABLE));
        assertThat(ledger.report().problems()).allSatisfy(problem -> {
            assertThat(problem.accountName()).startsWith("name of ");
            assertThat(problem.ouPath()).isEqualTo("Root/OU");
            assertThat(problem.remedy()).isEqualTo(problem.reason().remedy());
        });
    }

    @Test
    void hasTheFieldsItsReadersWereToldOfAndNoOthers() throws JsonProcessingException {
        aTroubledSweep();
        JsonNode report = json();

        // "failure" only if the sweep failed; "invitations" and "open" are empty here
        assertFields(
                report,
                "sweepId",
                "purpose",
                "mode",
                "startedAt",
                "endedAt",
                "complete",
                "listed",
                "accounts",
                "units",
                "workloads",
                "problems",
                "accountResults",
                "results",
                "invitations",
                "open");
        assertFields(report.get("accounts"), "selected", "opened", "blocked", "skipped");
        assertFields(report.get("units"), "total", "scanned", "skipped", "failed");
        assertFields(report.get("workloads"), "found", "actions", "statuses", "problems");
        assertFields(
                report.at("/problems/0"),
                "accountId",
                "accountName",
                "ouPath",
                "region",
                "workloadArn",
                "sharedWith",
                "reason",
                "detail",
                "remedy");
        assertFields(report.at("/problems/3"), "accountId", "accountName", "ouPath", "reason", "detail", "remedy");
        assertFields(report.at("/accountResults/0"), "accountId", "accountName", "ouPath", "outcome", "regions");
        assertFields(report.at("/accountResults/0/regions/eu-west-1"), "outcome", "workloads");
        assertFields(report.at("/accountResults/0/regions/us-east-1"), "outcome", "reason", "workloads");
        assertFields(
                report.at("/accountResults/1"),
                "accountId",
                "accountName",
                "ouPath",
                "outcome",
                "reason",
                "detail",
                "regions");
        assertFields(
                report.at("/results/0"), "accountId", "region", "workloadArn", "workloadName", "riskCounts", "targets");
        assertFields(
                report.at("/results/2"),
                "accountId",
                "region",
                "workloadArn",
                "workloadName",
                "riskCounts",
                "targets",
                "problem");
        assertFields(
                report.at("/results/1/targets/0"),
                "sharedWith",
                "permission",
                "action",
                "shareId",
                "status",
                "problem");
    }

    @Test
    void isWrittenInTheWordsOfTheContract() throws JsonProcessingException {
        aTroubledSweep();
        JsonNode report = json();

        assertThat(report.get("sweepId").asText()).isEqualTo("s1");
        assertThat(report.get("purpose").asText()).isEqualTo("SHARE");
        assertThat(report.get("mode").asText()).isEqualTo("APPLY");
        assertThat(report.get("startedAt").asText()).isEqualTo("2026-11-21T10:00:00Z");
        assertThat(report.get("endedAt").asText()).isEqualTo("2026-11-21T11:00:00Z");
        assertThat(report.at("/accountResults").findValuesAsText("outcome"))
                .containsExactly("OPENED", "SCANNED", "FAILED", "BLOCKED", "SKIPPED");
        assertThat(report.at("/results/0/riskCounts/HIGH").asInt()).isEqualTo(1);
        assertThat(report.at("/results/1/targets/0/problem").asText()).isEqualTo("REFUSED");
        assertThat(report.at("/results/2/problem").asText()).isEqualTo("RETRIES_EXHAUSTED");
        assertThat(report.at("/accountResults/0/regions/eu-west-1/workloads").asInt())
                .isEqualTo(3);
    }

    @Test
    void canBeReadBack() throws JsonProcessingException {
        aTroubledSweep();

        assertThat(JSON.readValue(JSON.writeValueAsString(ledger.report()), SweepReport.class))
                .isEqualTo(ledger.report());
    }

    @Test
    void ofARunningSweepHasNoEndAndTellsWhatIsOpen() throws JsonProcessingException {
        tell(sweep.started(), sweep.selected(A), sweep.opened(A, WEST));

        assertThat(ledger.report().complete()).isFalse();
        assertThat(ledger.report().open()).containsExactly(A + "/" + WEST);
        assertThat(json().has("endedAt")).isFalse();
        assertThat(json().at("/accountResults/0/regions/eu-west-1/outcome").asText())
                .isEqualTo("OPEN");
    }

    @Test
    void ofAFailedSweepIsNotCompleteAndTellsTheCure() throws JsonProcessingException {
        tell(sweep.started(), sweep.listed(0), sweep.failed(Reason.NOTHING_SELECTED));

        assertThat(ledger.report().complete()).isFalse();
        assertFields(json().get("failure"), "reason", "detail", "remedy");
        assertThat(json().at("/failure/reason").asText()).isEqualTo("NOTHING_SELECTED");
        assertThat(json().at("/failure/remedy").asText()).isEqualTo(Reason.NOTHING_SELECTED.remedy());
    }

    @Test
    void tellsAtMostAThousandOpenSubjects() {
        LongStream.rangeClosed(1, 1_200)
                .mapToObj("%012d"::formatted)
                .forEach(account -> tell(sweep.selected(AccountId.of(account))));

        assertThat(ledger.report().open()).hasSize(1_000);
        assertThat(ledger.open()).isEqualTo(1_200);
    }

    @Test
    void namesAccountsAndWorkloadsInAFixedOrder() {
        tell(sweep.selected(B), sweep.opened(B, WEST), sweep.selected(A), sweep.opened(A, EAST, WEST));
        tell(sweep.scanned(A, WEST, "w2", "w1"), sweep.scanned(B, WEST, "w3"));
        tell(sweep.result(B, WEST, "w3"), sweep.result(A, WEST, "w2"), sweep.result(A, WEST, "w1"));

        assertThat(ledger.report().accountResults())
                .extracting(SweepReport.AccountResult::accountId)
                .containsExactly(A.value(), B.value());
        assertThat(ledger.report().accountResults().getFirst().regions().keySet())
                .containsExactly(WEST.value(), EAST.value());
        assertThat(ledger.report().results())
                .extracting(SweepReport.Result::workloadName)
                .containsExactly("Workload w1", "Workload w2", "Workload w3");
    }

    @Test
    void tellsInvitationsOfAnAcceptSweep() throws JsonProcessingException {
        Story accept = Story.of("s1", Purpose.ACCEPT);
        tell(accept.selected(A), accept.opened(A, WEST), accept.scanned(A, WEST, "i1", "i2"));
        tell(accept.answered(A, WEST, "i1", Action.ACCEPTED), accept.unanswered(A, WEST, "i2", Reason.NOT_A_MEMBER));

        assertThat(ledger.report().workloads().found()).isEqualTo(2);
        assertThat(ledger.report().workloads().actions()).containsEntry("ACCEPTED", 1);
        assertThat(ledger.report().problems()).hasSize(1);
        assertFields(json().at("/invitations/0"), "region", "invitationId", "sharedBy", "resourceName", "action");
        assertFields(
                json().at("/invitations/1"), "region", "invitationId", "sharedBy", "resourceName", "action", "problem");
    }

    @Test
    void ofOneAccountIsItsPartOfTheWhole() {
        aTroubledSweep();

        assertThat(ledger.account(A)).contains(ledger.report().accountResults().getFirst());
        assertThat(ledger.results(A)).isEqualTo(ledger.report().results());
        assertThat(ledger.account(B).orElseThrow().detail()).isEqualTo("AccessDenied");
    }

    @Test
    void ofAPlanSaysSo() {
        Story plan = new Story(Envelope.of("s1", Purpose.SHARE, Mode.PLAN));
        tell(plan.selected(A), plan.opened(A, WEST), plan.scanned(A, WEST, "w1"));
        tell(plan.result(A, WEST, "w1", reviews(Action.WOULD_CREATE, null)));

        assertThat(ledger.report().mode()).isEqualTo(Mode.PLAN);
        assertThat(ledger.report().workloads().actions()).containsOnlyKeys("WOULD_CREATE");
        assertThat(ledger.report().workloads().statuses()).isEmpty();
    }

    private static String arn(String workload) {
        return "arn:aws:wellarchitected:eu-west-1:" + A + ":workload/" + id(workload);
    }

    private static void assertFields(JsonNode node, String... fields) {
        assertThat(node.fieldNames()).toIterable().containsExactlyInAnyOrder(fields);
    }

    private JsonNode json() throws JsonProcessingException {
        return JSON.readTree(JSON.writeValueAsString(ledger.report()));
    }

    private void tell(ShareResult... statements) {
        for (ShareResult statement : statements) {
            ledger.apply(statement, Story.STARTED);
        }
    }
}
