package io.sharewell.writer;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.aws.config.AwsAccessSettings;
import io.sharewell.seal.Keysets;
import io.smallrye.config.SmallRyeConfig;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WriterSettingsCheckTest {

    @TempDir
    private Path folder;

    private Path keyset;

    @BeforeEach
    void makeKeys() {
        keyset = folder.resolve("seal.json");
        Keysets.createSealKeyset(keyset);
    }

    @Test
    void findsNoFaultWithATargetAndAKeyset() {
        assertThat(faults(Map.of("share-writer.targets[0].principal", "999900001111")))
                .isEmpty();
    }

    @Test
    void saysHowToNameATarget() {
        assertThat(faults(Map.of()))
                .containsExactly("share-writer.targets is empty: set SHARE_WRITER_TARGETS_0__PRINCIPAL to the 12-digit"
                        + " reviews account");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "99990000111a", "reviews", "arn:aws:iam::999900001111:role/reviews"})
    void namesATargetThatAwsWouldNotTake(String principal) {
        assertThat(faults(Map.of("share-writer.targets[0].principal", principal)))
                .singleElement()
                .asString()
                .contains("share-writer.targets[0].principal", principal, "12-digit");
    }

    @Test
    void namesATargetWithoutAPrincipal() {
        assertThat(faults(Map.of("share-writer.targets[0].permission", "READONLY")))
                .containsExactly("share-writer.targets[0].principal is not set: give the 12-digit reviews account");
    }

    @Test
    void namesATargetThatIsThereTwice() {
        assertThat(faults(Map.of(
                        "share-writer.targets[0].principal", "999900001111",
                        "share-writer.targets[1].principal", "999900001111",
                        "share-writer.targets[1].permission", "CONTRIBUTOR")))
                .singleElement()
                .asString()
                .contains("share-writer.targets[1].principal");
    }

    @Test
    void knowsThatAWorkloadTakesNoMoreThanTwentyShares() {
        Map<String, String> properties = new HashMap<>();
        IntStream.range(0, 21)
                .forEach(i ->
                        properties.put("share-writer.targets[" + i + "].principal", "9999000011%02d".formatted(i)));

        assertThat(faults(properties)).singleElement().asString().contains("21", "20");
    }

    @Test
    void namesAllFaultsAtOnce() {
        assertThat(faultsOf(Map.of(
                        "share-writer.targets[0].principal", "1",
                        "share-writer.concurrency", "0",
                        "share-writer.unit-budget", "0s",
                        "share-writer.rate.per-second", "0",
                        "share-writer.rate.burst", "0",
                        "share-writer.rate.longest-wait", "PT-1S",
                        "aws-access.attempts", "0")))
                .hasSize(8)
                .anyMatch(fault -> fault.contains("SHARE_WRITER_SEAL_KEYSET"));
    }

    private List<String> faults(Map<String, String> properties) {
        Map<String, String> all = new HashMap<>(Map.of("share-writer.seal-keyset", keyset.toString()));
        all.putAll(properties);
        return faultsOf(all);
    }

    private static List<String> faultsOf(Map<String, String> properties) {
        SmallRyeConfig config = SettingsInMemory.ofProperties(properties);
        return new WriterSettingsCheck(
                        config.getConfigMapping(WriterSettings.class), config.getConfigMapping(AwsAccessSettings.class))
                .faults();
    }
}
