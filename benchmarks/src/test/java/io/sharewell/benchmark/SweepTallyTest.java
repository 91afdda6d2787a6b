package io.sharewell.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SweepTallyTest {

    private final SweepTally tally = new SweepTally();

    @Test
    void anAccountTakesFromItsFirstSelectionToItsLastResult() {
        tally.take("sweep.started", "s1", 1_000);
        tally.take("account.selected", "111111111111", 2_000);
        tally.take("region.scanned", "111111111111", 3_000);
        tally.take("workload.result", "111111111111", 5_000);
        tally.take("account.selected", "111111111111", 9_000); // With its OU
        assertThat(tally.hasEnded()).isFalse();
        tally.take("sweep.completed", "s1", 11_000);

        assertThat(tally.hasEnded()).isTrue();
        assertThat(tally.times().seconds()).isEqualTo(10);
        assertThat(tally.times().units()).isOne();
        assertThat(tally.times().counts()).containsEntry("account.selected", 2);
        assertThat(tally.times().perAccount().p50()).isEqualTo(3);
    }
}
