package io.sharewell.app.view;

import io.sharewell.app.view.ProgressSnapshot.Part;
import io.sharewell.app.view.StatusReport.Account;
import io.sharewell.app.view.StatusReport.Complete;
import io.sharewell.app.view.StatusReport.Running;
import io.sharewell.events.Purpose;
import io.sharewell.events.ledger.SweepSummary;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** How an installation stands, for a person. */
public final class StatusView {

    private static final int SWEEPS_SHOWN = 10;
    private static final int ACCOUNTS_SHOWN = 20;

    private final Terminal terminal;

    /** @param terminal where it will be seen */
    public StatusView(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Prints what runs, the last complete sweep with what changed in it, and the list of sweeps. */
    public void print(StatusReport status, PrintWriter out) {
        Page page = new Page(terminal, out);
        if (status.running().isEmpty()) {
            page.line("No sweep is running.");
        }
        status.running().forEach(sweep -> running(sweep, status.at(), page));
        page.blank();
        if (status.lastComplete() == null) {
            page.line(page.paint(Ink.WARNING, "No sweep was ever complete, as far as the topic reaches back."));
        } else {
            complete(status.lastComplete(), page);
        }
        page.blank();
        sweeps(status.sweeps(), page);
        page.flush();
    }

    private static void running(Running sweep, Instant at, Page page) {
        page.line(page.paint(Ink.STRONG, "Running: sweep " + Text.clean(sweep.sweepId())) + ", for "
                + ago(sweep.startedAt(), at) + ", last heard of " + ago(sweep.lastStatementAt(), at) + " ago");
        page.line("  accounts " + of(sweep.accounts()) + "   units " + of(sweep.units()) + "   workloads "
                + of(sweep.workloads()) + "   " + Text.count(sweep.problems(), "problem") + " so far");
    }

    private static void complete(Complete sweep, Page page) {
        page.line(page.paint(Ink.STRONG, "Last complete: sweep " + Text.clean(sweep.sweepId())) + ", ended "
                + Text.duration(Duration.ofSeconds(sweep.ageSeconds())) + " ago, "
                + page.paint(
                        sweep.problems() == 0 ? Ink.GOOD : Ink.WARNING,
                        sweep.problems() == 0 ? "no problems" : Text.count(sweep.problems(), "problem")));
        accounts("newly blocked", Ink.ALARM, sweep.newlyBlocked(), page);
        accounts("reachable again", Ink.GOOD, sweep.newlyReachable(), page);
    }

    private static void accounts(String what, Ink ink, List<Account> accounts, Page page) {
        if (accounts.isEmpty()) {
            page.line("  no account " + what);
            return;
        }
        page.line("  " + page.paint(ink, Text.count(accounts.size(), "account") + " " + what));
        Columns columns = new Columns("ACCOUNT", "NAME", "OU", "WHY");
        accounts.stream()
                .limit(ACCOUNTS_SHOWN)
                .forEach(account -> columns.add(
                        account.accountId(),
                        known(account.accountName()),
                        known(account.ouPath()),
                        account.reason() == null ? "" : account.reason().name()));
        columns.lines().stream().skip(1).forEach(line -> page.line("    " + line));
        if (accounts.size() > ACCOUNTS_SHOWN) {
            page.line("    " + page.symbol(Symbol.ELLIPSIS) + " and "
                    + Text.count(accounts.size() - ACCOUNTS_SHOWN, "more account"));
        }
    }

    /** Acceptances, which come many times a day, would fill the list: of them only the newest is in it. */
    private static void sweeps(List<SweepSummary> all, Page page) {
        List<SweepSummary> acceptances =
                all.stream().filter(sweep -> sweep.purpose() == Purpose.ACCEPT).toList();
        List<SweepSummary> sweeps =
                all.stream().filter(sweep -> sweep.purpose() != Purpose.ACCEPT).toList();
        Columns columns = new Columns("SWEEP", "PURPOSE", "MODE", "STARTED", "STATE", "BLOCKED", "FOUND", "PROBLEMS");
        Stream.concat(acceptances.stream().limit(1), sweeps.stream().limit(SWEEPS_SHOWN))
                .forEach(sweep -> columns.add(
                        Text.clean(sweep.sweepId()),
                        sweep.purpose().name(),
                        sweep.mode().name(),
                        Text.time(sweep.beganAt()),
                        sweep.state() + (sweep.reason() == null ? "" : " " + sweep.reason()),
                        Text.number(sweep.totals().accounts().blocked()),
                        Text.number(sweep.totals().workloads()),
                        Text.number(sweep.totals().problems())));
        List<String> lines = columns.lines();
        page.line(page.paint(Ink.FAINT, lines.getFirst()));
        lines.stream().skip(1).forEach(page::line);
        older(sweeps.size() - SWEEPS_SHOWN, "older sweep", page);
        older(acceptances.size() - 1, "older acceptance", page);
    }

    private static void older(int number, String what, Page page) {
        if (number > 0) {
            page.line(page.symbol(Symbol.ELLIPSIS) + " and " + Text.count(number, what));
        }
    }

    private static String ago(Instant then, Instant at) {
        Duration age = Duration.between(then, at);
        return Text.duration(age.isNegative() ? Duration.ZERO : age);
    }

    private static String of(Part part) {
        return Text.number(part.done()) + "/" + Text.number(part.all());
    }

    private static String known(String text) {
        return text == null ? "" : Text.clean(text);
    }
}
