package io.sharewell.simulator.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatencyTest {

    private static final int MANY = 100_000;

    @Test
    void isTheSameForEveryCallIfItIsFixed() {
        assertThat(drawn("50ms", 1)).containsOnly(50);
    }

    @Test
    void hasTheMedianAndTheTailItWasGiven() {
        var drawn = drawn("50ms..400ms", 7);
        Arrays.sort(drawn);

        assertThat(drawn[MANY / 2]).as("median, seed 7").isBetween(49L, 51L);
        assertThat(drawn[MANY * 99 / 100]).as("99th percentile, seed 7").isBetween(380L, 420L);
        assertThat(drawn[0]).isNotNegative();
        assertThat(drawn[MANY - 1]).isGreaterThan(800);
    }

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(drawn("50ms..400ms", 7)).isEqualTo(drawn("50ms..400ms", 7)).isNotEqualTo(drawn("50ms..400ms", 8));
    }

    private static long[] drawn(String latency, long seed) {
        var random = new SplittableRandom(seed);
        var parsed = Latency.parse(latency);
        var drawn = new long[MANY];
        Arrays.setAll(drawn, _ -> parsed.nextMillis(random));
        return drawn;
    }

    @ParameterizedTest
    @CsvSource({"50ms, 50ms", "2s, 2000ms", "50ms..2s, 50ms..2000ms", "PT0.0005S, PT0.0005S", "1s..1s, 1000ms"})
    void writesWhatItReads(String text, String written) {
        var latency = Latency.parse(text);

        assertThat(latency).hasToString(written).isEqualTo(Latency.parse(written));
    }

    @Test
    void readsMedianAndTailOneByOne() {
        var file = OrganizationFile.parse("""
                accounts: []
                latency: {median: 20ms, p99: 1s}
                latencies: {sts.AssumeRole: 5ms, wellarchitected.*: 30ms..90ms}
                """);

        assertThat(file.latency()).isEqualTo(new Latency(Duration.ofMillis(20), Duration.ofSeconds(1)));
        assertThat(file.latencies().get("wellarchitected.*")).hasToString("30ms..90ms");
        assertThat(OrganizationFile.parse(file.toJson())).isEqualTo(file);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            soon        | write it like 50ms
            50ms..      | write it like 50ms
            50ms..10ms  | lies before its median
            0ms..10ms   | has no tail
            PT-1S       | not below zero
            """)
    void saysWhatIsWrong(String text, String explanation) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Latency.parse(text))
                .withMessageContaining(explanation)
                .withMessageContaining("50ms");
    }
}
