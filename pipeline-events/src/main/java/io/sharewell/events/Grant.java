package io.sharewell.events;

import java.time.Instant;
import java.util.Objects;

/**
 * The broker's leave to open an account's session anew for a record of a sweep, given with every session. Only the
 * broker can make one and only the broker honours it, for its sweep, account, purpose and mode.
 *
 * @param mac base64 of the message authentication code
 * @param validUntil the end of its validity
 */
public record Grant(String mac, Instant validUntil) {

    public Grant {
        Objects.requireNonNull(mac, "mac");
        Objects.requireNonNull(validUntil, "validUntil");
    }

    @Override
    public String toString() {
        return "Grant[until " + validUntil + "]";
    }
}
