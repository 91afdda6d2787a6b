package io.sharewell.events;

import java.time.Instant;
import java.util.Objects;

/**
 * An account's session credentials as they cross Kafka: encrypted, never in clear.
 *
 * @param sessionId names the session without telling anything of it; a renewal says which one is over
 * @param sealed base64 of the ciphertext
 * @param expiresAt the session's end, as AWS gave it
 */
public record SealedSession(String sessionId, String sealed, Instant expiresAt) {

    public SealedSession {
        Objects.requireNonNull(sessionId, "sessionId");
        Objects.requireNonNull(sealed, "sealed");
        Objects.requireNonNull(expiresAt, "expiresAt");
    }

    @Override
    public String toString() {
        return "SealedSession[" + sessionId + " until " + expiresAt + "]";
    }
}
