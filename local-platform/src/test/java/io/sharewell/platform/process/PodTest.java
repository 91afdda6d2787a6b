package io.sharewell.platform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PodTest {

    private static final Path JAVA = Path.of("/bin/sh");

    @Test
    void isRunByAUserWithoutANameWhoCannotWriteToItsFolder() throws Exception {
        List<String> user = Pod.user(JAVA, JAVA);
        assumeFalse(user.isEmpty(), "only root can start a process as another user");

        assertThat(run(user, "id", "-u")).isEqualTo("1234567\n");
        assertThat(run(user, "sh", "-c", "touch here 2>/dev/null || echo read-only"))
                .isEqualTo("read-only\n");
    }

    @Test
    void isRunAsWeAreIfNobodyElseMayReadTheApplication() {
        assertThat(Pod.user(JAVA, Path.of("/nowhere/quarkus-run.jar"))).isEmpty();
    }

    private static String run(List<String> user, String... command) throws IOException {
        List<String> all = new ArrayList<>(user);
        all.addAll(List.of(command));
        Process process =
                new ProcessBuilder(all).directory(Pod.readOnlyFolder().toFile()).start();
        return new String(process.getInputStream().readAllBytes());
    }
}
