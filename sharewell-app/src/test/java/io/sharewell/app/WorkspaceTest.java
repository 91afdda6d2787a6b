package io.sharewell.app;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {

    @TempDir
    private Path folder;

    @Test
    void aFolderThatCannotBeMadeIsASetUpThatIsWrong() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> Workspace.in(Optional.of(file)))
                .isInstanceOf(Failures.SetUpException.class)
                .hasMessageContaining("the folder " + file + " cannot be used: choose one that can be written to");
    }

    @Test
    void aFolderThatCannotBeWrittenToIsASetUpThatIsWrong() throws IOException {
        Files.createFile(folder.resolve("kafka"));
        Workspace workspace = Workspace.in(Optional.of(folder));

        assertThatThrownBy(() -> workspace.folder("kafka"))
                .isInstanceOf(Failures.SetUpException.class)
                .hasMessageContaining("the folder " + folder + " cannot be used: choose one that can be written to");
    }
}
