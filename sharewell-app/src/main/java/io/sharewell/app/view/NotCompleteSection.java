package io.sharewell.app.view;

import io.sharewell.events.ShareResult.SweepFailed;
import io.sharewell.events.ledger.SweepReport;
import io.sharewell.events.ledger.SweepReport.AccountResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Why a sweep is not complete, what is open and what to do about it. */
final class NotCompleteSection {

    private static final int SHOWN = 5;

    private final SweepReport report;

    NotCompleteSection(SweepReport report) {
        this.report = report;
    }

    void print(Page page) {
        page.blank();
        if (report.failure() != null) {
            page.line(page.paint(
                    Ink.ALARM, "Why it is not complete: " + report.failure().reason()));
            if (report.failure().detail() != null) {
                page.wrapped("    Seen  ", report.failure().detail(), Ink.PLAIN);
            }
            page.wrapped("    Cure  ", report.failure().remedy(), Ink.PLAIN);
        } else if (report.endedAt() == null) {
            page.line("The sweep has not ended.");
        } else {
            page.line("After its end something came up that has no outcome yet, as after a replay.");
        }
        open(page);
    }

    private void open(Page page) {
        if (report.open().isEmpty()) {
            return;
        }
        Map<String, String> names = report.accountResults().stream()
                .filter(account -> account.accountName() != null)
                .collect(Collectors.toMap(AccountResult::accountId, AccountResult::accountName));
        String atLeast = report.open().size() >= SweepFailed.MOST_OPEN ? "at least " : "";
        page.line("    Open  " + atLeast + kinds());
        report.open().stream()
                .limit(SHOWN)
                .forEach(subject -> page.line("          " + subject + name(names, subject)));
        if (report.open().size() > SHOWN) {
            page.line("          "
                    + page.symbol(Symbol.ELLIPSIS)
                    + " and "
                    + Text.number(report.open().size() - SHOWN)
                    + " more");
        }
    }

    /** An account id, {@code account/Region} and {@code account/Region/workload} tell by their strokes what they are. */
    private String kinds() {
        int[] counts = new int[3];
        report.open()
                .forEach(subject -> counts[
                        Math.min(2, (int)
                                subject.chars().filter(letter -> letter == '/').count())]++);
        List<String> kinds = new ArrayList<>();
        String[] nouns = {"account", "unit", OutcomeTable.noun(report)};
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                kinds.add(Text.count(counts[i], nouns[i]));
            }
        }
        return String.join(", ", kinds);
    }

    private static String name(Map<String, String> names, String subject) {
        String name = names.get(subject.split("/", 2)[0]);
        return name == null ? "" : "  " + Text.clean(name);
    }
}
