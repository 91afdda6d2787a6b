package io.sharewell.app.doctor;

import io.sharewell.app.view.Ink;
import io.sharewell.app.view.Page;
import io.sharewell.app.view.Text;
import io.sharewell.events.AccountId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The causes, each once with all it befalls: problems, then what cannot be told, then what is worth knowing. */
final class CausesSection {

    private static final int ACCOUNTS_SHOWN = 6;
    private static final int LINES_SEEN = 3;

    private final DoctorReport report;

    CausesSection(DoctorReport report) {
        this.report = report;
    }

    /** A section of its own. */
    private record Part(String heading, String word, Ink ink, Predicate<Finding> which) {}

    /** One cause with one remedy. */
    private record Kind(Cause cause, String remedy) {}

    void print(Page page) {
        print(new Part("Problems", "Cure ", Ink.ALARM, Finding.Wrong.class::isInstance), page);
        print(new Part("Cannot be told", "About", Ink.WARNING, Finding.CannotBeTold.class::isInstance), page);
        print(new Part("Worth knowing", "About", Ink.STRONG, Finding.Noted.class::isInstance), page);
    }

    private void print(Part part, Page page) {
        Map<Kind, List<Result>> kinds = new LinkedHashMap<>();
        report.results().stream()
                .filter(result -> part.which().test(result.finding()))
                .forEach(result -> {
                    Diagnosis what = result.finding().diagnosis().orElseThrow();
                    kinds.computeIfAbsent(new Kind(what.cause(), what.remedy()), _ -> new ArrayList<>())
                            .add(result);
                });
        if (kinds.isEmpty()) {
            return;
        }
        page.blank();
        page.line(page.paint(Ink.STRONG, part.heading()));
        kinds.forEach((kind, results) -> kind(kind, results, part, page));
    }

    private void kind(Kind kind, List<Result> results, Part part, Page page) {
        page.blank();
        page.line("  " + page.paint(part.ink(), kind.cause().name()));
        String where = where(results);
        if (!where.isEmpty()) {
            page.wrapped("    In    ", where, Ink.PLAIN);
        }
        Diagnosis first = results.getFirst().finding().diagnosis().orElseThrow();
        page.wrapped("    Seen  ", first.seen(), Ink.FAINT, LINES_SEEN);
        page.wrapped("    " + part.word() + " ", kind.remedy(), Ink.PLAIN);
        first.commands().forEach(command -> page.line("          " + page.paint(Ink.STRONG, Text.clean(command))));
    }

    private String where(List<Result> results) {
        List<AccountId> accounts = results.stream()
                .map(Result::account)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        if (accounts.isEmpty()) {
            return "";
        }
        boolean all =
                accounts.size() > 1 && accounts.size() == report.accounts().size();
        List<String> shown = accounts.stream()
                .limit(ACCOUNTS_SHOWN)
                .map(account -> account
                        + report.nameOf(account)
                                .map(name -> " " + Text.clean(name))
                                .orElse(""))
                .toList();
        return (all ? "all " : "") + Text.count(accounts.size(), "account") + ": " + String.join(", ", shown)
                + (accounts.size() > ACCOUNTS_SHOWN ? " and more" : "");
    }
}
