package io.sharewell.platform.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a container has that a process on a laptop has not. */
final class Pod {

    private static final Logger LOG = LoggerFactory.getLogger(Pod.class);

    /** A number that is nobody's, as OpenShift would give one. */
    private static final List<String> NOBODY =
            List.of("setpriv", "--reuid", "1234567", "--regid", "1234567", "--clear-groups", "--no-new-privs");

    private Pod() {}

    /** What begins a command that runs as nobody; empty if only this user can run it. */
    static List<String> user(Path java, Path jar) {
        List<String> attempt = new ArrayList<>(NOBODY);
        attempt.addAll(List.of("test", "-x", java.toString(), "-a", "-r", jar.toString()));
        try {
            if (new ProcessBuilder(attempt).start().waitFor() == 0) {
                return NOBODY;
            }
        } catch (IOException e) {
            LOG.debug("No setpriv: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        LOG.info(
                "{} runs as the user of this process: only root can start it as another, who must be able to read it",
                jar);
        return List.of();
    }

    static Path readOnlyFolder() {
        try {
            Path folder = Files.createTempDirectory("pod");
            folder.toFile().deleteOnExit();
            return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
