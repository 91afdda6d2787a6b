package io.sharewell.writer.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewell.events.AccountId;
import io.sharewell.events.AccountSessionOpened;
import io.sharewell.events.Envelope;
import io.sharewell.events.Mode;
import io.sharewell.events.Problem;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.Region;
import io.sharewell.events.SealedSession;
import io.sharewell.seal.Keysets;
import io.sharewell.seal.SealContext;
import io.sharewell.seal.Secret;
import io.sharewell.seal.SessionCredentials;
import io.sharewell.seal.SessionSeal;
import io.sharewell.writer.domain.Answer;
import io.sharewell.writer.domain.HeldUpException;
import io.sharewell.writer.domain.HeldUpException.Kind;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;

class OpenedSessionsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final AccountId ACCOUNT = AccountId.of("123456789012");
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
    void opensASessionWithMoreThanAMinuteLeft() {
        Answer<AwsRequestOverrideConfiguration> opened =
                sessions.of(unit(sealed(seal, Duration.ofSeconds(61)), ENVELOPE));

        assertThat(opened).isInstanceOf(Answer.Given.class);
        var credentials = ((Answer.Given<AwsRequestOverrideConfiguration>) opened)
                .value()
                .credentialsIdentityProvider()
                .orElseThrow()
                .resolveIdentity()
                .join();
        assertThat(credentials.accessKeyId()).isEqualTo("ASIAEXAMPLE");
    }

    @Test
    void opensASessionOnceForAllUnitsOfTheAccount() {
        SealedSession session = sealed(seal, Duration.ofHours(1));

        Answer<AwsRequestOverrideConfiguration> first = sessions.of(unit(session, ENVELOPE));
        Answer<AwsRequestOverrideConfiguration> second = sessions.of(unit(session, ENVELOPE.nextAttempt()));

        assertThat(((Answer.Given<AwsRequestOverrideConfiguration>) second).value())
                .isSameAs(((Answer.Given<AwsRequestOverrideConfiguration>) first).value());
    }

    @Test
    void aSessionWithAMinuteLeftIsOver() {
        assertHeldUp(unit(sealed(seal, Duration.ofSeconds(60)), ENVELOPE), Kind.SESSION_OVER);
    }

    @Test
    void aRecordWithoutASessionWantsOne() {
        assertHeldUp(unit(null, ENVELOPE), Kind.SESSION_OVER);
    }

    @Test
    void waitsForAKeyThatIsNotHereYet() {
        assertHeldUp(unit(sealed(seal("other.json"), Duration.ofHours(1)), ENVELOPE), Kind.SEAL_KEY_UNKNOWN);
    }

    @Test
    void refusesASessionThatWasSealedForAnotherSweepEvenIfItIsOpenAlready() {
        SealedSession session = sealed(seal, Duration.ofHours(1));
        sessions.of(unit(session, ENVELOPE));

        Answer<AwsRequestOverrideConfiguration> stolen =
                sessions.of(unit(session, Envelope.of("sweep-2", Purpose.SHARE, Mode.APPLY)));

        assertThat(stolen).isInstanceOfSatisfying(Answer.Refused.class, refused -> assertThat(refused.problem())
                .extracting(Problem::reason)
                .isEqualTo(Reason.SEAL_BROKEN));
    }

    @Test
    void refusesASessionWhoseEndWasMoved() {
        SealedSession session = sealed(seal, Duration.ofHours(1));
        sessions.of(unit(session, ENVELOPE));

        SealedSession longer = new SealedSession(
                session.sessionId(), session.sealed(), session.expiresAt().plusSeconds(3600));

        assertThat(sessions.of(unit(longer, ENVELOPE))).isInstanceOf(Answer.Refused.class);
    }

    private void assertHeldUp(AccountSessionOpened unit, Kind kind) {
        assertThatThrownBy(() -> sessions.of(unit))
                .isInstanceOfSatisfying(
                        HeldUpException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }

    private SessionSeal seal(String file) {
        Keysets.createSealKeyset(folder.resolve(file));
        return SessionSeal.from(folder.resolve(file));
    }

    private static SealedSession sealed(SessionSeal seal, Duration left) {
        return seal.seal(
                new SessionCredentials(ACCOUNT, "ASIAEXAMPLE", new Secret("secret"), new Secret("token")),
                SealContext.of(ENVELOPE, ACCOUNT),
                NOW.plus(left));
    }

    private static AccountSessionOpened unit(SealedSession session, Envelope envelope) {
        return new AccountSessionOpened(envelope, ACCOUNT, Region.of("eu-west-1"), session, null);
    }
}
