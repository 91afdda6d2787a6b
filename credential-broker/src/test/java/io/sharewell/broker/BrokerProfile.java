package io.sharewell.broker;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.sharewell.seal.Keysets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The broker with keysets of its own, and a retry ladder of a second per rung. */
public class BrokerProfile implements QuarkusTestProfile {

    private static final Path FOLDER = folder();

    @Override
    public Map<String, String> getConfigOverrides() {
        Path seal = FOLDER.resolve("seal.json");
        Path grant = FOLDER.resolve("grant.json");
        if (!Files.exists(seal)) {
            Keysets.createSealKeyset(seal);
            Keysets.createGrantKeyset(grant);
        }
        return Map.of(
                "credential-broker.seal-keyset", seal.toString(),
                "credential-broker.grant-keyset", grant.toString(),
                "credential-broker.sts-regions", "eu-west-1,us-east-1",
                "pipeline-messaging.retry.delays", "1s,1s,1s",
                "pipeline-messaging.topics.partitions", "3");
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("credential-broker-test");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                for (String file : new String[] {"seal.json", "grant.json", "."}) {
                    folder.resolve(file).normalize().toFile().delete();
                }
            }));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
