package io.sharewell.seal;

import io.sharewell.events.AccountId;
import io.sharewell.events.Envelope;
import io.sharewell.events.Mode;
import io.sharewell.events.Purpose;
import java.util.Objects;

/**
 * What a seal or a grant is good for, and nothing else.
 *
 * @param sweepId the sweep
 * @param accountId the account
 * @param purpose what the sweep is for
 * @param mode whether it may write
 */
public record SealContext(String sweepId, AccountId accountId, Purpose purpose, Mode mode) {

    public SealContext {
        Objects.requireNonNull(sweepId, "sweepId");
        Objects.requireNonNull(accountId, "accountId");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(mode, "mode");
    }

    /** The context that a record of an account speaks in. */
    public static SealContext of(Envelope envelope, AccountId accountId) {
        return new SealContext(envelope.sweepId(), accountId, envelope.purpose(), envelope.mode());
    }
}
