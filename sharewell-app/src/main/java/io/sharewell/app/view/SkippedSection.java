package io.sharewell.app.view;

import io.sharewell.events.Reason;
import io.sharewell.events.ledger.SweepReport;
import io.sharewell.events.ledger.SweepReport.AccountOutcome;
import io.sharewell.events.ledger.SweepReport.AccountResult;
import io.sharewell.events.ledger.SweepReport.RegionOutcome;
import io.sharewell.events.ledger.SweepReport.RegionResult;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Accounts and Regions that were passed over, and why: for information, none of it is a problem. */
final class SkippedSection {

    private static final int SHOWN = 4;

    private final SweepReport report;

    SkippedSection(SweepReport report) {
        this.report = report;
    }

    void print(Page page) {
        Map<Reason, List<AccountResult>> accounts = accounts();
        Map<Reason, Map<String, Integer>> regions = regions();
        if (accounts.isEmpty() && regions.isEmpty()) {
            return;
        }
        page.blank();
        page.line(page.paint(Ink.STRONG, "Passed over") + page.paint(Ink.FAINT, " (no problems)"));
        accounts.forEach((reason, skipped) -> {
            page.blank();
            page.line("  " + reason + "  " + Text.count(skipped.size(), "account"));
            page.wrapped("    ", names(skipped, page), Ink.FAINT);
            page.wrapped("    ", reason.remedy(), Ink.FAINT);
        });
        regions.forEach((reason, counts) -> {
            page.blank();
            int units = counts.values().stream().mapToInt(Integer::intValue).sum();
            page.line("  " + reason + "  " + Text.count(units, "unit"));
            page.wrapped("    ", names(counts, page), Ink.FAINT);
            page.wrapped("    ", reason.remedy(), Ink.FAINT);
        });
    }

    private Map<Reason, List<AccountResult>> accounts() {
        Map<Reason, List<AccountResult>> skipped = new EnumMap<>(Reason.class);
        report.accountResults().stream()
                .filter(account -> account.outcome() == AccountOutcome.SKIPPED)
                .forEach(account -> skipped.computeIfAbsent(known(account.reason()), _ -> new ArrayList<>())
                        .add(account));
        return skipped;
    }

    /** Of each reason, in how many accounts each Region was skipped. */
    private Map<Reason, Map<String, Integer>> regions() {
        Map<Reason, Map<String, Integer>> skipped = new EnumMap<>(Reason.class);
        for (AccountResult account : report.accountResults()) {
            for (Map.Entry<String, RegionResult> region : account.regions().entrySet()) {
                if (region.getValue().outcome() == RegionOutcome.SKIPPED) {
                    skipped.computeIfAbsent(known(region.getValue().reason()), _ -> new TreeMap<>())
                            .merge(region.getKey(), 1, Integer::sum);
                }
            }
        }
        return skipped;
    }

    private static Reason known(Reason reason) {
        return reason == null ? Reason.UNKNOWN : reason;
    }

    private static String names(List<AccountResult> accounts, Page page) {
        return accounts.stream().limit(SHOWN).map(SkippedSection::named).collect(Collectors.joining(", "))
                + more(accounts.size(), page);
    }

    private static String named(AccountResult account) {
        String detail = account.detail() == null ? "" : ", " + Text.clean(account.detail());
        return AccountName.of(account) + " (" + account.accountId() + detail + ")";
    }

    private static String names(Map<String, Integer> regions, Page page) {
        return regions.entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                        .limit(SHOWN)
                        .map(region -> region.getKey() + " in " + Text.count(region.getValue(), "account"))
                        .collect(Collectors.joining(", "))
                + more(regions.size(), page);
    }

    private static String more(int all, Page page) {
        return all > SHOWN ? " " + page.symbol(Symbol.ELLIPSIS) + " and " + Text.number(all - SHOWN) + " more" : "";
    }
}
