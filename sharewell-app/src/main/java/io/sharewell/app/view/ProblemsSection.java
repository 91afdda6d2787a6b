package io.sharewell.app.view;

import io.sharewell.app.view.ProblemGroup.Level;
import io.sharewell.events.ledger.SweepReport;
import io.sharewell.events.ledger.SweepReport.ReportedProblem;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The problems by reason: how many, where, what was seen, and the cure. */
final class ProblemsSection {

    private static final int ACCOUNTS_SHOWN = 6;
    private static final int REGIONS_SHOWN = 4;
    private static final int LONGEST_NAME = 32;
    private static final int LINES_SEEN = 3;

    private final SweepReport report;

    ProblemsSection(SweepReport report) {
        this.report = report;
    }

    void print(Page page) {
        if (report.problems().isEmpty()) {
            return;
        }
        page.blank();
        page.line(page.paint(Ink.STRONG, Text.count(report.problems().size(), "problem")));
        for (ProblemGroup group : ProblemGroup.of(report.problems())) {
            page.blank();
            Level level = Level.of(group.problems().getFirst());
            page.line("  "
                    + page.paint(
                            level == Level.ACCOUNT ? Ink.ALARM : Ink.WARNING,
                            group.reason().name()) + "  " + group.extent(OutcomeTable.noun(report)));
            accounts(group, page);
            seen(group.details(), page);
            page.wrapped("    Cure  ", group.remedy(), Ink.PLAIN);
        }
    }

    private static void accounts(ProblemGroup group, Page page) {
        Map<String, List<ReportedProblem>> accounts = group.byAccount();
        int width = Math.min(
                LONGEST_NAME,
                accounts.values().stream()
                        .limit(ACCOUNTS_SHOWN)
                        .mapToInt(problems -> Text.columns(AccountName.of(problems.getFirst())))
                        .max()
                        .orElse(0));
        accounts.values().stream().limit(ACCOUNTS_SHOWN).forEach(problems -> {
            String name = Text.shorten(AccountName.of(problems.getFirst()), width, page.symbol(Symbol.ELLIPSIS));
            page.line(("    " + Text.pad(name, width) + "  "
                            + page.paint(Ink.FAINT, problems.getFirst().accountId())
                            + "  " + where(problems, page))
                    .stripTrailing());
        });
        if (accounts.size() > ACCOUNTS_SHOWN) {
            page.line("    " + page.symbol(Symbol.ELLIPSIS) + " and "
                    + Text.count(accounts.size() - ACCOUNTS_SHOWN, "more account"));
        }
    }

    private static String where(List<ReportedProblem> problems, Page page) {
        List<String> regions = problems.stream()
                .map(ReportedProblem::region)
                .filter(region -> region != null)
                .distinct()
                .toList();
        String more =
                regions.size() > REGIONS_SHOWN ? " and " + Text.number(regions.size() - REGIONS_SHOWN) + " more" : "";
        long workloads = problems.stream()
                .map(ReportedProblem::workloadArn)
                .filter(arn -> arn != null)
                .distinct()
                .count();
        String count = workloads == 0 ? "" : Text.count(workloads, "workload") + " in ";
        return count + regions.stream().limit(REGIONS_SHOWN).collect(Collectors.joining(", ")) + more;
    }

    private static void seen(List<String> details, Page page) {
        if (!details.isEmpty()) {
            page.wrapped(details.size() == 1 ? "    Seen  " : "    e.g.  ", details.getFirst(), Ink.FAINT, LINES_SEEN);
        }
    }
}
