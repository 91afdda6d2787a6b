package io.sharewell.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.aws.config.AwsAccessSettings;
import io.sharewell.seal.Keysets;
import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScannerSettingsCheckTest {

    @TempDir
    private Path folder;

    private Path keyset;

    @BeforeEach
    void makeKeys() {
        keyset = folder.resolve("seal.json");
        Keysets.createSealKeyset(keyset);
    }

    @Test
    void findsNoFaultInTheDefaultsWithAKeyset() {
        assertThat(faults(Map.of())).isEmpty();
    }

    @Test
    void namesTheVariableThatTheKeysetIsMissingFrom() {
        assertThat(faultsOf(Map.of()))
                .singleElement()
                .asString()
                .contains("region-scanner.seal-keyset", "REGION_SCANNER_SEAL_KEYSET");
    }

    @Test
    void namesTheKeysetFileThatIsNotThere() {
        assertThat(faults(Map.of("region-scanner.seal-keyset", "/nowhere/seal.json")))
                .singleElement()
                .asString()
                .contains("/nowhere/seal.json", "region-scanner.seal-keyset");
    }

    @Test
    void namesTheKeysetFileThatIsNone() throws IOException {
        Path other = Files.writeString(folder.resolve("other.json"), "{}");

        assertThat(faults(Map.of("region-scanner.seal-keyset", other.toString())))
                .singleElement()
                .asString()
                .contains(other.toString());
    }

    @Test
    void namesAllFaultsAtOnce() {
        assertThat(faultsOf(Map.of(
                        "region-scanner.concurrency", "0",
                        "region-scanner.unit-budget", "0s",
                        "region-scanner.rate.per-second", "0",
                        "region-scanner.rate.burst", "0",
                        "region-scanner.rate.longest-wait", "PT-1S",
                        "aws-access.attempts", "0")))
                .hasSize(7)
                .anyMatch(fault -> fault.contains("REGION_SCANNER_SEAL_KEYSET"));
    }

    private List<String> faults(Map<String, String> properties) {
        Map<String, String> all = new HashMap<>(Map.of("region-scanner.seal-keyset", keyset.toString()));
        all.putAll(properties);
        return faultsOf(all);
    }

    private static List<String> faultsOf(Map<String, String> properties) {
        SmallRyeConfig config = SettingsInMemory.ofProperties(properties);
        return new ScannerSettingsCheck(
                        config.getConfigMapping(ScannerSettings.class),
                        config.getConfigMapping(AwsAccessSettings.class))
                .faults();
    }
}
