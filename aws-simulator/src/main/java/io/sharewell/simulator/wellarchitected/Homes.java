package io.sharewell.simulator.wellarchitected;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Every account's workloads by Region. There may be hundreds of thousands of these, but no account
 * has more than twenty or so: looking through an array takes less room than a map, and no time.
 */
final class Homes {

    private static final RegionalWorkloads[] NONE = {};

    private final Map<String, RegionalWorkloads[]> byAccount = new LinkedHashMap<>();

    /** Null if the account has none in that Region. */
    RegionalWorkloads find(String account, String region) {
        for (var home : byAccount.getOrDefault(account, NONE)) {
            if (home.region().equals(region)) {
                return home;
            }
        }
        return null;
    }

    /** Adds one where there is none of its account and Region. */
    RegionalWorkloads add(RegionalWorkloads home) {
        var there = byAccount.getOrDefault(home.account(), NONE);
        var more = Arrays.copyOf(there, there.length + 1);
        more[there.length] = home;
        byAccount.put(home.account(), more);
        return home;
    }

    /** One account's. */
    List<RegionalWorkloads> of(String account) {
        return List.of(byAccount.getOrDefault(account, NONE));
    }

    /** By account, in the order in which they were added, as they are now: the list stays as it is. */
    List<List<RegionalWorkloads>> byAccount() {
        var all = new ArrayList<List<RegionalWorkloads>>(byAccount.size());
        // Never changed, only replaced by longer ones.
        byAccount.values().forEach(it -> all.add(Arrays.asList(it)));
        return all;
    }

    /** In the order in which they were added, account by account. */
    void forEach(Consumer<RegionalWorkloads> action) {
        for (var homes : byAccount.values()) {
            for (var home : homes) {
                action.accept(home);
            }
        }
    }
}
