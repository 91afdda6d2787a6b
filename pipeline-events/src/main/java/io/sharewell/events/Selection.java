package io.sharewell.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which accounts, Regions and workloads a sweep is about. Empty lists mean "all" where they include and "none" where they
 * exclude.
 *
 * @param accounts accounts to include
 * @param excludeAccounts accounts to leave out
 * @param ous ids of OUs (or the root) to include, with all below them
 * @param excludeOus ids of OUs to leave out, with all below them
 * @param tags account tags that must hold: {@code key=value} or {@code key!=value}
 * @param regions Regions to look into
 * @param excludeRegions Regions not to look into
 * @param accountRegions Regions to look into in these accounts; the others go by {@code regions}
 * @param workloadNamePrefix only workloads whose names begin so; null for all
 * @param managementAccount whether the management account is one of "all"
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Selection(
        List<AccountId> accounts,
        List<AccountId> excludeAccounts,
        List<String> ous,
        List<String> excludeOus,
        List<String> tags,
        List<Region> regions,
        List<Region> excludeRegions,
        Map<AccountId, List<Region>> accountRegions,
        String workloadNamePrefix,
        boolean managementAccount) {

    public Selection {
        accounts = copy(accounts);
        excludeAccounts = copy(excludeAccounts);
        ous = copy(ous);
        excludeOus = copy(excludeOus);
        tags = copy(tags);
        regions = copy(regions);
        excludeRegions = copy(excludeRegions);
        accountRegions = accountRegions == null ? Map.of() : sorted(accountRegions);
    }

    /** All active member accounts, all Regions, all workloads. */
    public static Selection everything() {
        return new Selection(null, null, null, null, null, null, null, null, null, false);
    }

    /** These accounts, and nothing of all others. */
    public static Selection of(AccountId... accounts) {
        return new Selection(List.of(accounts), null, null, null, null, null, null, null, null, false);
    }

    /** Whether no account, Region or workload is left out, but for the management account. */
    public boolean leavesNothingOut() {
        return equals(new Selection(null, null, null, null, null, null, null, null, null, managementAccount));
    }

    /** The Regions to look into in an account; empty for all. */
    public List<Region> regionsOf(AccountId account) {
        return accountRegions.getOrDefault(account, regions);
    }

    /** In text, too, equal selections are alike: {@code Map.copyOf} has another order in each JVM. */
    private static Map<AccountId, List<Region>> sorted(Map<AccountId, List<Region>> regions) {
        return Collections.unmodifiableMap(new TreeMap<>(Map.copyOf(regions)));
    }

    private static <T> List<T> copy(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
