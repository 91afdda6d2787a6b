package io.sharewell.app.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.app.view.ASmallSweep;
import io.sharewell.app.view.ASweep;
import io.sharewell.app.view.StatusReport;
import io.sharewell.events.Envelope;
import io.sharewell.events.Mode;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.ledger.Ledger;
import io.sharewell.events.ledger.SweepSummary;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusTest {

    private static final Duration THREE_HOURS = Duration.ofHours(3);

    private final Ledger ledger = new Ledger();

    @Test
    void theStatusNamesNewlyBlockedAccounts() {
        read(ASmallSweep.of("sweep-1"));

        StatusReport status = Status.of(ledger, ASweep.ENDED.plus(THREE_HOURS));

        assertThat(status.running()).isEmpty();
        assertThat(status.lastComplete())
                .isEqualTo(new StatusReport.Complete(
                        "sweep-1",
                        ASweep.ENDED,
                        THREE_HOURS.toSeconds(),
                        3,
                        List.of(new StatusReport.Account(
                                ASmallSweep.LAKE, "data-lake", "Root/Workloads/Prod", Reason.ROLE_NOT_ASSUMABLE)),
                        List.of()));
    }

    @Test
    void theStatusOfAnEmptyTopicIsEmpty() {
        assertThat(Status.of(ledger, ASweep.ENDED))
                .isEqualTo(new StatusReport(ASweep.ENDED, List.of(), List.of(), null));
    }

    @Test
    void anAcceptanceIsNotTheLastCompleteSweep() {
        read(ASmallSweep.of("sweep-1"));
        read(ASweep.with(Envelope.of("acceptance-1", Purpose.ACCEPT, Mode.APPLY))
                .listed()
                .completed());

        StatusReport status = Status.of(ledger, ASweep.ENDED);

        assertThat(status.sweeps()).extracting(SweepSummary::sweepId).containsExactly("acceptance-1", "sweep-1");
        assertThat(status.lastComplete().sweepId()).isEqualTo("sweep-1");
    }

    private void read(ASweep sweep) {
        sweep.statements().forEach(statement -> ledger.apply(statement, ASweep.ENDED));
    }
}
