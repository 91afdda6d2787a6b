package io.sharewell.seal;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.util.List;

/** Reads keyset files, and says of each that cannot be used what is wrong with it and the cure. */
final class KeysetFile {

    private final Path file;
    private final KeysetKind kind;
    private final String setting;

    KeysetFile(Path file, KeysetKind kind, String setting) {
        this.file = file;
        this.kind = kind;
        this.setting = setting;
    }

    /** @throws KeysetException if the file is missing, unreadable, no keyset, or one of another kind */
    KeysetHandle read() {
        KeysetHandle keyset = parse(file, content());
        if (!kind.fits(keyset)) {
            throw new KeysetException("The keyset in " + file + " is not a " + kind + " keyset: its keys must be "
                    + kind.template() + "; "
                    + KeysetKind.of(keyset)
                            .map(other -> "it is a " + other + " keyset, so check that " + setting
                                    + " does not name the wrong file")
                            .orElse("set " + setting + " to a keyset made with " + command()));
        }
        return keyset;
    }

    /** What is unwise about the file, for a log; empty where nothing is, or where the file system cannot tell. */
    List<String> warnings() {
        try {
            return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)
                    ? List.of("Everybody on this machine may read the " + kind + " keyset " + file
                            + ": run 'chmod o-rwx' on it, or mount its secret with defaultMode 0440")
                    : List.of();
        } catch (UnsupportedOperationException | IOException e) {
            return List.of();
        }
    }

    private String content() {
        if (Files.isDirectory(file)) {
            throw new KeysetException(
                    file + " is a directory, not a " + kind + " keyset: set " + setting + " to the file in it");
        }
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new KeysetException("There is no " + kind + " keyset at " + file + ": set " + setting
                    + " to the keyset file that the services share, or make one with "
                    + command());
        } catch (IOException e) {
            throw new KeysetException(
                    "The " + kind + " keyset " + file + " cannot be read ("
                            + e.getClass().getSimpleName()
                            + "): let the user that runs this service read it, or set " + setting
                            + " to another file",
                    e);
        }
    }

    private String command() {
        return "'./sharewell keyset --kind " + kind.name() + " <file>'";
    }

    static KeysetHandle parse(Path file, String content) {
        KeysetKind.register();
        try {
            KeysetHandle keyset = TinkJsonProtoKeysetFormat.parseKeyset(content, InsecureSecretKeyAccess.get());
            keyset.getPrimary();
            return keyset;
        } catch (GeneralSecurityException | RuntimeException e) {
            // Without the cause: a parser's message may quote what it could not parse, and that may be a key.
            throw new KeysetException(file
                    + " is not a Tink keyset (JSON, in clear, with a primary key): restore it from where it was made,"
                    + " or make a new one with './sharewell keyset'");
        }
    }
}
