package io.sharewell.app.replay;

import io.sharewell.events.AccountDiscovered;
import io.sharewell.events.AccountId;
import io.sharewell.events.AccountSessionOpened;
import io.sharewell.events.InvitationFound;
import io.sharewell.events.Region;
import io.sharewell.events.SessionExpired;
import io.sharewell.events.WorkRecord;
import io.sharewell.events.WorkloadFound;
import java.time.Instant;
import java.util.Optional;

/**
 * Which records are meant; null where it does not matter.
 *
 * @param since the first moment at which the record may have been written
 * @param until the first moment at which it may not any more
 */
record Filter(String sweepId, AccountId account, Region region, Instant since, Instant until) {

    /** Why a record is not meant; empty if it is. */
    Optional<Left> objection(WorkRecord record, Instant writtenAt) {
        if (sweepId != null && !sweepId.equals(record.envelope().sweepId())) {
            return Optional.of(Left.OTHER_SWEEP);
        }
        if (account != null && !account.equals(accountOf(record))) {
            return Optional.of(Left.OTHER_ACCOUNT);
        }
        if (region != null && !region.equals(regionOf(record))) {
            return Optional.of(Left.OTHER_REGION);
        }
        boolean early = since != null && writtenAt.isBefore(since);
        boolean late = until != null && !writtenAt.isBefore(until);
        return early || late ? Optional.of(Left.OTHER_TIME) : Optional.empty();
    }

    static AccountId accountOf(WorkRecord record) {
        return switch (record) {
            case AccountDiscovered it -> it.accountId();
            case AccountSessionOpened it -> it.accountId();
            case WorkloadFound it -> it.accountId();
            case InvitationFound it -> it.accountId();
            case SessionExpired it -> it.accountId();
        };
    }

    /** Null for a whole account. */
    private static Region regionOf(WorkRecord record) {
        return switch (record) {
            case AccountDiscovered _ -> null;
            case AccountSessionOpened it -> it.region();
            case WorkloadFound it -> it.region();
            case InvitationFound it -> it.region();
            case SessionExpired it -> regionOf(it.record());
        };
    }
}
