package io.sharewell.seal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sharewell.events.HeldUpException;
import io.sharewell.events.HeldUpException.Kind;
import io.sharewell.events.SealedSession;
import io.sharewell.events.SessionRecord;
import java.time.Clock;
import java.time.Duration;

/**
 * Opens the sessions of records, each once: all records of an account share a seal. Safe for use by several threads.
 */
public final class OpenedSessions {

    // A call must not outlive its session
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private static final int SESSIONS_KEPT = 1_000;
    private static final Duration LONGEST_SESSION = Duration.ofHours(1);

    // With the context, so that an opened session too is good for nothing but what it was sealed for
    private record Key(SealedSession session, SealContext context) {}

    private final SessionSeal seal;
    private final Clock clock;
    private final Cache<Key, SessionCredentials> opened = Caffeine.newBuilder()
            .maximumSize(SESSIONS_KEPT)
            .expireAfterWrite(LONGEST_SESSION)
            .build();

    public OpenedSessions(SessionSeal seal, Clock clock) {
        this.seal = seal;
        this.clock = clock;
    }

    /**
     * The credentials to work on a record with.
     *
     * @return never null; good for more than a minute
     * @throws HeldUpException if the record has no session, or one with a minute or less left; or if the keyset lacks its
     *     key, since keys are being rotated
     * @throws BrokenSealException if the seal was changed or belongs to another context
     */
    public SessionCredentials of(SessionRecord record) throws BrokenSealException {
        SealedSession session = record.session();
        if (session == null || !clock.instant().isBefore(session.expiresAt().minus(MARGIN))) {
            throw new HeldUpException(Kind.SESSION_OVER, "the session is over");
        }
        Key key = new Key(session, SealContext.of(record.envelope(), record.accountId()));
        SessionCredentials known = opened.getIfPresent(key);
        return known == null ? open(key) : known;
    }

    private SessionCredentials open(Key key) throws BrokenSealException {
        try {
            SessionCredentials credentials = seal.open(key.session(), key.context());
            opened.put(key, credentials);
            return credentials;
        } catch (UnknownSealKeyException e) {
            throw new HeldUpException(Kind.SEAL_KEY_UNKNOWN, e.getMessage());
        }
    }
}
