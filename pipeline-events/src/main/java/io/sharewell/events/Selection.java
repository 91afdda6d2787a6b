package io.sharewell.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Which accounts and Regions a sweep is about. Empty lists mean "all" where they include and "none" where they exclude.
 *
 * @param accounts accounts to include
 * @param excludeAccounts accounts to leave out
 * @param ous ids of OUs (or the root) to include, with all below them
 * @param excludeOus ids of OUs to leave out, with all below them
 * @param tags account tags that must hold: {@code key=value} or {@code key!=value}
 * @param regions Regions to look into
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
        boolean managementAccount) {

    public Selection {
        accounts = copy(accounts);
        excludeAccounts = copy(excludeAccounts);
        ous = copy(ous);
        excludeOus = copy(excludeOus);
        tags = copy(tags);
        regions = copy(regions);
    }

    /** All active member accounts, all Regions. */
    public static Selection everything() {
        return new Selection(null, null, null, null, null, null, false);
    }

    private static <T> List<T> copy(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
