package io.sharewell.events.ledger;

import io.sharewell.events.AccountId;
import io.sharewell.events.Action;
import io.sharewell.events.Problem;
import io.sharewell.events.Reason;
import io.sharewell.events.Region;
import io.sharewell.events.ShareResult;
import io.sharewell.events.ShareResult.AccountBlocked;
import io.sharewell.events.ShareResult.AccountOpened;
import io.sharewell.events.ShareResult.AccountSelected;
import io.sharewell.events.ShareResult.AccountSkipped;
import io.sharewell.events.ShareResult.AccountsSelected;
import io.sharewell.events.ShareResult.OfAccount;
import io.sharewell.events.ShareResult.OfRegion;
import io.sharewell.events.ShareResult.RegionFailed;
import io.sharewell.events.ShareResult.RegionScanned;
import io.sharewell.events.ShareResult.RegionSkipped;
import io.sharewell.events.ShareResult.Totals;
import io.sharewell.events.ShareResult.WorkloadResult;
import io.sharewell.events.TargetOutcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The rules of the ledger once more, and differently: from scratch, over the whole list of what was said. Knows
 * nothing of the ledger's own classes.
 */
final class Recount {

    private final List<ShareResult> said;
    private final Map<AccountId, List<OfAccount>> byAccount = new TreeMap<>();
    private final Set<String> open = new TreeSet<>();
    private final Map<String, Integer> actions = new TreeMap<>();
    private final Map<String, Integer> statuses = new TreeMap<>();
    private int selected;
    private int opened;
    private int blocked;
    private int skipped;
    private int units;
    private int scanned;
    private int skippedUnits;
    private int failed;
    private int workloads;
    private int problems;

    private Recount(List<ShareResult> said) {
        this.said = said;
    }

    static Recount of(List<ShareResult> said) {
        Recount recount = new Recount(said);
        for (ShareResult statement : said) {
            if (statement instanceof OfAccount it) {
                recount.byAccount
                        .computeIfAbsent(it.accountId(), _ -> new ArrayList<>())
                        .add(it);
            }
        }
        recount.byAccount.forEach(recount::count);
        return recount;
    }

    Set<String> open() {
        return open;
    }

    boolean complete() {
        List<AccountsSelected> announced = all(AccountsSelected.class, said);
        return !announced.isEmpty() && selected >= announced.getLast().selected() && open.isEmpty();
    }

    Totals totals() {
        return new Totals(
                new Totals.Accounts(selected, opened, blocked, skipped),
                new Totals.Units(units, scanned, skippedUnits, failed),
                workloads,
                actions,
                statuses,
                problems);
    }

    private void count(AccountId account, List<OfAccount> statements) {
        List<AccountOpened> openings = all(AccountOpened.class, statements);
        boolean isBlocked = !all(AccountBlocked.class, statements).isEmpty();
        if (!openings.isEmpty()) {
            selected++;
            opened++;
            Set<Region> regions = new LinkedHashSet<>();
            openings.forEach(opening -> regions.addAll(opening.regions()));
            regions.forEach(region -> count(account, region, statements));
        } else if (isBlocked) {
            selected++;
            blocked++;
            problems++;
        } else {
            List<OfAccount> listings = statements.stream()
                    .filter(it -> it instanceof AccountSelected || it instanceof AccountSkipped)
                    .toList();
            if (!listings.isEmpty() && listings.getLast() instanceof AccountSelected) {
                selected++;
                open.add(account.value());
            } else if (!listings.isEmpty()) {
                skipped++;
            }
        }
    }

    private void count(AccountId account, Region region, List<OfAccount> ofAccount) {
        units++;
        List<OfRegion> statements = all(OfRegion.class, ofAccount).stream()
                .filter(it -> it.region().equals(region))
                .toList();
        Map<String, WorkloadResult> results = results(statements);
        OfRegion outcome = outcome(statements);
        Collection<String> counted = results.keySet();
        switch (outcome) {
            case null -> open.add(account + "/" + region);
            case RegionScanned scan -> {
                scanned++;
                counted = scan.workloadIds();
                scan.workloadIds().stream()
                        .filter(id -> !results.containsKey(id))
                        .forEach(id -> open.add(account + "/" + region + "/" + id));
            }
            case RegionSkipped _ -> skippedUnits++;
            case RegionFailed _ -> {
                failed++;
                problems++;
            }
            default -> throw new IllegalStateException("no outcome of a unit: " + outcome);
        }
        workloads += counted.size();
        counted.stream().map(results::get).filter(Objects::nonNull).forEach(this::count);
    }

    /** The last of those that count: failures and skips of a round that was scanned before them do not. */
    private static OfRegion outcome(List<OfRegion> statements) {
        OfRegion last = null;
        for (int i = 0; i < statements.size(); i++) {
            OfRegion it = statements.get(i);
            boolean concludes =
                    it instanceof RegionScanned || it instanceof RegionSkipped || it instanceof RegionFailed;
            boolean outranked = !(it instanceof RegionScanned)
                    && all(RegionScanned.class, statements.subList(0, i)).stream()
                            .anyMatch(scan -> Objects.equals(
                                    scan.envelope().replayId(), it.envelope().replayId()));
            if (concludes && !outranked) {
                last = it;
            }
        }
        return last;
    }

    private static Map<String, WorkloadResult> results(List<OfRegion> statements) {
        Map<String, List<WorkloadResult>> byWorkload = new LinkedHashMap<>();
        all(WorkloadResult.class, statements).forEach(it -> byWorkload
                .computeIfAbsent(it.workload().id(), _ -> new ArrayList<>())
                .add(it));
        Map<String, WorkloadResult> folded = new LinkedHashMap<>();
        byWorkload.forEach((id, all) -> folded.put(id, fold(all)));
        return folded;
    }

    /** Streams of this test have one target each, so the targets of the last that names it are the whole. */
    private static WorkloadResult fold(List<WorkloadResult> results) {
        WorkloadResult last = results.getLast();
        List<TargetOutcome> named = List.of();
        Action done = Action.NONE;
        for (WorkloadResult result : results) {
            for (TargetOutcome target : result.targets()) {
                done = done.and(target.action());
            }
            boolean silent = result.targets().isEmpty() && result.problem() != null;
            named = silent ? named : result.targets();
        }
        List<TargetOutcome> targets = new ArrayList<>();
        for (TargetOutcome it : named) {
            targets.add(
                    new TargetOutcome(it.sharedWith(), it.permission(), done, it.shareId(), it.status(), it.problem()));
        }
        return new WorkloadResult(
                last.envelope(), last.accountId(), last.region(), last.workload(), targets, last.problem());
    }

    private void count(WorkloadResult result) {
        problems += isProblem(result.problem()) ? 1 : 0;
        for (TargetOutcome target : result.targets()) {
            actions.merge(target.action().name(), 1, Integer::sum);
            if (target.status() != null) {
                statuses.merge(target.status(), 1, Integer::sum);
            }
            problems += isProblem(target.problem()) ? 1 : 0;
        }
    }

    private static boolean isProblem(Problem problem) {
        return problem != null && problem.reason() != Reason.WORKLOAD_GONE;
    }

    private static <T extends ShareResult> List<T> all(Class<T> type, List<? extends ShareResult> statements) {
        return statements.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
