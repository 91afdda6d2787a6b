package io.sharewell.writer;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.sharewell.seal.Keysets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The writer with a keyset of its own, and a retry ladder of a second per rung. */
public class WriterProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "share-writer.seal-keyset", keyset().toString(),
                "share-writer.targets[0].principal", "333333333333",
                "share-writer.targets[1].principal", "444444444444",
                "share-writer.targets[1].permission", "CONTRIBUTOR",
                "pipeline-messaging.retry.delays", "1s,1s,1s",
                "pipeline-messaging.topics.partitions", "3");
    }

    private static Path keyset() {
        try {
            Path folder = Files.createTempDirectory("share-writer-test");
            Path keyset = folder.resolve("seal.json");
            Keysets.createSealKeyset(keyset);
            // Deleted in the reverse order
            folder.toFile().deleteOnExit();
            keyset.toFile().deleteOnExit();
            return keyset;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
