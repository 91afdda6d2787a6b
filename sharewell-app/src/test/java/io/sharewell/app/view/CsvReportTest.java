package io.sharewell.app.view;

import static io.sharewell.app.view.ASmallSweep.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.sharewell.events.AccountId;
import io.sharewell.events.Action;
import io.sharewell.events.Envelope;
import io.sharewell.events.Mode;
import io.sharewell.events.Problem;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.Region;
import io.sharewell.events.ShareResult.RegionScanned;
import io.sharewell.events.ShareResult.WorkloadResult;
import io.sharewell.events.TargetOutcome;
import io.sharewell.events.Workload;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CsvReportTest {

    private static final String HEADER = "accountId,accountName,ouPath,region,workloadArn,workloadName,"
            + "HIGH,MEDIUM,NONE,UNANSWERED,NOT_APPLICABLE,sharedWith,permission,action,shareId,status,problem,remedy\r\n";
    private static final String ARN = "arn:aws:wellarchitected:eu-west-1:111122223333:workload/1";

    @Test
    void hasARowPerWorkloadAndTarget() {
        ASweep sweep = ASweep.named("sweep-1")
                .selected(SHOP, "shop-prod", "Root/Prod")
                .opened(SHOP, "eu-west-1")
                .scanned(
                        SHOP,
                        "eu-west-1",
                        ASmallSweep.INVITED,
                        ASweep.troubled(
                                "REJECTED", new Problem(Reason.REFUSED, null, "Agree with them, then invite.")));

        assertThat(csv(sweep))
                .isEqualTo(
                        HEADER
                                + "111122223333,shop-prod,Root/Prod,eu-west-1,arn:aws:wellarchitected:eu-west-1:111122223333:workload/00000000000000000000000000000001,Workload 1,"
                                + "2,0,0,3,0,777788889999,READONLY,CREATED,share-1,PENDING,,\r\n"
                                + "111122223333,shop-prod,Root/Prod,eu-west-1,arn:aws:wellarchitected:eu-west-1:111122223333:workload/00000000000000000000000000000002,Workload 2,"
                                + "2,0,0,3,0,777788889999,READONLY,NONE,share-1,REJECTED,REFUSED,\"Agree with them, then invite.\"\r\n");
    }

    @Test
    void aWorkloadThatCameToNoTargetHasARowToo() {
        assertThat(csv(sweepOf(
                        "Web shop",
                        "shop",
                        Map.of(),
                        List.of(),
                        new Problem(Reason.RETRIES_EXHAUSTED, null, "Redrive."))))
                .isEqualTo(HEADER + SHOP + ",shop,Root,eu-west-1," + ARN
                        + ",Web shop,,,,,,,,,,,RETRIES_EXHAUSTED,Redrive.\r\n");
    }

    @Test
    void theTargetsOwnProblemComesBeforeTheWorkloads() {
        TargetOutcome refused = ASweep.troubled("REJECTED", new Problem(Reason.REFUSED, null, "Ask."));
        TargetOutcome fine = ASweep.outcome(Action.NONE, "ACCEPTED");
        ASweep sweep = sweepOf(
                "Web shop",
                "shop",
                Map.of("HIGH", 1),
                List.of(refused, fine),
                new Problem(Reason.RETRIES_EXHAUSTED, null, "Redrive."));

        assertThat(csv(sweep).lines().skip(1).map(line -> line.substring(line.indexOf("NONE,"))))
                .containsExactly(
                        "NONE,share-1,REJECTED,REFUSED,Ask.", "NONE,share-1,ACCEPTED,RETRIES_EXHAUSTED,Redrive.");
    }

    @Test
    void whatIsNoProblemKeepsItsReason() {
        assertThat(csv(sweepOf("Web shop", "shop", Map.of(), List.of(), Problem.of(Reason.WORKLOAD_GONE))))
                .endsWith("WORKLOAD_GONE,The workload was deleted meanwhile: nothing to do.\r\n");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void quotesAndDefusesNames(String name, String cell) {
        assertThat(csv(sweepOf(name, "shop", Map.of(), List.of(), Problem.of(Reason.WORKLOAD_GONE))))
                .contains("," + ARN + "," + cell + ",");
    }

    static Stream<Arguments> quotesAndDefusesNames() {
        return Stream.of(
                arguments("plain", "plain"),
                arguments("Büro", "Büro"),
                arguments("a, b", "\"a, b\""),
                arguments("a \"b\"", "\"a \"\"b\"\"\""),
                arguments("a\nb", "\"a\nb\""),
                arguments("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""),
                arguments("+1", "'+1"),
                arguments("-1", "'-1"),
                arguments("@sum", "'@sum"),
                arguments("\t=1", "'\t=1"),
                arguments("\r=1", "\"'\r=1\""),
                arguments("1-1", "1-1"));
    }

    @Test
    void anAccountsNameIsDefusedToo() {
        assertThat(csv(sweepOf("Web shop", "=cmd", Map.of(), List.of(), Problem.of(Reason.WORKLOAD_GONE))))
                .contains(SHOP + ",'=cmd,Root,");
    }

    private static ASweep sweepOf(
            String workloadName,
            String accountName,
            Map<String, Integer> risks,
            List<TargetOutcome> targets,
            Problem problem) {
        Envelope envelope = Envelope.of("sweep-1", Purpose.SHARE, Mode.APPLY);
        AccountId account = AccountId.of(SHOP);
        Region region = Region.of("eu-west-1");
        Workload workload = new Workload("1", ARN, workloadName, risks, null, null, null);
        return ASweep.with(envelope)
                .selected(SHOP, accountName, "Root")
                .opened(SHOP, region.value())
                .say(new RegionScanned(envelope, account, region, List.of("1")))
                .say(new WorkloadResult(envelope, account, region, workload, targets, problem));
    }

    private static String csv(ASweep sweep) {
        StringBuilder text = new StringBuilder();
        try {
            new CsvReport(sweep.report()).writeTo(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return text.toString();
    }
}
