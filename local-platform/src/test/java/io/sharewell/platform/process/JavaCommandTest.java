package io.sharewell.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class JavaCommandTest {

    private static final Path DOCKERFILE =
            Path.of(System.getProperty("sharewell.project", ".."), "deploy/docker/Dockerfile");

    @Test
    void startsAServiceWithTheOptionsOfItsContainer() throws IOException {
        String dockerfile = Files.readString(DOCKERFILE);
        List<String> ofTheContainer = Pattern.compile("\"(-XX:(?!AOTCache)[^\"]+)\"")
                .matcher(dockerfile.substring(dockerfile.indexOf("ENTRYPOINT")))
                .results()
                .map(option -> option.group(1))
                .toList();

        assertThat(ofTheContainer).isNotEmpty();
        assertThat(JavaCommand.of("share-writer", JavaCommand.OPTIONS_OF_A_POD, List.of()))
                .containsAll(ofTheContainer);
    }
}
