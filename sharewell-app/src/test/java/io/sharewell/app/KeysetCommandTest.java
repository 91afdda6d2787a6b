package io.sharewell.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeysetCommandTest {

    @TempDir
    private Path folder;

    private record Ending(int status, String out, String err) {}

    private static Ending sharewell(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Sharewell.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        assertThat(err.toString()).doesNotContain("\tat ");
        return new Ending(status, out.toString(), err.toString());
    }

    @ParameterizedTest
    @EnumSource(KeysetCommand.Kind.class)
    void aKeyIsAddedPromotedAndTheOldOneRetired(KeysetCommand.Kind kind) throws Exception {
        String file = folder.resolve(kind + ".json").toString();
        assertThat(sharewell("keyset", "--kind", kind.name(), file).status()).isZero();
        String first = keyset(file).path("primaryKeyId").asText();

        Ending added = sharewell("keyset", "--rotate", "ADD", file);
        assertThat(added.status()).as(added.err()).isZero();
        assertThat(keyset(file).path("key")).hasSize(2);
        assertThat(keyset(file).path("primaryKeyId").asText())
                .as("readers first")
                .isEqualTo(first);

        assertThat(sharewell("keyset", "--rotate", "PROMOTE", file).status()).isZero();
        assertThat(keyset(file).path("primaryKeyId").asText()).isNotEqualTo(first);

        assertThat(sharewell("keyset", "--rotate", "RETIRE", file).status()).isZero();
        assertThat(keyset(file).path("key")).hasSize(1);
        assertThat(keyset(file).at("/key/0/keyId").asText()).isNotEqualTo(first);
    }

    @Test
    void aStepOutOfOrderNamesTheOneBefore() {
        String file = folder.resolve("seal.json").toString();
        sharewell("keyset", "--kind", "SEAL", file);

        Ending promoted = sharewell("keyset", "--rotate", "PROMOTE", file);
        assertThat(promoted.status()).isEqualTo(3);
        assertThat(promoted.err()).contains("add a key first");

        sharewell("keyset", "--rotate", "ADD", file);
        Ending retired = sharewell("keyset", "--rotate", "RETIRE", file);
        assertThat(retired.status()).isEqualTo(3);
        assertThat(retired.err()).contains("promote it first");
    }

    @Test
    void oneOfTheTwoIsWanted() {
        assertThat(sharewell("keyset", "seal.json").status()).isEqualTo(64);
        assertThat(sharewell("keyset", "--kind", "SEAL", "--rotate", "ADD", "seal.json")
                        .status())
                .isEqualTo(64);
    }

    private static JsonNode keyset(String file) throws IOException {
        return new ObjectMapper().readTree(Path.of(file).toFile());
    }
}
