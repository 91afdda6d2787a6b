package io.sharewell.app.doctor;

import io.sharewell.broker.aws.ListedAccountRegions;
import io.sharewell.broker.domain.RegionKnowledge;
import io.sharewell.events.Region;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which Regions an account has enabled, by {@code account:ListRegions} with its own session. */
final class EnabledRegionsCheck {

    private final DoctorSettings settings;
    private final List<Region> regions;

    /** @param regions that a sweep would look into */
    EnabledRegionsCheck(DoctorSettings settings, List<Region> regions) {
        this.settings = settings;
        this.regions = regions;
    }

    /** @return learnt: the Regions to look into */
    Checked<List<Region>> check(Session session) {
        return switch (new ListedAccountRegions(session.clients()::account)
                .of(session.credentials(), settings.partition())) {
            case RegionKnowledge.Known known -> known(known.notEnabled());
            case RegionKnowledge.Refused refused ->
                Checked.with(
                        regions,
                        Finding.of(
                                Cause.LIST_REGIONS_NOT_ALLOWED,
                                refused.detail(),
                                "The role may not call account:ListRegions. No problem: Regions that are not enabled are"
                                        + " found out by trying each. With the action in the role's policy they are"
                                        + " skipped without a call."));
            case RegionKnowledge.Failed failed -> Checked.with(regions, Answer.noAnswer(failed.detail()));
        };
    }

    private Checked<List<Region>> known(Map<Region, String> notEnabled) {
        List<Region> enabled = regions.stream()
                .filter(region -> !notEnabled.containsKey(region))
                .toList();
        List<Region> missing = regions.stream().filter(notEnabled::containsKey).toList();
        if (missing.isEmpty()) {
            return Checked.ok(enabled, "all " + enabled.size());
        }
        return settings.regions().isEmpty()
                ? Checked.ok(enabled, enabled.size() + " of " + regions.size() + "; not " + names(missing))
                : Checked.with(enabled, missing(missing));
    }

    /** A Region that was asked for by name, and that the account does not have. */
    static Finding missing(List<Region> missing) {
        return Finding.of(
                Cause.REGION_NOT_ENABLED,
                "Not enabled in the account: " + names(missing) + ".",
                "Asked for by --regions, but the account has not enabled it: leave it out, or enable it, in the account"
                        + " itself and in the reviews account.",
                "aws account enable-region --region-name " + missing.getFirst());
    }

    static String names(List<Region> regions) {
        return regions.stream().map(Region::value).collect(Collectors.joining(", "));
    }
}
