package io.sharewell.writer.messaging;

import io.sharewell.events.AccountId;
import io.sharewell.events.Purpose;
import io.sharewell.events.ShareResult;
import io.sharewell.events.ShareResult.AccountSelected;
import io.sharewell.events.ShareResult.AccountSkipped;
import io.sharewell.events.ShareResult.AccountsSelected;
import io.sharewell.writer.domain.Members;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the sweeps that accept invitations have listed: every account of the organization is named in one as selected or
 * skipped. Only the sweep's own listing counts, for an account may have left the organization since an earlier one. Safe
 * for use by several threads.
 */
final class Listings implements Members {

    private static final int SWEEPS_KEPT = 8;

    private static final class Listing {
        private final Set<String> named = new HashSet<>();
        private int size = Integer.MAX_VALUE;
    }

    private final Map<String, Listing> sweeps = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Listing> eldest) {
            return size() > SWEEPS_KEPT;
        }
    };

    synchronized void add(ShareResult statement) {
        if (statement.envelope().purpose() != Purpose.ACCEPT) {
            return;
        }
        switch (statement) {
            case AccountSelected selected -> named(selected, selected.accountId());
            case AccountSkipped skipped -> named(skipped, skipped.accountId());
            // Another partition may tell this before the last account: so it is the number that counts
            case AccountsSelected over -> listing(over).size = over.selected() + over.skipped();
            default -> {}
        }
    }

    private void named(ShareResult statement, AccountId account) {
        listing(statement).named.add(account.value());
    }

    private Listing listing(ShareResult statement) {
        return sweeps.computeIfAbsent(statement.envelope().sweepId(), _ -> new Listing());
    }

    @Override
    public synchronized Membership of(String account, String sweepId) {
        Listing listing = sweeps.get(sweepId);
        if (listing == null) {
            return Membership.NOT_KNOWN_YET;
        }
        if (listing.named.contains(account)) {
            return Membership.MEMBER;
        }
        return listing.named.size() < listing.size ? Membership.NOT_KNOWN_YET : Membership.STRANGER;
    }
}
