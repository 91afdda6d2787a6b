package io.sharewell.scanner.aws;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sharewell.aws.RequestCredentials;
import io.sharewell.events.Problem;
import io.sharewell.events.Reason;
import io.sharewell.events.SealedSession;
import io.sharewell.events.SessionRecord;
import io.sharewell.scanner.domain.Answer;
import io.sharewell.scanner.domain.HeldUpException;
import io.sharewell.seal.BrokenSealException;
import io.sharewell.seal.SealContext;
import io.sharewell.seal.SessionCredentials;
import io.sharewell.seal.SessionSeal;
import io.sharewell.seal.UnknownSealKeyException;
import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;

/** Opens the sessions of records, each once: all units of an account share a seal. */
final class OpenedSessions {

    /** A session is not used any more when it has less left: a call must not outlive it. */
    static final Duration MARGIN = Duration.ofMinutes(1);

    private static final int SESSIONS_KEPT = 1_000;
    private static final Duration LONGEST_SESSION = Duration.ofHours(1);

    private record Key(SealedSession session, SealContext context) {}

    private final SessionSeal seal;
    private final Clock clock;
    private final Cache<Key, AwsRequestOverrideConfiguration> opened = Caffeine.newBuilder()
            .maximumSize(SESSIONS_KEPT)
            .expireAfterWrite(LONGEST_SESSION)
            .build();

    OpenedSessions(SessionSeal seal, Clock clock) {
        this.seal = seal;
        this.clock = clock;
    }

    /**
     * The credentials for requests about a record.
     *
     * @return refused if the seal is broken
     * @throws HeldUpException if the session is over or missing, or the seal's key is unknown
     */
    Answer<AwsRequestOverrideConfiguration> of(SessionRecord record) {
        SealedSession session = record.session();
        if (session == null || !clock.instant().isBefore(session.expiresAt().minus(MARGIN))) {
            throw new HeldUpException(HeldUpException.Kind.SESSION_OVER, "the session is over");
        }
        Key key = new Key(session, SealContext.of(record.envelope(), record.accountId()));
        AwsRequestOverrideConfiguration known = opened.getIfPresent(key);
        return known == null ? open(key) : new Answer.Given<>(known);
    }

    private Answer<AwsRequestOverrideConfiguration> open(Key key) {
        try {
            SessionCredentials credentials = seal.open(key.session(), key.context());
            AwsRequestOverrideConfiguration request = RequestCredentials.of(
                    credentials.accessKeyId(),
                    credentials.secretAccessKey().value(),
                    credentials.sessionToken().value());
            opened.put(key, request);
            return new Answer.Given<>(request);
        } catch (BrokenSealException e) {
            return new Answer.Refused<>(Problem.of(Reason.SEAL_BROKEN, e.getMessage()));
        } catch (UnknownSealKeyException e) {
            throw new HeldUpException(HeldUpException.Kind.SEAL_KEY_UNKNOWN, e.getMessage());
        }
    }
}
