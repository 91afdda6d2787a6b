package io.sharewell.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of a laptop run: the given one is kept, a temporary one is deleted at the end. */
final class Workspace implements AutoCloseable {

    private final Path folder;
    private final boolean temporary;

    private Workspace(Path folder, boolean temporary) {
        this.folder = folder;
        this.temporary = temporary;
    }

    /** @throws Failures.SetUpException if the folder cannot be used */
    static Workspace in(Optional<Path> kept) {
        try {
            return kept.isPresent()
                    ? new Workspace(Files.createDirectories(kept.get()), false)
                    : new Workspace(Files.createTempDirectory("sharewell-"), true);
        } catch (IOException e) {
            throw unusable(kept.map(Path::toString).orElse("for temporary files"), e);
        }
    }

    private static Failures.SetUpException unusable(String folder, IOException cause) {
        return new Failures.SetUpException("the folder " + folder
                + " cannot be used: choose one that can be written to (" + cause.getMessage() + ")");
    }

    /**
     * Sub-folder of that name; it exists.
     *
     * @throws Failures.SetUpException if it cannot be made
     */
    Path folder(String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
            throw unusable(folder.toString(), e);
        }
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() {
        if (!temporary) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            // A left-over temporary file harms nobody; the system cleans up
        }
    }
}
