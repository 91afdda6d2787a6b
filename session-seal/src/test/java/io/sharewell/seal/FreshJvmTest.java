package io.sharewell.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As on the command line: each step of a rotation in a JVM that has done nothing before. */
class FreshJvmTest {

    @TempDir
    private Path folder;

    @Test
    void aSealKeysetIsRotated() throws Exception {
        Path file = folder.resolve("seal.json");
        assertRotates("seal", file);

        assertThat(SessionSeal.from(file)).isNotNull();
    }

    @Test
    void aGrantKeysetIsRotated() throws Exception {
        Path file = folder.resolve("grant.json");
        assertRotates("grant", file);

        assertThat(Grants.from(file)).isNotNull();
    }

    @Test
    void aKeysetOfOneKeyHasNoneToRetire() {
        Path file = folder.resolve("seal.json");
        Keysets.createSealKeyset(file);

        assertThatExceptionOfType(KeysetException.class)
                .isThrownBy(() -> Keysets.retire(file))
                .withMessageContaining("one key only");
    }

    private static void assertRotates(String kind, Path file) throws IOException, InterruptedException {
        for (String step : List.of(kind, "add", "promote", "retire")) {
            Process process = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            Step.class.getName(),
                            step,
                            file.toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes());
            assertThat(process.waitFor()).as("%s: %s", step, said).isZero();
        }
    }

    static final class Step {

        public static void main(String[] args) {
            Path file = Path.of(args[1]);
            switch (args[0]) {
                case "seal" -> Keysets.createSealKeyset(file);
                case "grant" -> Keysets.createGrantKeyset(file);
                case "add" -> Keysets.addKey(file);
                case "promote" -> Keysets.promote(file);
                case "retire" -> Keysets.retire(file);
                default -> throw new IllegalArgumentException(args[0]);
            }
        }
    }
}
