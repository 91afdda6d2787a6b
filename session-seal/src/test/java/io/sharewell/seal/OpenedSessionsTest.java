package io.sharewell.seal;

import static io.sharewell.seal.SealWorld.ACCOUNT;
import static io.sharewell.seal.SealWorld.CREDENTIALS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sharewell.events.AccountSessionOpened;
import io.sharewell.events.Envelope;
import io.sharewell.events.HeldUpException;
import io.sharewell.events.HeldUpException.Kind;
import io.sharewell.events.Mode;
import io.sharewell.events.Purpose;
import io.sharewell.events.Region;
import io.sharewell.events.SealedSession;
import io.sharewell.events.SessionRecord;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenedSessionsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Envelope ENVELOPE = Envelope.of("sweep-1", Purpose.SHARE, Mode.APPLY);

    @TempDir
    private Path folder;

    private SessionSeal seal;
    private OpenedSessions sessions;

    @BeforeEach
    void makeKeys() {
        seal = seal("keyset.json");
        sessions = new OpenedSessions(seal, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void opensASessionWithMoreThanAMinuteLeft() throws Exception {
        SealedSession session = sealed(seal, Duration.ofSeconds(61));

        assertThat(sessions.of(record(session, ENVELOPE))).isEqualTo(CREDENTIALS);
    }

    @Test
    void opensASessionOnceForAllRecordsOfTheAccount() throws Exception {
        SealedSession session = sealed(seal, Duration.ofHours(1));

        SessionCredentials first = sessions.of(record(session, ENVELOPE));
        SessionCredentials second = sessions.of(record(session, ENVELOPE.nextAttempt()));

        assertThat(second).isSameAs(first);
    }

    @Test
    void aSessionWithAMinuteLeftIsOver() {
        assertOver(record(sealed(seal, Duration.ofSeconds(60)), ENVELOPE));
    }

    @Test
    void aRecordWithoutASessionWantsOne() {
        assertOver(record(null, ENVELOPE));
    }

    @Test
    void tellsAnUnknownKeyFromABrokenSeal() {
        SealedSession theirs = sealed(seal("other.json"), Duration.ofHours(1));

        assertHeldUp(record(theirs, ENVELOPE), Kind.SEAL_KEY_UNKNOWN);
    }

    @Test
    void refusesASessionThatWasSealedForAnotherSweepEvenIfItIsOpenAlready() throws Exception {
        SealedSession session = sealed(seal, Duration.ofHours(1));
        sessions.of(record(session, ENVELOPE));

        assertBroken(record(session, Envelope.of("sweep-2", Purpose.SHARE, Mode.APPLY)));
    }

    @Test
    void refusesASessionWhoseEndWasMovedEvenIfItIsOpenAlready() throws Exception {
        SealedSession session = sealed(seal, Duration.ofHours(1));
        sessions.of(record(session, ENVELOPE));

        SealedSession longer = new SealedSession(
                session.sessionId(), session.sealed(), session.expiresAt().plusSeconds(3600));

        assertBroken(record(longer, ENVELOPE));
    }

    private void assertOver(SessionRecord record) {
        assertHeldUp(record, Kind.SESSION_OVER);
    }

    private void assertHeldUp(SessionRecord record, Kind kind) {
        assertThatExceptionOfType(HeldUpException.class)
                .isThrownBy(() -> sessions.of(record))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(kind));
    }

    private void assertBroken(SessionRecord record) {
        assertThatExceptionOfType(BrokenSealException.class).isThrownBy(() -> sessions.of(record));
    }

    private SessionSeal seal(String file) {
        Keysets.createSealKeyset(folder.resolve(file));
        return SessionSeal.from(folder.resolve(file));
    }

    private static SealedSession sealed(SessionSeal seal, Duration left) {
        return seal.seal(CREDENTIALS, SealContext.of(ENVELOPE, ACCOUNT), NOW.plus(left));
    }

    private static SessionRecord record(SealedSession session, Envelope envelope) {
        return new AccountSessionOpened(envelope, ACCOUNT, Region.of("eu-west-1"), null, session, null);
    }
}
