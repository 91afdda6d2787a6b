package io.sharewell.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServicesTableTest {

    @Test
    void showsWhatEachProcessTookAndHowScannersShared() {
        SweepResult sweep = new SweepResult(
                "sweep 1",
                10,
                100,
                1_800,
                300,
                Map.of("wellarchitected.ListWorkloads", 2_000L),
                Map.of(),
                new SweepResult.Cpu(3.6, 0.9, 0.9),
                new SweepResult.Memory(300, 200, 100, 280),
                1_800_000,
                new Quantiles(1, 2, 3));
        ServicesApart apart = new ServicesApart(
                2,
                List.of(sweep),
                List.of(
                        new ServicesApart.One("account-discovery", 1.4, 0, 2.5, 240),
                        new ServicesApart.One("region-scanner", 1.6, 1_000, 5.5, 250),
                        new ServicesApart.One("region-scanner", 1.7, 800, 4.5, 245)));

        String text = new ServicesTable(new Organization(100, 3, "50ms", false), List.of(apart)).text();

        assertThat(text)
                .contains("| 2 | sweep 1 | 10.0 | 180 | 200 | 2.00 | 1,000, 800 |")
                .contains("| 2 | account-discovery | 1.4 | 0 | 2.5 | 240 |");
    }
}
