package io.sharewell.app.view;

import io.sharewell.app.view.ProblemGroup.Level;
import io.sharewell.events.Reason;
import io.sharewell.events.ledger.SweepReport.AccountOutcome;
import io.sharewell.events.ledger.SweepReport.AccountResult;
import io.sharewell.events.ledger.SweepReport.RegionOutcome;
import io.sharewell.events.ledger.SweepReport.RegionResult;
import io.sharewell.events.ledger.SweepReport.ReportedProblem;
import io.sharewell.events.ledger.SweepReport.Result;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What came of one account, for its line in the tree.
 *
 * @param open its subjects without an outcome
 * @param noun what the sweep looks for
 */
record AccountStory(
        AccountResult account, List<Result> results, List<ReportedProblem> problems, List<String> open, String noun) {

    /** In the order of the tree. */
    enum Standing {
        BLOCKED,
        TROUBLED,
        OPEN,
        FINE,
        SKIPPED
    }

    Standing standing() {
        return switch (account.outcome()) {
            case BLOCKED -> Standing.BLOCKED;
            case SKIPPED -> Standing.SKIPPED;
            case OPEN -> Standing.OPEN;
            case OPENED -> {
                if (!problems.isEmpty()) {
                    yield Standing.TROUBLED;
                }
                yield regions(RegionOutcome.OPEN) > 0 || !open.isEmpty() ? Standing.OPEN : Standing.FINE;
            }
        };
    }

    boolean hasChanges() {
        return tally(List.of(this)).keySet().stream().anyMatch(ShareWord::isChange);
    }

    int found() {
        return account.regions().values().stream()
                .mapToInt(RegionResult::workloads)
                .sum();
    }

    private long regions(RegionOutcome outcome) {
        return account.regions().values().stream()
                .filter(region -> region.outcome() == outcome)
                .count();
    }

    /** Such as {@code 18 Regions, 5 workloads: 3 invited now, 2 already shared}. */
    String told() {
        return switch (standing()) {
            case BLOCKED -> reason();
            case SKIPPED ->
                "skipped: " + reason() + (account.detail() == null ? "" : ", " + Text.clean(account.detail()));
            case OPEN, FINE, TROUBLED ->
                account.outcome() == AccountOutcome.OPEN ? "no outcome yet" : told(List.of(this), noun);
        };
    }

    /** The same of several accounts. */
    static String told(Collection<AccountStory> stories, String noun) {
        List<String> parts = new ArrayList<>();
        parts.add(Text.count(sum(stories, RegionOutcome.SCANNED), stories.size() == 1 ? "Region" : "unit"));
        add(parts, sum(stories, RegionOutcome.FAILED), "failed" + reasons(stories, Level.UNIT));
        add(parts, sum(stories, RegionOutcome.OPEN), "open");
        int found = stories.stream().mapToInt(AccountStory::found).sum();
        parts.add((found == 0 ? "no " + noun + "s" : Text.count(found, noun))
                + shares(tally(stories), found, reasons(stories, Level.WORKLOAD)));
        return String.join(", ", parts);
    }

    private static String shares(Map<ShareWord, Integer> tally, int found, String reasons) {
        List<String> shares = new ArrayList<>();
        tally.forEach((word, count) -> shares.add((tally.size() == 1 && count == found ? "" : Text.number(count) + " ")
                + word.words()
                + (word == ShareWord.TROUBLED ? reasons : "")));
        return shares.isEmpty() ? "" : ": " + String.join(", ", shares);
    }

    private static String reasons(Collection<AccountStory> stories, Level level) {
        List<String> reasons = stories.stream()
                .flatMap(story -> story.problems.stream())
                .filter(problem -> Level.of(problem) == level)
                .map(problem -> problem.reason().name())
                .distinct()
                .toList();
        return reasons.isEmpty() ? "" : " (" + String.join(", ", reasons) + ")";
    }

    private static long sum(Collection<AccountStory> stories, RegionOutcome outcome) {
        return stories.stream().mapToLong(story -> story.regions(outcome)).sum();
    }

    private static void add(List<String> parts, long count, String word) {
        if (count > 0) {
            parts.add(Text.number(count) + " " + word);
        }
    }

    private static Map<ShareWord, Integer> tally(Collection<AccountStory> stories) {
        Map<ShareWord, Integer> tally = new EnumMap<>(ShareWord.class);
        for (AccountStory story : stories) {
            for (Result result : story.results) {
                result.targets().forEach(target -> tally.merge(ShareWord.of(target), 1, Integer::sum));
                if (result.targets().isEmpty() && result.problem() != null) {
                    tally.merge(ShareWord.TROUBLED, 1, Integer::sum);
                }
            }
        }
        return tally;
    }

    private String reason() {
        return (account.reason() == null ? Reason.UNKNOWN : account.reason()).name();
    }
}
