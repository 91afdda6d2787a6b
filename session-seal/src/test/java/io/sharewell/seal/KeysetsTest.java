package io.sharewell.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysetsTest {

    @TempDir
    Path folder;

    @Test
    void onlyTheOwnerMayReadANewKeyset() throws IOException {
        Path file = folder.resolve("seal.json");

        Keysets.createSealKeyset(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(SessionSeal.from(file).warnings()).isEmpty();
    }

    @Test
    void makesTheFoldersItNeeds() {
        Path file = folder.resolve("a/b/grant.json");

        Keysets.createGrantKeyset(file);

        assertThat(Grants.from(file)).isNotNull();
    }

    @Test
    void neverOverwritesAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("seal.json"), "precious");

        assertThatExceptionOfType(KeysetException.class)
                .isThrownBy(() -> Keysets.createSealKeyset(file))
                .withMessageContaining("never overwritten");
        assertThat(file).hasContent("precious");
    }

    @Test
    void leavesNothingBesideTheKeyset() throws IOException {
        Path file = folder.resolve("seal.json");
        Keysets.createSealKeyset(file);
        Keysets.addKey(file);
        Keysets.promote(file);
        Keysets.retire(file);
        assertThatExceptionOfType(KeysetException.class).isThrownBy(() -> Keysets.createSealKeyset(file));

        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void saysThatItCannotWrite() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("file"), "");

        assertThatExceptionOfType(KeysetException.class)
                .isThrownBy(() -> Keysets.createSealKeyset(notAFolder.resolve("seal.json")))
                .withMessageContaining("cannot be written")
                .withMessageContaining("choose a folder that this user may write to");
    }

    @Test
    void rotatingKeepsThePermissionsOfTheFile() throws IOException {
        Path file = folder.resolve("seal.json");
        Keysets.createSealKeyset(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        Keysets.addKey(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
    }

    @Test
    void rotatingThroughALinkKeepsTheLink() throws IOException {
        Path file = folder.resolve("real.json");
        Keysets.createSealKeyset(file);
        Path link = Files.createSymbolicLink(folder.resolve("seal.json"), file);
        String before = Files.readString(file);

        Keysets.addKey(link);

        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(file)).isNotEqualTo(before);
    }

    @Test
    void addsAKeyToAKeysetOfOursOnly() throws IOException {
        Path file = Files.writeString(folder.resolve("seal.json"), "{}");

        assertThatExceptionOfType(KeysetException.class)
                .isThrownBy(() -> Keysets.addKey(file))
                .withMessageContaining("is not a Tink keyset");
        assertThatExceptionOfType(KeysetException.class)
                .isThrownBy(() -> Keysets.addKey(folder.resolve("none.json")))
                .withMessageContaining("cannot be read (NoSuchFileException)");
    }
}
