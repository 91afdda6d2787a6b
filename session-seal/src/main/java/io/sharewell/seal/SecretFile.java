package io.sharewell.seal;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Writes files that only their owner may read, whole or not at all. */
final class SecretFile {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private SecretFile() {}

    /** @throws KeysetException if the file is there already or cannot be written */
    static void create(Path file, String content) {
        Path target = file.toAbsolutePath();
        try {
            Files.createDirectories(target.getParent());
            Path written = writeBeside(target, content, OWNER_ONLY);
            try {
                link(target, written);
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
    }

    /** Puts the content in the file's place, with the permissions the file has. */
    static void replace(Path file, String content) {
        try {
            Path target = file.toRealPath();
            Path written = writeBeside(target, content, POSIX ? Files.getPosixFilePermissions(target) : OWNER_ONLY);
            try {
                Files.move(written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
    }

    // A link is made whole and never over another file. Where the file system knows no links, a move looks first
    // and moves then, which is nearly as good.
    private static void link(Path target, Path written) throws IOException {
        try {
            Files.createLink(target, written);
        } catch (FileAlreadyExistsException e) {
            throw isThere(target);
        } catch (UnsupportedOperationException | FileSystemException e) {
            moveTo(target, written);
        }
    }

    private static void moveTo(Path target, Path written) throws IOException {
        try {
            Files.move(written, target);
        } catch (FileAlreadyExistsException e) {
            throw isThere(target);
        }
    }

    private static Path writeBeside(Path target, String content, Set<PosixFilePermission> permissions)
            throws IOException {
        FileAttribute<?>[] ownerOnly = POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
        Path written = Files.createTempFile(target.getParent(), ".keyset", ".tmp", ownerOnly);
        Files.writeString(written, content);
        if (POSIX) {
            Files.setPosixFilePermissions(written, permissions);
        }
        return written;
    }

    private static KeysetException isThere(Path file) {
        return new KeysetException("There is a file at " + file
                + " already: it is never overwritten, since what was sealed with its keys could not be opened;"
                + " remove it by hand or choose another name");
    }

    private static KeysetException cannotWrite(Path file, IOException e) {
        return new KeysetException(
                "The keyset " + file + " cannot be written (" + e.getClass().getSimpleName()
                        + "): choose a folder that this user may write to",
                e);
    }
}
