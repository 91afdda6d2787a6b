package io.sharewell.discovery.domain;

import java.util.Collection;

/** What a selection may ask for: the same in settings, requests and on the command line. */
public final class SelectionRules {

    /** As AWS bears it: {@code WorkloadNamePrefix} of wellarchitected:ListWorkloads. */
    private static final int LONGEST_PREFIX = 100;

    private SelectionRules() {}

    /**
     * The prefix itself.
     *
     * @throws IllegalArgumentException if AWS takes none of its length
     */
    public static String requirePrefix(String prefix) {
        if (prefix.isEmpty() || prefix.length() > LONGEST_PREFIX) {
            throw new IllegalArgumentException("a prefix of " + prefix.length()
                    + " characters is not one that AWS takes: give 1 to " + LONGEST_PREFIX);
        }
        return prefix;
    }

    /**
     * Does nothing if there is a Region to look into.
     *
     * @param regions empty for all
     * @throws IllegalArgumentException if each of them is excluded
     */
    public static <T> void requireRegionLeft(Collection<T> regions, Collection<T> excluded) {
        if (!regions.isEmpty() && excluded.containsAll(regions)) {
            throw new IllegalArgumentException("all Regions asked for are excluded: leave one of " + regions);
        }
    }
}
