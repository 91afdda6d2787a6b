package io.sharewell.discovery;

import io.sharewell.events.AccountId;
import io.sharewell.events.Region;
import io.sharewell.events.Selection;
import java.util.List;
import java.util.Optional;

/** What scheduled sweeps that share are about. */
public final class ScheduledSelection {

    private ScheduledSelection() {}

    /** As the settings say, which must be free of faults. */
    public static Selection of(DiscoverySettings.SelectionSettings settings) {
        return new Selection(
                ids(settings.accounts()),
                ids(settings.excludeAccounts()),
                settings.ous().orElse(List.of()),
                settings.excludeOus().orElse(List.of()),
                settings.tags().orElse(List.of()),
                regions(settings.regions()),
                regions(settings.excludeRegions()),
                null,
                settings.workloadNamePrefix().orElse(null),
                settings.managementAccount());
    }

    private static List<Region> regions(Optional<List<String>> names) {
        return names.orElse(List.of()).stream().map(Region::of).toList();
    }

    private static List<AccountId> ids(Optional<List<String>> values) {
        return values.orElse(List.of()).stream().map(AccountId::of).toList();
    }
}
