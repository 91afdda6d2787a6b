package io.sharewell.app.view;

import io.sharewell.app.view.AccountStory.Standing;
import io.sharewell.events.ledger.SweepReport;
import io.sharewell.events.ledger.SweepReport.ReportedProblem;
import io.sharewell.events.ledger.SweepReport.Result;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The organization with what came of each account. Accounts with problems are all shown, blocked ones with their cure; of
 * the others, long lists are folded.
 */
public final class OrganizationTree {

    private final Terminal terminal;

    /** @param terminal where it will be seen */
    public OrganizationTree(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Prints all accounts that the sweep knows; nothing if it knows none. */
    public void print(SweepReport report, PrintWriter out) {
        Page page = new Page(terminal, out);
        OuNode.roots(stories(report)).forEach((name, root) -> {
            page.line(page.paint(Ink.STRONG, name));
            new TreeBranch(page, "").print(root);
        });
        page.flush();
    }

    private static List<AccountStory> stories(SweepReport report) {
        Map<String, List<Result>> results = report.results().stream().collect(Collectors.groupingBy(Result::accountId));
        Map<String, List<ReportedProblem>> problems =
                report.problems().stream().collect(Collectors.groupingBy(ReportedProblem::accountId));
        Map<String, List<String>> open =
                report.open().stream().collect(Collectors.groupingBy(subject -> subject.split("/", 2)[0]));
        return report.accountResults().stream()
                .map(account -> new AccountStory(
                        account,
                        results.getOrDefault(account.accountId(), List.of()),
                        problems.getOrDefault(account.accountId(), List.of()),
                        open.getOrDefault(account.accountId(), List.of()),
                        OutcomeTable.noun(report)))
                .toList();
    }

    /** How many unremarkable accounts of an OU are shown before the rest is folded. */
    static int most(Standing standing) {
        return switch (standing) {
            case BLOCKED, TROUBLED -> Integer.MAX_VALUE - 1;
            case OPEN, FINE -> 4;
            case SKIPPED -> 2;
        };
    }
}
