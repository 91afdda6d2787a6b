package io.sharewell.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysetFileTest {

    private static final String SETTING = "credential-broker.seal-keyset";

    @TempDir
    Path folder;

    @Test
    void aMissingFileSaysWhichSettingAndHowToMakeOne() {
        Path file = folder.resolve("seal.json");

        assertThatExceptionOfType(KeysetException.class)
                .isThrownBy(() -> SessionSeal.from(file, SETTING))
                .withMessage("There is no session-seal keyset at " + file + ": set " + SETTING
                        + " to the keyset file that the services share, or make one with"
                        + " './sharewell keyset --kind SEAL <file>'");
    }

    @Test
    void aMissingGrantKeysetIsCalledByItsName() {
        assertThatExceptionOfType(KeysetException.class)
                .isThrownBy(() -> Grants.from(folder.resolve("grant.json")))
                .withMessageStartingWith("There is no grant keyset at ")
                .withMessageContaining("set the grant keyset setting to");
    }

    @Test
    void aFolderIsNotAFile() {
        assertThatExceptionOfType(KeysetException.class)
                .isThrownBy(() -> SessionSeal.from(folder, SETTING))
                .withMessage(
                        folder + " is a directory, not a session-seal keyset: set " + SETTING + " to the file in it");
    }

    @Test
    void aFileThatCannotBeReadSaysWhoMustBeAbleTo() throws IOException {
        // Bytes that are no UTF-8 stand for every file that the operating system does not let us read as text.
        Path file = Files.write(folder.resolve("seal.json"), new byte[] {(byte) 0xff, (byte) 0xfe, (byte) 0xfd});

        assertThatExceptionOfType(KeysetException.class)
                .isThrownBy(() -> SessionSeal.from(file, SETTING))
                .withMessageStartingWith("The session-seal keyset " + file + " cannot be read (")
                .withMessageContaining("let the user that runs this service read it, or set " + SETTING);
    }

    @Test
    void aFileWithoutAKeysetSaysSoAndQuotesNothingOfIt() throws IOException {
        Path file = Files.writeString(folder.resolve("seal.json"), "{\"primaryKeyId\": canary }");

        Throwable failure = catchThrowable(() -> SessionSeal.from(file, SETTING));

        assertThat(failure)
                .isInstanceOf(KeysetException.class)
                .hasMessageStartingWith(file + " is not a Tink keyset (JSON, in clear, with a primary key)")
                .hasMessageContaining("./sharewell keyset");
        assertThat(stackTrace(failure)).doesNotContain("canary");
    }

    @Test
    void anEmptyFileIsNotAKeyset() throws IOException {
        Path file = Files.createFile(folder.resolve("seal.json"));

        assertThatExceptionOfType(KeysetException.class)
                .isThrownBy(() -> SessionSeal.from(file, SETTING))
                .withMessageContaining("is not a Tink keyset");
    }

    @Test
    void theOtherKindOfKeysetIsRecognized() {
        Path file = folder.resolve("keys.json");
        Keysets.createGrantKeyset(file);

        assertThatExceptionOfType(KeysetException.class)
                .isThrownBy(() -> SessionSeal.from(file, SETTING))
                .withMessage("The keyset in " + file + " is not a session-seal keyset: its keys must be AES256_GCM;"
                        + " it is a grant keyset, so check that " + SETTING + " does not name the wrong file");
    }

    @Test
    void aSealKeysetGrantsNothing() {
        Path file = folder.resolve("keys.json");
        Keysets.createSealKeyset(file);

        assertThatExceptionOfType(KeysetException.class)
                .isThrownBy(() -> Grants.from(file))
                .withMessageContaining("is not a grant keyset: its keys must be HMAC_SHA256_256BITTAG");
    }

    @Test
    void aKeysetOfAnotherAlgorithmIsRefused() throws Exception {
        AeadConfig.register();
        KeysetHandle weaker = KeysetHandle.generateNew(PredefinedAeadParameters.AES128_GCM);
        Path file = Files.writeString(
                folder.resolve("keys.json"),
                TinkJsonProtoKeysetFormat.serializeKeyset(weaker, InsecureSecretKeyAccess.get()));

        assertThatExceptionOfType(KeysetException.class)
                .isThrownBy(() -> SessionSeal.from(file, SETTING))
                .withMessageContaining("its keys must be AES256_GCM")
                .withMessageContaining("./sharewell keyset");
    }

    @Test
    void warnsOfAFileThatEverybodyMayRead() throws IOException {
        Path file = folder.resolve("seal.json");
        Keysets.createSealKeyset(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(SessionSeal.from(file).warnings()).singleElement().satisfies(warning -> assertThat(warning)
                .contains(file.toString(), "chmod o-rwx"));
    }

    @Test
    void warnsOfAGrantKeysetThatEverybodyMayRead() throws IOException {
        Path file = folder.resolve("grant.json");
        Keysets.createGrantKeyset(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(Grants.from(file).warnings()).singleElement().satisfies(warning -> assertThat(warning)
                .contains("the grant keyset " + file));
    }

    @Test
    void doesNotWarnOfAFileThatItsGroupMayRead() throws IOException {
        Path file = folder.resolve("grant.json");
        Keysets.createGrantKeyset(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r-----"));

        assertThat(Grants.from(file).warnings()).isEmpty();
    }

    private static String stackTrace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
