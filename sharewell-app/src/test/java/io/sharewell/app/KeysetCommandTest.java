package io.sharewell.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeysetCommandTest {

    @TempDir
    private Path folder;

    private static CommandRun sharewell(String... arguments) {
        return CommandRun.of(Sharewell.commandLine(), arguments);
    }

    @ParameterizedTest
    @EnumSource(KeysetCommand.Kind.class)
    void aKeyIsAddedPromotedAndTheOldOneRetired(KeysetCommand.Kind kind) throws Exception {
        String file = folder.resolve(kind + ".json").toString();
        assertThat(sharewell("keyset", "--kind", kind.name(), file).exitStatus())
                .isZero();
        String first = keyset(file).path("primaryKeyId").asText();

        CommandRun added = sharewell("keyset", "--rotate", "ADD", file);
        assertThat(added.exitStatus()).as(added.err()).isZero();
        assertThat(keyset(file).path("key")).hasSize(2);
        assertThat(keyset(file).path("primaryKeyId").asText())
                .as("readers first")
                .isEqualTo(first);

        assertThat(sharewell("keyset", "--rotate", "PROMOTE", file).exitStatus())
                .isZero();
        assertThat(keyset(file).path("primaryKeyId").asText()).isNotEqualTo(first);

        assertThat(sharewell("keyset", "--rotate", "RETIRE", file).exitStatus()).isZero();
        assertThat(keyset(file).path("key")).hasSize(1);
        assertThat(keyset(file).at("/key/0/keyId").asText()).isNotEqualTo(first);
    }

    @Test
    void aStepOutOfOrderNamesTheOneBefore() {
        String file = folder.resolve("seal.json").toString();
        sharewell("keyset", "--kind", "SEAL", file);

        CommandRun promoted = sharewell("keyset", "--rotate", "PROMOTE", file);
        assertThat(promoted.exitStatus()).isEqualTo(3);
        assertThat(promoted.err()).contains("add a key first");

        sharewell("keyset", "--rotate", "ADD", file);
        CommandRun retired = sharewell("keyset", "--rotate", "RETIRE", file);
        assertThat(retired.exitStatus()).isEqualTo(3);
        assertThat(retired.err()).contains("promote it first");
    }

    @Test
    void oneOfTheTwoIsWanted() {
        assertThat(sharewell("keyset", "seal.json").exitStatus()).isEqualTo(64);
        assertThat(sharewell("keyset", "--kind", "SEAL", "--rotate", "ADD", "seal.json")
                        .exitStatus())
                .isEqualTo(64);
    }

    private static JsonNode keyset(String file) throws IOException {
        return new ObjectMapper().readTree(Path.of(file).toFile());
    }
}
