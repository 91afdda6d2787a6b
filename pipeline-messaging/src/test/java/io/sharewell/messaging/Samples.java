package io.sharewell.messaging;

import io.sharewell.events.AccountDiscovered;
import io.sharewell.events.AccountId;
import io.sharewell.events.AccountSessionOpened;
import io.sharewell.events.Envelope;
import io.sharewell.events.Grant;
import io.sharewell.events.Mode;
import io.sharewell.events.Purpose;
import io.sharewell.events.Region;
import io.sharewell.events.SealedSession;
import io.sharewell.events.Selection;
import io.sharewell.events.ShareResult.RegionScanned;
import io.sharewell.events.ShareResult.SweepStarted;
import java.time.Instant;
import java.util.List;

/** Records that tests work with. */
final class Samples {

    static final AccountId ACCOUNT = AccountId.of("123456789012");
    static final Region REGION = Region.of("eu-west-1");
    static final Instant TEN = Instant.parse("2026-11-21T10:00:00Z");
    /** What must not be found outside of the topics that are worked on. */
    static final String SEALED = "c2VhbGVkLWNhbmFyeQ==";

    private Samples() {}

    static Envelope envelope(String sweepId) {
        return Envelope.of(sweepId, Purpose.SHARE, Mode.APPLY);
    }

    static AccountSessionOpened unit(String sweepId) {
        return unit(sweepId, ACCOUNT);
    }

    static AccountSessionOpened unit(String sweepId, AccountId account) {
        return new AccountSessionOpened(
                envelope(sweepId),
                account,
                REGION,
                null,
                new SealedSession("session-1", SEALED, TEN),
                new Grant("bWFj", TEN));
    }

    static AccountDiscovered account(String sweepId) {
        return new AccountDiscovered(
                envelope(sweepId),
                ACCOUNT,
                "Payments",
                null,
                "aws",
                List.of(),
                null,
                null,
                AccountDiscovered.Cause.REQUEST);
    }

    static RegionScanned scanned(AccountSessionOpened unit) {
        return new RegionScanned(unit.envelope().forNextStep(), unit.accountId(), unit.region(), List.of());
    }

    static SweepStarted started(String sweepId) {
        return new SweepStarted(envelope(sweepId), TEN, AccountDiscovered.Cause.REQUEST, Selection.everything());
    }
}
