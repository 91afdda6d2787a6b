package io.sharewell.seal;

import static io.sharewell.seal.SealWorld.ACCOUNT;
import static io.sharewell.seal.SealWorld.CANARY;
import static io.sharewell.seal.SealWorld.CONTEXT;
import static io.sharewell.seal.SealWorld.CREDENTIALS;
import static io.sharewell.seal.SealWorld.EXPIRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.sharewell.events.AccountId;
import io.sharewell.events.Envelope;
import io.sharewell.events.Mode;
import io.sharewell.events.Purpose;
import io.sharewell.events.SealedSession;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionSealTest {

    @TempDir
    Path folder;

    private Path keyset;
    private SessionSeal seal;

    @BeforeEach
    void makeAKeyset() {
        keyset = folder.resolve("seal.json");
        Keysets.createSealKeyset(keyset);
        seal = SessionSeal.from(keyset);
    }

    @Test
    void opensWhatItSealed() throws Exception {
        SealedSession sealed = seal.seal(CREDENTIALS, CONTEXT, EXPIRY);

        assertThat(seal.open(sealed, CONTEXT)).isEqualTo(CREDENTIALS);
        assertThat(sealed.expiresAt()).isEqualTo(EXPIRY);
    }

    @Test
    void opensWithTheContextOfARecord() throws Exception {
        Envelope envelope = Envelope.of("sweep-1", Purpose.SHARE, Mode.APPLY).nextAttempt();

        SealedSession sealed = seal.seal(CREDENTIALS, CONTEXT, EXPIRY);

        assertThat(seal.open(sealed, SealContext.of(envelope, ACCOUNT))).isEqualTo(CREDENTIALS);
    }

    @Test
    void opensCredentialsWithAnyCharacters() throws Exception {
        SessionCredentials odd =
                new SessionCredentials(ACCOUNT, "", new Secret("\u0000ß\"\\n"), new Secret("€".repeat(5_000)));

        assertThat(seal.open(seal.seal(odd, CONTEXT, EXPIRY), CONTEXT)).isEqualTo(odd);
    }

    @Test
    void hidesWhatItSealed() {
        SealedSession sealed = seal.seal(CREDENTIALS, CONTEXT, EXPIRY);

        assertThat(sealed.sealed() + sealed.sessionId()).doesNotContain(CANARY);
        assertThat(new String(Base64.getDecoder().decode(sealed.sealed()), StandardCharsets.ISO_8859_1))
                .doesNotContain(CANARY);
    }

    @Test
    void givesEachSealingAnIdOfItsOwn() {
        String first = seal.seal(CREDENTIALS, CONTEXT, EXPIRY).sessionId();
        String second = seal.seal(CREDENTIALS, CONTEXT, EXPIRY).sessionId();

        assertThat(first).matches("[0-9a-f]{32}").isNotEqualTo(second);
    }

    @Test
    void refusesToSealForAnotherAccount() {
        SealContext other = new SealContext("sweep-1", AccountId.of("444455556666"), Purpose.SHARE, Mode.APPLY);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> seal.seal(CREDENTIALS, other, EXPIRY))
                .withMessageContaining("111122223333")
                .withMessageContaining("444455556666");
    }

    @Test
    void doesNotOpenForAnotherSweep() {
        assertBroken(sealed(), new SealContext("sweep-2", ACCOUNT, Purpose.SHARE, Mode.APPLY));
    }

    @Test
    void doesNotOpenForAnotherAccount() {
        assertBroken(sealed(), new SealContext("sweep-1", AccountId.of("444455556666"), Purpose.SHARE, Mode.APPLY));
    }

    @Test
    void doesNotOpenForAnotherPurpose() {
        assertBroken(sealed(), new SealContext("sweep-1", ACCOUNT, Purpose.UNSHARE, Mode.APPLY));
    }

    @Test
    void doesNotOpenForAnotherMode() {
        assertBroken(sealed(), new SealContext("sweep-1", ACCOUNT, Purpose.SHARE, Mode.PLAN));
    }

    @Test
    void doesNotOpenWithALaterExpiry() {
        SealedSession sealed = sealed();

        assertBroken(new SealedSession(sealed.sessionId(), sealed.sealed(), EXPIRY.plusMillis(1)), CONTEXT);
    }

    @Test
    void doesNotOpenUnderAnotherSessionsId() {
        SealedSession sealed = sealed();

        assertBroken(new SealedSession(sealed().sessionId(), sealed.sealed(), EXPIRY), CONTEXT);
    }

    @Test
    void doesNotOpenWithAnyByteChanged() {
        SealedSession sealed = sealed();
        byte[] ciphertext = Base64.getDecoder().decode(sealed.sealed());

        for (int i = 0; i < ciphertext.length; i++) {
            byte[] changed = ciphertext.clone();
            changed[i] ^= 1;
            assertBroken(
                    new SealedSession(sealed.sessionId(), Base64.getEncoder().encodeToString(changed), EXPIRY),
                    CONTEXT);
        }
    }

    @Test
    void doesNotOpenWithAnyByteChangedAndAnIdToMatch() throws Exception {
        byte[] ciphertext = Base64.getDecoder().decode(sealed().sealed());

        for (int i = 0; i < ciphertext.length; i++) {
            byte[] changed = ciphertext.clone();
            changed[i] ^= 1;
            Throwable failure = catchThrowable(() -> seal.open(withMatchingId(changed), CONTEXT));

            // Bytes 1 to 4 name the key: whoever changes them can only make us wait for a key that never comes.
            assertThat(failure)
                    .as("byte %d", i)
                    .isInstanceOf(i >= 1 && i <= 4 ? UnknownSealKeyException.class : BrokenSealException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not base64!", "AQ==", "AQAAAAA=", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void doesNotOpenWhatIsNoCiphertext(String text) {
        assertBroken(new SealedSession("id", text, EXPIRY), CONTEXT);
    }

    @Test
    void doesNotOpenAShortenedCiphertext() throws Exception {
        byte[] ciphertext = Base64.getDecoder().decode(sealed().sealed());

        assertBroken(withMatchingId(Arrays.copyOf(ciphertext, 20)), CONTEXT);
    }

    @Test
    void tellsAnUnknownKeyFromABrokenSeal() {
        Path others = folder.resolve("others.json");
        Keysets.createSealKeyset(others);

        SealedSession theirs = SessionSeal.from(others).seal(CREDENTIALS, CONTEXT, EXPIRY);

        assertThatExceptionOfType(UnknownSealKeyException.class)
                .isThrownBy(() -> seal.open(theirs, CONTEXT))
                .withMessageContaining("give all services the keyset with that key");
    }

    @Test
    void saysNothingOfTheCredentialsWhenItFails() {
        SealContext other = new SealContext("sweep-2", ACCOUNT, Purpose.SHARE, Mode.APPLY);
        SealContext otherAccount = new SealContext("sweep-1", AccountId.of("444455556666"), Purpose.SHARE, Mode.APPLY);

        assertThat(stackTrace(catchThrowable(() -> seal.open(sealed(), other)))).doesNotContain("canary");
        assertThat(stackTrace(catchThrowable(() -> seal.seal(CREDENTIALS, otherAccount, EXPIRY))))
                .doesNotContain("canary");
    }

    @Test
    void doesNotShowSecrets() {
        assertThat(CREDENTIALS.toString()).contains("111122223333").doesNotContain("canary", "ASIA");
        assertThat(CREDENTIALS.secretAccessKey()).hasToString("***");
        assertThat(sealed().toString()).doesNotContain(sealed().sealed());
    }

    private SealedSession sealed() {
        return seal.seal(CREDENTIALS, CONTEXT, EXPIRY);
    }

    private void assertBroken(SealedSession session, SealContext context) {
        assertThatExceptionOfType(BrokenSealException.class)
                .isThrownBy(() -> seal.open(session, context))
                .withNoCause();
    }

    private static SealedSession withMatchingId(byte[] ciphertext) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(ciphertext);
        Instant expiry = EXPIRY;
        return new SealedSession(
                HexFormat.of().formatHex(digest, 0, 16), Base64.getEncoder().encodeToString(ciphertext), expiry);
    }

    private static String stackTrace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
