package io.sharewell.app.view;

import io.sharewell.events.Reason;
import io.sharewell.events.ledger.SweepReport;
import io.sharewell.events.ledger.SweepReport.AccountResult;
import io.sharewell.events.ledger.SweepReport.ReportedProblem;
import io.sharewell.events.ledger.SweepReport.Result;
import io.sharewell.events.ledger.SweepReport.Target;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The workloads of a sweep as a table: RFC 4180, one row per workload and target, a row of names first. */
public final class CsvReport {

    /** AWS's risk words, each a column. */
    private static final List<String> RISKS = List.of("HIGH", "MEDIUM", "NONE", "UNANSWERED", "NOT_APPLICABLE");

    private static final String COLUMNS = "accountId,accountName,ouPath,region,workloadArn,workloadName,"
            + "HIGH,MEDIUM,NONE,UNANSWERED,NOT_APPLICABLE,sharedWith,permission,action,shareId,status,problem,remedy";

    /** A spreadsheet takes a text that begins so for a formula, and runs it. */
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private record Subject(String workloadArn, String sharedWith) {}

    private final SweepReport report;
    private final Map<String, AccountResult> accounts;
    private final Map<Subject, String> remedies = new HashMap<>();

    /** @param report of a SHARE or UNSHARE sweep; in ACCEPT there are no workloads, and so no rows */
    public CsvReport(SweepReport report) {
        this.report = report;
        this.accounts = report.accountResults().stream()
                .collect(Collectors.toMap(AccountResult::accountId, account -> account));
        for (ReportedProblem problem : report.problems()) {
            remedies.putIfAbsent(new Subject(problem.workloadArn(), problem.sharedWith()), problem.remedy());
        }
    }

    /** @throws IOException if the output does */
    public void writeTo(Appendable out) throws IOException {
        out.append(COLUMNS).append("\r\n");
        for (Result result : report.results()) {
            if (result.targets().isEmpty()) {
                out.append(row(result, null));
            }
            for (Target target : result.targets()) {
                out.append(row(result, target));
            }
        }
    }

    /** @param target null if the workload has a problem before it came to targets */
    private String row(Result result, Target target) {
        AccountResult account = accounts.get(result.accountId());
        List<Object> cells = new ArrayList<>();
        cells.add(result.accountId());
        cells.add(account == null ? null : account.accountName());
        cells.add(account == null ? null : account.ouPath());
        cells.add(result.region());
        cells.add(result.workloadArn());
        cells.add(result.workloadName());
        RISKS.forEach(risk -> cells.add(risks(result, risk)));
        cells.addAll(
                target == null
                        ? Arrays.asList(null, null, null, null, null)
                        : Arrays.asList(
                                target.sharedWith(),
                                target.permission(),
                                target.action(),
                                target.shareId(),
                                target.status()));
        addProblem(cells, result, target);
        return cells.stream().map(CsvReport::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Nothing known of any risk is another thing than none. */
    private static Integer risks(Result result, String risk) {
        return result.riskCounts() == null || result.riskCounts().isEmpty()
                ? null
                : result.riskCounts().getOrDefault(risk, 0);
    }

    /** The target's own problem comes before the whole workload's. */
    private void addProblem(List<Object> cells, Result result, Target target) {
        boolean ofTarget = target != null && target.problem() != null;
        Reason problem = ofTarget ? target.problem() : result.problem();
        cells.add(problem);
        cells.add(
                problem == null
                        ? null
                        : remedies.getOrDefault(
                                new Subject(result.workloadArn(), ofTarget ? target.sharedWith() : null),
                                problem.remedy()));
    }

    private static String cell(Object value) {
        String text = value == null ? "" : value.toString();
        if (!text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        return text.chars().anyMatch(letter -> "\",\r\n".indexOf(letter) >= 0)
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
