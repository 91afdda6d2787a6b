package io.sharewell.scanner;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.sharewell.seal.Keysets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The scanner with a keyset of its own, and a retry ladder of a second per rung. */
public class ScannerProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "region-scanner.seal-keyset", keyset().toString(),
                "pipeline-messaging.retry.delays", "1s,1s,1s",
                "pipeline-messaging.topics.partitions", "3");
    }

    private static Path keyset() {
        try {
            Path folder = Files.createTempDirectory("region-scanner-test");
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
