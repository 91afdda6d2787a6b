package io.sharewell.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuantilesTest {

    @Test
    void tellsHowLongHalfAndNearlyAllTook() {
        Map<String, Long> from = new HashMap<>();
        Map<String, Long> to = new HashMap<>();
        for (long i = 1; i <= 100; i++) {
            from.put("account " + i, 1_000L);
            to.put("account " + i, 1_000L + i * 1_000);
        }

        assertThat(Quantiles.of(from, to)).isEqualTo(new Quantiles(51, 96, 100));
    }

    @Test
    void leavesOutWhatHasNoBeginning() {
        assertThat(Quantiles.of(Map.of(), Map.of("account", 5L))).isEqualTo(new Quantiles(0, 0, 0));
    }
}
