package io.sharewell.seal;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.stream.IntStream;

/**
 * Makes keyset files and rotates their keys. The order of a rotation: {@link #addKey}, give the file to all readers,
 * {@link #promote}, give it to all again, and when the last session sealed with the old key is over, {@link #retire}.
 */
public final class Keysets {

    private Keysets() {}

    /** @throws KeysetException if the file is there already or cannot be written */
    public static void createSealKeyset(Path file) {
        create(file, KeysetKind.SEAL);
    }

    /** @throws KeysetException if the file is there already or cannot be written */
    public static void createGrantKeyset(Path file) {
        create(file, KeysetKind.GRANT);
    }

    /**
     * Adds a key that only opens and checks until it is promoted.
     *
     * @throws KeysetException if the file is no keyset of ours or cannot be written
     */
    public static void addKey(Path file) {
        KeysetHandle keyset = read(file);
        KeysetKind kind = KeysetKind.of(keyset)
                .orElseThrow(() -> new KeysetException(file + " is neither a session-seal nor a grant keyset"));
        replace(
                file,
                KeysetHandle.newBuilder(keyset)
                        .addEntry(KeysetHandle.generateEntryFromParameters(kind.parameters())
                                .withRandomId()));
    }

    /**
     * Makes the key that was added last the one to seal and sign with.
     *
     * @throws KeysetException if it is that already, or the file is no keyset or cannot be written
     */
    public static void promote(Path file) {
        KeysetHandle keyset = read(file);
        int last = keyset.size() - 1;
        if (keyset.getAt(last).isPrimary()) {
            throw new KeysetException("The newest key in " + file
                    + " is the primary already: add a key first, and promote it when all readers have it");
        }
        KeysetHandle.Builder builder = KeysetHandle.newBuilder(keyset);
        builder.getAt(last).makePrimary();
        replace(file, builder);
    }

    /**
     * Removes all keys but the primary, and so ends a rotation.
     *
     * @throws KeysetException if a newer key waits to be promoted, there is one key only, or the file is no keyset or
     *     cannot be written
     */
    public static void retire(Path file) {
        KeysetHandle keyset = read(file);
        int last = keyset.size() - 1;
        if (!keyset.getAt(last).isPrimary()) {
            throw new KeysetException("The newest key in " + file + " is not the primary yet: promote it first");
        }
        if (last == 0) {
            throw new KeysetException(file + " has one key only: there is none to retire");
        }
        KeysetHandle.Builder builder = KeysetHandle.newBuilder(keyset);
        IntStream.range(0, last).forEach(ignored -> builder.deleteAt(0));
        replace(file, builder);
    }

    private static void create(Path file, KeysetKind kind) {
        KeysetKind.register();
        try {
            SecretFile.create(file, serialize(KeysetHandle.generateNew(kind.parameters())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Making a key failed", e);
        }
    }

    private static KeysetHandle read(Path file) {
        try {
            return KeysetFile.parse(file, Files.readString(file));
        } catch (IOException e) {
            throw new KeysetException(
                    "The keyset " + file + " cannot be read (" + e.getClass().getSimpleName() + ")", e);
        }
    }

    private static void replace(Path file, KeysetHandle.Builder keyset) {
        try {
            SecretFile.replace(file, serialize(keyset.build()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Making a keyset failed", e);
        }
    }

    private static String serialize(KeysetHandle keyset) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
    }
}
