package io.sharewell.app.view;

import static io.sharewell.app.view.ASmallSweep.CRM;
import static io.sharewell.app.view.ASmallSweep.LAKE;
import static io.sharewell.app.view.ASmallSweep.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sharewell.app.view.ProgressSnapshot.Part;
import io.sharewell.app.view.ProgressSnapshot.Phase;
import io.sharewell.events.Problem;
import io.sharewell.events.Reason;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressSnapshotTest {

    private final ASweep sweep = ASweep.named("sweep-1")
            .selected(SHOP, "shop", "Root")
            .selected(LAKE, "lake", "Root")
            .selected(CRM, "crm", "Root")
            .opened(SHOP, "eu-west-1", "eu-west-2", "us-east-1", "us-west-2")
            .scanned(SHOP, "eu-west-1", ASmallSweep.SHARED)
            .foundOnly(SHOP, "us-east-1")
            .blocked(LAKE, Problem.of(Reason.ROLE_NOT_ASSUMABLE));

    @Test
    void countsWhatIsDoneOfWhatIsKnown() {
        ProgressSnapshot snapshot = ProgressSnapshot.of(sweep.ledger(), Duration.ofSeconds(12));

        assertThat(snapshot)
                .isEqualTo(new ProgressSnapshot(
                        "sweep-1",
                        Phase.LISTING,
                        new Part(2, 3),
                        1,
                        new Part(2, 4),
                        new Part(1, 2),
                        1,
                        Duration.ofSeconds(12)));
    }

    @Test
    void nobodyKnowsHowMuchIsDoneWhileAccountsAreListed() {
        assertThat(ProgressSnapshot.of(sweep.ledger(), Duration.ZERO).share()).isZero();
        assertThat(ProgressSnapshot.of(sweep.listed().ledger(), Duration.ZERO).share())
                .isCloseTo(2 / 3.0 * 2 / 4.0 * 1 / 2.0, within(1e-9));
    }

    @Test
    void everythingIsDoneAtTheEnd() {
        ProgressSnapshot snapshot =
                ProgressSnapshot.of(ASmallSweep.of("sweep-1").ledger(), Duration.ZERO);

        assertThat(snapshot.phase()).isEqualTo(Phase.ENDED);
        assertThat(snapshot.share()).isEqualTo(1);
    }

    @Test
    void aSweepWithoutAnyStatementIsListing() {
        assertThat(ProgressSnapshot.of(ASweep.named("sweep-1").ledger(), Duration.ZERO))
                .isEqualTo(new ProgressSnapshot(
                        "sweep-1", Phase.LISTING, new Part(0, 0), 0, new Part(0, 0), new Part(0, 0), 0, Duration.ZERO));
    }
}
