package io.sharewell.app.view;

import io.sharewell.events.Action;
import io.sharewell.events.ShareResult.Totals;
import io.sharewell.events.ledger.SweepReport;
import io.sharewell.events.ledger.SweepReport.InvitationEntry;
import io.sharewell.events.ledger.SweepReport.ReportedProblem;
import io.sharewell.events.ledger.SweepReport.Result;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Accounts, units and workloads, by number; each line adds up. */
final class NumbersSection {

    private static final int LABEL = 13;
    private static final int WORD = 14;

    private final SweepReport report;

    NumbersSection(SweepReport report) {
        this.report = report;
    }

    void print(Page page) {
        sum(page, "Accounts", "selected", report.accounts().selected(), accounts());
        sum(page, "Units", "in all", report.units().total(), units());
        sum(
                page,
                Text.capital(OutcomeTable.noun(report)) + "s",
                "found",
                report.workloads().found(),
                found());
        nearlyFull(page);
        table(page, "Actions", actions(), NumbersSection::meaning);
        table(page, "Statuses", statuses(), Words::ofStatus);
    }

    private Map<String, Integer> accounts() {
        Totals.Accounts accounts = report.accounts();
        Map<String, Integer> parts = new LinkedHashMap<>();
        parts.put("opened", accounts.opened());
        parts.put("blocked", accounts.blocked());
        return withOpen(parts, accounts.selected());
    }

    private Map<String, Integer> units() {
        Totals.Units units = report.units();
        Map<String, Integer> parts = new LinkedHashMap<>();
        parts.put("scanned", units.scanned());
        parts.put("skipped", units.skipped());
        parts.put("failed", units.failed());
        return withOpen(parts, units.total());
    }

    private Map<String, Integer> found() {
        Map<String, Integer> parts = new LinkedHashMap<>();
        if (!report.results().isEmpty()) {
            Set<String> troubled = report.problems().stream()
                    .map(ReportedProblem::workloadArn)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            int withProblem = (int) report.results().stream()
                    .map(Result::workloadArn)
                    .filter(troubled::contains)
                    .count();
            parts.put("in order", report.results().size() - withProblem);
            parts.put("with a problem", withProblem);
        } else if (!report.invitations().isEmpty()) {
            for (String end : List.of("accepted", "would be accepted", "left alone", "failed")) {
                parts.put(end, (int) report.invitations().stream()
                        .filter(invitation -> end.equals(endOf(invitation)))
                        .count());
            }
        }
        return report.lacksParts()
                ? Map.of()
                : withOpen(parts, report.workloads().found());
    }

    private static String endOf(InvitationEntry invitation) {
        return switch (invitation.problem()) {
            case null ->
                switch (invitation.action()) {
                    case ACCEPTED -> "accepted";
                    case WOULD_ACCEPT -> "would be accepted";
                    default -> "left alone";
                };
            case NOT_A_MEMBER, NOT_A_WORKLOAD, INVITATION_GONE -> "left alone";
            default -> "failed";
        };
    }

    private void nearlyFull(Page page) {
        long workloads = report.results().stream()
                .filter(result -> result.sharesLeft() != null)
                .count();
        if (workloads > 0) {
            page.line(heading(page, "Nearly full", (int) workloads)
                    + page.paint(Ink.FAINT, "have 18 or more of the 20 shares that AWS allows a workload"));
        }
    }

    private static Map<String, Integer> withOpen(Map<String, Integer> parts, int all) {
        int open = all - parts.values().stream().mapToInt(Integer::intValue).sum();
        if (open > 0) {
            parts.put("open", open);
        }
        return parts;
    }

    /** What was changed comes first. */
    private Map<String, Integer> actions() {
        Map<String, Integer> actions = new LinkedHashMap<>();
        for (Action action : Action.values()) {
            Integer count = report.workloads().actions().get(action.name());
            if (count != null) {
                actions.put(action.name(), count);
            }
        }
        return actions;
    }

    /** With the workloads that have no share, so that statuses and actions are as many. */
    private Map<String, Integer> statuses() {
        Map<String, Integer> statuses = new LinkedHashMap<>(report.workloads().statuses());
        long without = report.results().stream()
                .flatMap(result -> result.targets().stream())
                .filter(target -> target.status() == null)
                .count();
        if (without > 0) {
            statuses.put("(no share)", (int) without);
        }
        return statuses;
    }

    private static void sum(Page page, String label, String word, int all, Map<String, Integer> parts) {
        String sum = parts.entrySet().stream()
                .filter(part -> part.getValue() > 0)
                .map(part -> Text.number(part.getValue()) + " " + part.getKey())
                .collect(Collectors.joining(" + "));
        page.line(heading(page, label, all) + (sum.isEmpty() ? word : Text.pad(word, 10) + "= " + sum));
    }

    private static void table(Page page, String label, Map<String, Integer> counts, UnaryOperator<String> meaning) {
        String shown = label;
        for (Map.Entry<String, Integer> row : counts.entrySet()) {
            page.line((heading(page, shown, row.getValue())
                            + Text.pad(row.getKey(), WORD)
                            + page.paint(Ink.FAINT, meaning.apply(row.getKey())))
                    .stripTrailing());
            shown = "";
        }
    }

    private static String heading(Page page, String label, int number) {
        return "  " + page.paint(Ink.STRONG, label) + " ".repeat(LABEL - label.length())
                + String.format("%8s ", Text.number(number));
    }

    private static String meaning(String action) {
        return Words.of(Action.valueOf(action));
    }
}
