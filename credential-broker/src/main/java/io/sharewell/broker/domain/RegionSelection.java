package io.sharewell.broker.domain;

import io.sharewell.events.AccountDiscovered;
import io.sharewell.events.Region;
import java.util.List;

/**
 * Which Regions of an account are its units: those asked for, else those configured, else all that have the tool; without
 * those that are excluded.
 */
public final class RegionSelection {

    private final List<Region> configured;
    private final RegionDirectory directory;

    /** @param configured empty for all */
    public RegionSelection(List<Region> configured, RegionDirectory directory) {
        this.configured = List.copyOf(configured);
        this.directory = directory;
    }

    /** Sorted, each once: the same account makes the same statement every time. */
    List<Region> of(AccountDiscovered account, String partition) {
        return wanted(account, partition).stream()
                .filter(region -> !account.excludeRegions().contains(region))
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether it is known that there is nothing to look into; not of Regions if some are configured: those count. */
    boolean isWithoutTool(Region region) {
        return configured.isEmpty() && directory.isWithoutTool(region);
    }

    private List<Region> wanted(AccountDiscovered account, String partition) {
        if (!account.regions().isEmpty()) {
            return account.regions();
        }
        return configured.isEmpty() ? directory.wellArchitected(partition) : configured;
    }
}
