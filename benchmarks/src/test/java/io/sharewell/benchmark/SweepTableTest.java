package io.sharewell.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

        Measurement measurement = new Measurement(
                "2026-11-22T06:00:00Z",
                new Measurement.Machine(2, 24_000, "25", 0.1),
                new Organization(100, 3, "50ms", false),
                new Tuning(64, false, Map.of(), List.of()),
                4.2,
                List.of(sweep),
                List.of(pass));
        String text = new SweepTable(measurement).text();

        assertThat(text)
                .contains(
                        "| first | 10.0 | 180 | 200 | 2.00 | 0.50 | 0.50 | 1,000 | 300 | 200 | 100 | 1.0 | 2.0 | 3.0 |")
                .contains("| pass 1, to the sweep \"first\" | 5.0 | 400 | 0.90 | 1.00 | 0.50 | 2.00 |")
                .contains("| wellarchitected.ListWorkloads | 1,800 | 2,000 |");

        JsonNode json = new ObjectMapper().valueToTree(measurement);
        assertThat(json.at("/sweeps/0/unitsPerSecond").asDouble()).isEqualTo(180);
        assertThat(json.at("/sweeps/0/cpuMillisPerUnit/broker").asDouble()).isEqualTo(0.5);
        assertThat(json.at("/ratios/0/callsPerSecond").asDouble()).isEqualTo(0.5);
        assertThat(new ObjectMapper().convertValue(json.at("/bareLoop/0"), BarePass.class))
                .isEqualTo(pass);
    }

    @Test
    void ourOwnLimitsHoldIfTheSimulatorThrottles() {
        assertThat(new Tuning(0, false, Map.of(), List.of()).environment())
                .containsOnlyKeys(
                        "ACCOUNT_DISCOVERY_RATES_LIST_ACCOUNTS",
                        "ACCOUNT_DISCOVERY_RATES_TAGS",
                        "ACCOUNT_DISCOVERY_RATES_OTHERS");
        assertThat(new Tuning(0, true, Map.of(), List.of()).environment()).isEmpty();
    }
}
