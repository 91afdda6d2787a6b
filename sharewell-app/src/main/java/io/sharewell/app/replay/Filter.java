package io.sharewell.app.replay;

import io.sharewell.events.AccountDiscovered;
import io.sharewell.events.AccountId;
import io.sharewell.events.Region;
import io.sharewell.events.SessionExpired;
import io.sharewell.events.SessionRecord;
import io.sharewell.events.WorkRecord;
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
        if (account != null && !account.equals(record.accountId())) {
            return Optional.of(Left.OTHER_ACCOUNT);
        }
        if (region != null && !region.equals(regionOf(record))) {
            return Optional.of(Left.OTHER_REGION);
        }
        boolean early = since != null && writtenAt.isBefore(since);
        boolean late = until != null && !writtenAt.isBefore(until);
        return early || late ? Optional.of(Left.OTHER_TIME) : Optional.empty();
    }

    /** Null for a whole account. */
    private static Region regionOf(WorkRecord record) {
        return switch (record) {
            case AccountDiscovered _ -> null;
            case SessionRecord it -> it.region();
            case SessionExpired it -> it.record().region();
        };
    }
}
