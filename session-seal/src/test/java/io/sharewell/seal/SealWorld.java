package io.sharewell.seal;

import io.sharewell.events.AccountId;
import io.sharewell.events.Mode;
import io.sharewell.events.Purpose;
import java.time.Instant;

/** What the tests seal. */
final class SealWorld {

    static final String CANARY = "canary-wJalrXUtnFEMI/K7MDENG";
    static final AccountId ACCOUNT = AccountId.of("111122223333");
    static final Instant EXPIRY = Instant.parse("2026-11-21T10:00:00Z");
    static final SealContext CONTEXT = new SealContext("sweep-1", ACCOUNT, Purpose.SHARE, Mode.APPLY);
    static final SessionCredentials CREDENTIALS = new SessionCredentials(
            ACCOUNT, "ASIA" + CANARY, new Secret("secret-" + CANARY), new Secret("token-" + CANARY));

    private SealWorld() {}
}
