package io.sharewell.scanner.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewell.events.AccountId;
import io.sharewell.events.AccountSessionOpened;
import io.sharewell.events.Envelope;
import io.sharewell.events.HeldUpException;
import io.sharewell.events.HeldUpException.Kind;
import io.sharewell.events.Mode;
import io.sharewell.events.Problem;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.Region;
import io.sharewell.events.SealedSession;
import io.sharewell.events.SessionRecord;
import io.sharewell.scanner.domain.Answer;
import io.sharewell.seal.Keysets;
import io.sharewell.seal.OpenedSessions;
import io.sharewell.seal.SealContext;
import io.sharewell.seal.Secret;
import io.sharewell.seal.SessionCredentials;
import io.sharewell.seal.SessionSeal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;

/** Only the words: which session is good is shown where they are opened. */
class UnitCredentialsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final AccountId ACCOUNT = AccountId.of("123456789012");
    private static final Envelope ENVELOPE = Envelope.of("sweep-1", Purpose.SHARE, Mode.APPLY);

    @TempDir
    private Path folder;

    private SessionSeal seal;
    private UnitCredentials credentials;

    @BeforeEach
    void makeKeys() {
        seal = seal("keyset.json");
        credentials = new UnitCredentials(new OpenedSessions(seal, Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    @Test
    void areThoseOfTheSession() {
        var given = (Answer.Given<AwsRequestOverrideConfiguration>) credentials.of(record(sealed(seal), ENVELOPE));

        assertThat(given.value()
                        .credentialsIdentityProvider()
                        .orElseThrow()
                        .resolveIdentity()
                        .join())
                .isEqualTo(AwsSessionCredentials.create("ASIAEXAMPLE", "secret", "token"));
    }

    @Test
    void areRefusedIfTheSealIsBroken() {
        SessionRecord stolen = record(sealed(seal), Envelope.of("sweep-2", Purpose.SHARE, Mode.APPLY));

        assertThat(credentials.of(stolen))
                .isInstanceOfSatisfying(Answer.Refused.class, refused -> assertThat(refused.problem())
                        .extracting(Problem::reason)
                        .isEqualTo(Reason.SEAL_BROKEN));
    }

    @Test
    void wantAnotherSessionIfThereIsNone() {
        assertHeldUp(record(null, ENVELOPE), Kind.SESSION_OVER);
    }

    @Test
    void waitForAKeyThatIsNotHereYet() {
        assertHeldUp(record(sealed(seal("other.json")), ENVELOPE), Kind.SEAL_KEY_UNKNOWN);
    }

    private void assertHeldUp(SessionRecord record, Kind kind) {
        assertThatThrownBy(() -> credentials.of(record))
                .isInstanceOfSatisfying(
                        HeldUpException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }

    private SessionSeal seal(String file) {
        Keysets.createSealKeyset(folder.resolve(file));
        return SessionSeal.from(folder.resolve(file));
    }

    private static SealedSession sealed(SessionSeal seal) {
        return seal.seal(
                new SessionCredentials(ACCOUNT, "ASIAEXAMPLE", new Secret("secret"), new Secret("token")),
                SealContext.of(ENVELOPE, ACCOUNT),
                NOW.plus(Duration.ofHours(1)));
    }

    private static SessionRecord record(SealedSession session, Envelope envelope) {
        return new AccountSessionOpened(envelope, ACCOUNT, Region.of("eu-west-1"), null, session, null);
    }
}
