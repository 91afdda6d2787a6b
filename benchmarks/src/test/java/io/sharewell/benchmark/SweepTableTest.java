package io.sharewell.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SweepTableTest {

    @Test
    void comparesASweepWithTheBareLoop() {
        SweepResult sweep = new SweepResult(
                "first",
                10,
                100,
                1_800,
                300,
                Map.of("wellarchitected.ListWorkloads", 2_000L),
                Map.of("wellarchitected.ListWorkloads", 1_800L),
                new SweepResult.Cpu(3.6, 0.9, 0.9),
                new SweepResult.Memory(300, 200, 100, 280),
                1_800_000,
                new Quantiles(1, 2, 3));
        BarePass pass = new BarePass(5, 2_000, 1_800, 1.8);

        String text = new SweepTable(new Measurement(
                        "2026-11-22T06:00:00Z",
                        new Measurement.Machine(2, 24_000, "25", 0.1),
                        new Organization(100, 3, "50ms", false),
                        64,
                        4.2,
                        List.of(sweep),
                        List.of(pass)))
                .text();

        assertThat(text)
                .contains(
                        "| first | 10.0 | 180 | 200 | 2.00 | 0.50 | 0.50 | 1,000 | 300 | 200 | 100 | 1.0 | 2.0 | 3.0 |")
                .contains("| pass 1, to the sweep \"first\" | 5.0 | 400 | 0.90 | 1.00 | 0.50 | 2.00 |")
                .contains("| wellarchitected.ListWorkloads | 1,800 | 2,000 |");
    }
}
