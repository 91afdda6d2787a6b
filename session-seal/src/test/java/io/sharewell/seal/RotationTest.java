package io.sharewell.seal;

import static io.sharewell.seal.SealWorld.CONTEXT;
import static io.sharewell.seal.SealWorld.CREDENTIALS;
import static io.sharewell.seal.SealWorld.EXPIRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import io.sharewell.events.Grant;
import io.sharewell.events.SealedSession;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotationTest {

    @TempDir
    Path folder;

    private Path keyset;
    private SessionSeal before;

    @BeforeEach
    void makeAKeyset() {
        keyset = folder.resolve("seal.json");
        Keysets.createSealKeyset(keyset);
        before = SessionSeal.from(keyset);
    }

    @Test
    void anAddedKeyDoesNotSealYet() throws Exception {
        Keysets.addKey(keyset);

        SealedSession sealed = SessionSeal.from(keyset).seal(CREDENTIALS, CONTEXT, EXPIRY);

        assertThat(before.open(sealed, CONTEXT)).isEqualTo(CREDENTIALS);
    }

    @Test
    void aReaderWithTheAddedKeyOpensOldAndNew() throws Exception {
        SealedSession old = before.seal(CREDENTIALS, CONTEXT, EXPIRY);
        Keysets.addKey(keyset);
        SessionSeal reader = SessionSeal.from(keyset);
        Keysets.promote(keyset);

        SealedSession fresh = SessionSeal.from(keyset).seal(CREDENTIALS, CONTEXT, EXPIRY);

        assertThat(reader.open(old, CONTEXT)).isEqualTo(CREDENTIALS);
        assertThat(reader.open(fresh, CONTEXT)).isEqualTo(CREDENTIALS);
    }

    @Test
    void aReaderThatIsLateWaitsForTheKey() {
        Keysets.addKey(keyset);
        Keysets.promote(keyset);

        SealedSession fresh = SessionSeal.from(keyset).seal(CREDENTIALS, CONTEXT, EXPIRY);

        assertThatExceptionOfType(UnknownSealKeyException.class).isThrownBy(() -> before.open(fresh, CONTEXT));
    }

    @Test
    void aRetiredKeyOpensNothingMore() {
        SealedSession old = before.seal(CREDENTIALS, CONTEXT, EXPIRY);
        Keysets.addKey(keyset);
        Keysets.promote(keyset);
        Keysets.retire(keyset);

        assertThatExceptionOfType(UnknownSealKeyException.class)
                .isThrownBy(() -> SessionSeal.from(keyset).open(old, CONTEXT));
    }

    @Test
    void aDisabledKeyOpensNothing() throws Exception {
        SealedSession old = before.seal(CREDENTIALS, CONTEXT, EXPIRY);
        Keysets.addKey(keyset);
        Keysets.promote(keyset);
        disableTheOldKey();

        assertThatExceptionOfType(UnknownSealKeyException.class)
                .isThrownBy(() -> SessionSeal.from(keyset).open(old, CONTEXT));
    }

    @Test
    void grantKeysRotateInTheSameWay() {
        Path grantKeyset = folder.resolve("grant.json");
        Keysets.createGrantKeyset(grantKeyset);
        Grant old = Grants.from(grantKeyset).grant(CONTEXT, EXPIRY);
        Keysets.addKey(grantKeyset);
        Keysets.promote(grantKeyset);
        boolean validWhileRotating = Grants.from(grantKeyset).isValid(old, CONTEXT, EXPIRY.minusSeconds(1));
        Keysets.retire(grantKeyset);

        assertThat(validWhileRotating).isTrue();
        assertThat(Grants.from(grantKeyset).isValid(old, CONTEXT, EXPIRY.minusSeconds(1)))
                .isFalse();
    }

    // As 'tinkey disable-key' does.
    private void disableTheOldKey() throws Exception {
        KeysetHandle.Builder keys = KeysetHandle.newBuilder(
                TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(keyset), InsecureSecretKeyAccess.get()));
        keys.getAt(0).setStatus(KeyStatus.DISABLED);
        Files.writeString(
                keyset, TinkJsonProtoKeysetFormat.serializeKeyset(keys.build(), InsecureSecretKeyAccess.get()));
    }

    @Test
    void promotingNeedsAnAddedKey() {
        assertThatExceptionOfType(KeysetException.class)
                .isThrownBy(() -> Keysets.promote(keyset))
                .withMessageContaining("add a key first");
    }

    @Test
    void retiringNeedsThePromotionFirst() {
        Keysets.addKey(keyset);

        assertThatExceptionOfType(KeysetException.class)
                .isThrownBy(() -> Keysets.retire(keyset))
                .withMessageContaining("promote it first");
    }
}
