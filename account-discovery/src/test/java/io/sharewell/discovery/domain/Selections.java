package io.sharewell.discovery.domain;

import io.sharewell.events.AccountId;
import io.sharewell.events.Region;
import io.sharewell.events.Selection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Builds selections that read like prose. */
final class Selections {

    private final List<AccountId> accounts = new ArrayList<>();
    private final List<AccountId> excludedAccounts = new ArrayList<>();
    private final List<String> ous = new ArrayList<>();
    private final List<String> excludedOus = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();
    private final List<Region> regions = new ArrayList<>();
    private final List<Region> excludedRegions = new ArrayList<>();
    private final Map<AccountId, List<Region>> accountRegions = new HashMap<>();
    private String workloadNamePrefix;
    private boolean managementAccount;

    private Selections() {}

    static Selections select() {
        return new Selections();
    }

    Selections accounts(int... numbers) {
        Arrays.stream(numbers).mapToObj(FakeOrganization::id).forEach(accounts::add);
        return this;
    }

    Selections notAccounts(int... numbers) {
        Arrays.stream(numbers).mapToObj(FakeOrganization::id).forEach(excludedAccounts::add);
        return this;
    }

    Selections ous(String... ids) {
        ous.addAll(List.of(ids));
        return this;
    }

    Selections notOus(String... ids) {
        excludedOus.addAll(List.of(ids));
        return this;
    }

    Selections tags(String... rules) {
        tags.addAll(List.of(rules));
        return this;
    }

    Selections regions(String... names) {
        Arrays.stream(names).map(Region::of).forEach(regions::add);
        return this;
    }

    Selections notRegions(String... names) {
        Arrays.stream(names).map(Region::of).forEach(excludedRegions::add);
        return this;
    }

    Selections regionsOf(int account, String... names) {
        accountRegions.put(
                FakeOrganization.id(account),
                Arrays.stream(names).map(Region::of).toList());
        return this;
    }

    Selections workloadNamePrefix(String prefix) {
        workloadNamePrefix = prefix;
        return this;
    }

    Selections managementAccount() {
        managementAccount = true;
        return this;
    }

    Selection build() {
        return new Selection(
                accounts,
                excludedAccounts,
                ous,
                excludedOus,
                tags,
                regions,
                excludedRegions,
                accountRegions,
                workloadNamePrefix,
                managementAccount);
    }
}
