package io.sharewell.app.doctor;

import io.sharewell.app.view.ExitStatus;
import io.sharewell.app.view.Ink;
import io.sharewell.app.view.Page;
import io.sharewell.app.view.Symbol;
import io.sharewell.app.view.Terminal;
import io.sharewell.app.view.Text;
import io.sharewell.events.AccountId;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What doctor found, for a person: a line per check, then the causes with their cures. */
public final class DoctorView {

    private static final int TITLE = Arrays.stream(Check.values())
            .mapToInt(check -> check.title().length())
            .max()
            .orElse(0);
    private static final int STATUS = "cannot be told".length();

    private final Terminal terminal;

    /** @param terminal where it will be seen */
    public DoctorView(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Prints the table, the causes and what a sweep would come to. */
    public void print(DoctorReport report, PrintWriter out) {
        Page page = new Page(terminal, out);
        page.line(page.paint(Ink.STRONG, "The set-up"));
        lines(report, Optional.empty(), page);
        page.blank();
        page.line(page.paint(Ink.STRONG, "Accounts") + ": " + extent(report));
        for (AccountId account : report.accounts()) {
            page.blank();
            page.line("  " + page.paint(Ink.STRONG, account.value()) + "  "
                    + Text.clean(report.nameOf(account).orElse("")));
            lines(report, Optional.of(account), page);
        }
        new CausesSection(report).print(page);
        page.blank();
        verdict(report, page);
        page.flush();
    }

    private static void lines(DoctorReport report, Optional<AccountId> account, Page page) {
        report.results().stream()
                .filter(result -> result.account().equals(account))
                .forEach(result -> line(result, page));
    }

    private static void line(Result result, Page page) {
        Mark mark = Mark.of(result.finding());
        String title = Text.pad(result.check().title(), TITLE);
        String status =
                page.paint(mark.ink(), page.symbol(mark.symbol()) + " " + title + "  " + Text.pad(mark.word(), STATUS));
        int room = page.terminal().width() - TITLE - STATUS - 8;
        page.line("  " + status + "  "
                + page.paint(
                                Ink.FAINT,
                                Text.shorten(
                                        Text.clean(tail(result.finding())),
                                        Math.max(20, room),
                                        page.symbol(Symbol.ELLIPSIS)))
                        .stripTrailing());
    }

    private static String tail(Finding finding) {
        return switch (finding) {
            case Finding.Ok(String seen) -> seen;
            case Finding.NotChecked(String why) -> why;
            case Finding.Noted(Diagnosis what) -> what.cause().name();
            case Finding.Wrong(Diagnosis what) -> what.cause().name();
            case Finding.CannotBeTold(Diagnosis what) -> what.cause().name();
        };
    }

    private static String extent(DoctorReport report) {
        if (report.accounts().isEmpty()) {
            return report.listing().isPresent()
                    ? "there is none to look at"
                    : "none looked at, since they could not be listed; --accounts names some";
        }
        List<AccountId> accounts = report.accounts();
        return report.sampled()
                ? "a sample of " + accounts.size() + " of "
                        + report.listing()
                                .map(listing -> listing.active().size())
                                .orElse(0)
                        + " active ones, from the first that joined to the last; --accounts names others"
                : Text.count(accounts.size(), "account") + " by --accounts";
    }

    private static void verdict(DoctorReport report, Page page) {
        int status = report.exitStatus();
        String end = "exit status " + status + ".";
        page.line(
                switch (status) {
                    case ExitStatus.COMPLETE ->
                        page.paint(Ink.GOOD, "Nothing is missing") + " as far as it can be told without writing: "
                                + end;
                    case ExitStatus.PROBLEMS ->
                        page.paint(Ink.WARNING, "A sweep would run, with problems") + ": " + end;
                    default -> page.paint(Ink.ALARM, "The set-up is wrong") + ": cure it before a sweep; " + end;
                });
        page.line("Nothing was written to AWS.");
    }

    /** How a finding looks. */
    record Mark(Symbol symbol, String word, Ink ink) {
        static Mark of(Finding finding) {
            return switch (finding) {
                case Finding.Ok _ -> new Mark(Symbol.GOOD, "ok", Ink.GOOD);
                case Finding.Noted _ -> new Mark(Symbol.WARNING, "ok", Ink.GOOD);
                case Finding.Wrong _ -> new Mark(Symbol.BAD, "problem", Ink.ALARM);
                case Finding.NotChecked _ -> new Mark(Symbol.DOT, "not checked", Ink.FAINT);
                case Finding.CannotBeTold _ -> new Mark(Symbol.OPEN, "cannot be told", Ink.WARNING);
            };
        }
    }
}
