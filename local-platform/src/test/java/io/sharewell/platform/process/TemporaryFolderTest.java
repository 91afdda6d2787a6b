package io.sharewell.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class TemporaryFolderTest {

    @Test
    void goesWithAllThatIsInIt() throws IOException {
        TemporaryFolder folder = TemporaryFolder.create("temporary-folder-test");
        Files.writeString(
                Files.createDirectories(folder.path().resolve("log/topic-0")).resolve("0.log"), "record");

        folder.close();
        folder.close();

        assertThat(folder.path()).doesNotExist();
    }
}
