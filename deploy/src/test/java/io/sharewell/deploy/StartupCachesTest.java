package io.sharewell.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartupCachesTest {

    /** What only C1 compiled while the cache was made, only C1 compiles ever after, also where both may (ADR 6). */
    @ParameterizedTest
    @ValueSource(strings = {"sharewell-app/pom.xml", "system-tests/pom.xml", "deploy/docker/Dockerfile"})
    void areTrainedWithBothCompilers(String training) throws IOException {
        assertThat(Files.readString(Code.ROOT.resolve(training))
                        .split("ENTRYPOINT")[0]
                        .replaceAll("(?m)^#.*", ""))
                .containsAnyOf("AOTCacheOutput", "StartupCaches")
                .doesNotContain("TieredStopAtLevel", "TieredCompilation");
    }
}
