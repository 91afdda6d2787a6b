package io.sharewell.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartupCachesTest {

    /** What only C1 compiled while the cache was made, only C1 compiles ever after, in each process that starts from it (ADR 6). */
    @ParameterizedTest
    @ValueSource(strings = {"sharewell-app/pom.xml", "system-tests/pom.xml", "deploy/docker/Dockerfile"})
    void areTrainedWithBothCompilers(String training) throws IOException {
        String text = Files.readString(Code.ROOT.resolve(training));

        assertThat(text)
                .containsAnyOf("AOTCacheOutput", "StartupCaches")
                .doesNotContain("TieredStopAtLevel", "TieredCompilation");
    }
}
