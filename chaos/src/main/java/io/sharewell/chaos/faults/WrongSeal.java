package io.sharewell.chaos.faults;

import io.sharewell.events.Event;
import io.sharewell.events.Reason;
import io.sharewell.events.SealedSession;
import io.sharewell.events.SessionRecord;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** Ways to give a record a sealed session that it must not be worked on with. */
enum WrongSeal {
    OF_ANOTHER_ACCOUNT(Reason.SEAL_BROKEN) {
        @Override
        SealedSession seal(SealedSession own, SealedSession other) {
            return other;
        }
    },
    TAMPERED(Reason.SEAL_BROKEN) {
        @Override
        SealedSession seal(SealedSession own, SealedSession other) {
            byte[] bytes = Base64.getDecoder().decode(own.sealed());
            bytes[bytes.length - 1] ^= 1;
            return sealed(bytes, own.expiresAt());
        }
    },
    LIVES_LONGER(Reason.SEAL_BROKEN) {
        @Override
        SealedSession seal(SealedSession own, SealedSession other) {
            return new SealedSession(
                    own.sessionId(), own.sealed(), own.expiresAt().plusSeconds(3600));
        }
    },
    BY_AN_UNKNOWN_KEY(Reason.SEAL_KEY_UNKNOWN) {
        @Override
        SealedSession seal(SealedSession own, SealedSession other) {
            byte[] bytes = Base64.getDecoder().decode(own.sealed());
            // Tink's prefix of a ciphertext names its key in the bytes 1 to 4
            bytes[2] ^= 0x55;
            return sealed(bytes, own.expiresAt());
        }
    };

    private final Reason reason;

    /** @param reason what is told of a record with such a seal */
    WrongSeal(Reason reason) {
        this.reason = reason;
    }

    abstract SealedSession seal(SealedSession own, SealedSession other);

    Reason reason() {
        return reason;
    }

    /** A real record with the wrong seal; none if it has none at all, or if the other is of the same account. */
    Optional<SessionRecord> of(Event real, Event another) {
        return real instanceof SessionRecord own
                        && another instanceof SessionRecord other
                        && !own.accountId().equals(other.accountId())
                ? Optional.of(own.with(own.envelope(), seal(own.session(), other.session()), own.grant()))
                : Optional.empty();
    }

    /** With the id that belongs to it, as anybody can compute it. */
    private static SealedSession sealed(byte[] bytes, Instant expiresAt) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new SealedSession(
                    HexFormat.of().formatHex(digest, 0, 16), Base64.getEncoder().encodeToString(bytes), expiresAt);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
