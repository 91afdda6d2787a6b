package io.sharewell.simulator.trouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sharewell.simulator.organization.Latency;
import io.sharewell.simulator.organization.OrganizationFileException;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatenciesTest {

    private static final Latency SPREAD = Latency.parse("50ms..400ms");

    @Test
    void takesAnOperationsOwnThenItsServicesThenTheUsual() {
        var latencies = new Latencies(
                Latency.parse("1ms"), Map.of("sts.*", Latency.parse("2ms"), "sts.AssumeRole", Latency.parse("3ms")), 1);

        assertThat(latencies.nextMillis("sts.AssumeRole")).isEqualTo(3);
        assertThat(latencies.nextMillis("sts.GetCallerIdentity")).isEqualTo(2);
        assertThat(latencies.nextMillis("account.ListRegions")).isEqualTo(1);
        assertThat(latencies.nextMillis(null)).isEqualTo(1);
    }

    @Test
    void givesAnOperationsCallsTheSameDelaysWhateverIsCalledInBetween() {
        var alone = new Latencies(SPREAD, Map.of(), 5);
        var mixed = new Latencies(SPREAD, Map.of(), 5);
        var other = new Latencies(SPREAD, Map.of(), 6);

        var delays = LongStream.range(0, 20)
                .map(_ -> alone.nextMillis("sts.AssumeRole"))
                .toArray();

        assertThat(LongStream.range(0, 20).map(_ -> {
                    mixed.nextMillis("account.ListRegions");
                    return mixed.nextMillis("sts.AssumeRole");
                }))
                .containsExactly(java.util.Arrays.stream(delays).boxed().toArray(Long[]::new));
        assertThat(LongStream.range(0, 20)
                        .map(_ -> other.nextMillis("sts.AssumeRole"))
                        .toArray())
                .isNotEqualTo(delays);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sts", "s3.GetObject", "sts.AssumeRoll", "ListAccounts"})
    void refusesOperationsThatThereAreNot(String name) {
        assertThatExceptionOfType(OrganizationFileException.class)
                .isThrownBy(() -> new Latencies(SPREAD, Map.of(name, SPREAD), 1))
                .withMessageContaining("latencies has " + name)
                .withMessageContaining("write it like");
    }
}
