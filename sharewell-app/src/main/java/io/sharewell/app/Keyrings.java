package io.sharewell.app;

import io.sharewell.seal.Keysets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The keysets of a laptop run, in a folder of its own; made where they are missing. */
record Keyrings(Path folder) {

    Path seal() {
        Path file = folder.resolve("seal-keyset.json");
        if (!Files.exists(file)) {
            Keysets.createSealKeyset(file);
        }
        return file;
    }

    Path grant() {
        Path file = folder.resolve("grant-keyset.json");
        if (!Files.exists(file)) {
            Keysets.createGrantKeyset(file);
        }
        return file;
    }
}
