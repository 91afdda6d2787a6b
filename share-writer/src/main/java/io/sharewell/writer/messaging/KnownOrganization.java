package io.sharewell.writer.messaging;

import io.sharewell.events.AccountId;
import io.sharewell.events.EventType;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.Region;
import io.sharewell.events.ShareResult;
import io.sharewell.events.ShareResult.AccountSelected;
import io.sharewell.events.ShareResult.AccountSkipped;
import io.sharewell.events.ShareResult.AccountsSelected;
import io.sharewell.events.ShareResult.RegionScanned;
import io.sharewell.events.ShareResult.RegionSkipped;
import io.sharewell.writer.domain.Members;
import io.sharewell.writer.domain.TargetRegions;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/**
 * The organization as {@code share-results} tells it. A sweep over it names every account, as selected or skipped: the
 * newest such listing that is whole counts, and who is named in one since then counts already. A sweep that accepts tells which
 * Regions the reviews account has not enabled. Safe for use by several threads.
 */
final class KnownOrganization implements Members, TargetRegions {

    private static final int LISTINGS_KEPT = 8;
    private static final Set<String> OF_LISTINGS = Set.of(
            EventType.ACCOUNT_SELECTED.ceType(),
            EventType.ACCOUNT_SKIPPED.ceType(),
            EventType.ACCOUNTS_SELECTED.ceType());
    private static final Set<String> OF_ACCEPTANCES =
            Set.of(EventType.REGION_SKIPPED.ceType(), EventType.REGION_SCANNED.ceType());

    private static final class Listing {
        private final Set<String> named = new HashSet<>();
        private int size = Integer.MAX_VALUE;

        boolean isWhole() {
            return named.size() >= size;
        }
    }

    private record Unit(AccountId account, Region region) {}

    /** Those since the newest that is whole. */
    private final SequencedMap<String, Listing> listings = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Listing> eldest) {
            return size() > LISTINGS_KEPT;
        }
    };

    private final Set<Unit> notEnabled = new HashSet<>();
    private Set<String> members;

    /** Whether {@link #add} would learn anything: most of what is said is about units and workloads of sweeps that share. */
    static boolean wants(String ceType, String purpose) {
        Set<String> wanted = Purpose.ACCEPT.name().equals(purpose) ? OF_ACCEPTANCES : OF_LISTINGS;
        return ceType != null && wanted.contains(ceType);
    }

    synchronized void add(ShareResult statement) {
        if (statement.envelope().purpose() == Purpose.ACCEPT) {
            addRegion(statement);
        } else {
            addAccount(statement);
        }
    }

    private void addAccount(ShareResult statement) {
        switch (statement) {
            case AccountSelected it -> listing(it).named.add(it.accountId().value());
            case AccountSkipped it -> listing(it).named.add(it.accountId().value());
            // Another partition may tell this before the last account: so it is the number that counts
            case AccountsSelected it -> listing(it).size = it.selected() + it.skipped();
            default -> {
                return;
            }
        }
        Listing listing = listing(statement);
        if (listing.isWhole()) {
            members = listing.named;
            // What came before it is past
            while (listings.firstEntry().getValue() != listing) {
                listings.pollFirstEntry();
            }
        }
    }

    private void addRegion(ShareResult statement) {
        switch (statement) {
            case RegionSkipped it
            when it.problem().reason() == Reason.REGION_NOT_ENABLED ->
                notEnabled.add(new Unit(it.accountId(), it.region()));
            case RegionScanned it -> notEnabled.remove(new Unit(it.accountId(), it.region()));
            default -> {}
        }
    }

    private Listing listing(ShareResult statement) {
        return listings.computeIfAbsent(statement.envelope().sweepId(), _ -> new Listing());
    }

    /** Whether all accounts have been named at least once. */
    synchronized boolean isKnown() {
        return members != null;
    }

    @Override
    public synchronized Membership of(String account) {
        if (members == null) {
            return Membership.NOT_KNOWN_YET;
        }
        boolean named = members.contains(account)
                || listings.values().stream().anyMatch(listing -> listing.named.contains(account));
        return named ? Membership.MEMBER : Membership.STRANGER;
    }

    @Override
    public synchronized boolean isNotEnabled(AccountId account, Region region) {
        return notEnabled.contains(new Unit(account, region));
    }
}
