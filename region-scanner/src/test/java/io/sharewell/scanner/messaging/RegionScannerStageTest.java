package io.sharewell.scanner.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.events.AccountId;
import io.sharewell.events.AccountSessionOpened;
import io.sharewell.events.Envelope;
import io.sharewell.events.HeldUpException;
import io.sharewell.events.HeldUpException.Kind;
import io.sharewell.events.Mode;
import io.sharewell.events.Problem;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.Region;
import io.sharewell.events.SessionExpired;
import io.sharewell.events.ShareResult.RegionFailed;
import io.sharewell.events.Topic;
import io.sharewell.messaging.Handled;
import io.sharewell.scanner.ScannerSettings;
import io.sharewell.scanner.SettingsInMemory;
import io.sharewell.scanner.domain.Answer;
import io.sharewell.scanner.domain.UnitReaders;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegionScannerStageTest {

    private static final Duration WAIT = Duration.ofSeconds(3);
    private static final ScannerSettings SETTINGS =
            SettingsInMemory.ofProperties(Map.of()).getConfigMapping(ScannerSettings.class);

    @Test
    void publishesWhatFollowsFromTheScan() {
        Problem broken = Problem.of(Reason.SEAL_BROKEN);

        Handled handled = stage(_ -> new Answer.Refused<>(broken)).handle(unit(0), null);

        assertThat(handled)
                .isEqualTo(Handled.done(
                        new RegionFailed(unit(0).envelope(), unit(0).accountId(), unit(0).region(), broken)));
    }

    @Test
    void triesAgainInTrouble() {
        assertThat(heldUp(Kind.TROUBLE, 3)).isEqualTo(new Handled.TryAgain(unit(3), "held up by the test"));
    }

    @Test
    void renewsASessionThatIsOver() {
        assertThat(heldUp(Kind.SESSION_OVER, 0)).isEqualTo(new Handled.Renew(unit(0)));
    }

    @Test
    void countsNoAttemptWhereOthersWentFirst() {
        assertThat(heldUp(Kind.NO_TURN, 0)).isEqualTo(new Handled.WaitForTurn(unit(0), WAIT));
    }

    @Test
    void waitsForASealKeyAndAtLastSaysThatItIsMissing() {
        assertThat(heldUp(Kind.SEAL_KEY_UNKNOWN, 2)).isEqualTo(new Handled.TryAgain(unit(2), "held up by the test"));
        assertThat(heldUp(Kind.SEAL_KEY_UNKNOWN, 3))
                .isEqualTo(new Handled.GiveUp(unit(3), Problem.of(Reason.SEAL_KEY_UNKNOWN, "held up by the test")));
    }

    @Test
    void takesNoOtherRecords() {
        SessionExpired other = SessionExpired.of(unit(0));

        assertThat(stage(_ -> {
                            throw new AssertionError("must not be asked");
                        })
                        .handle(other, null))
                .isInstanceOfSatisfying(
                        Handled.GiveUp.class,
                        giveUp -> assertThat(giveUp.problem().reason()).isEqualTo(Reason.MALFORMED_RECORD));
    }

    @Test
    void standsBetweenAccountSessionsAndWorkloadsFound() {
        RegionScannerStage stage = stage(_ -> null);

        assertThat(stage.module()).isEqualTo("region-scanner");
        assertThat(stage.source()).isEqualTo(Topic.ACCOUNT_SESSIONS);
        assertThat(stage.sinks())
                .containsExactlyInAnyOrder(Topic.WORKLOADS_FOUND, Topic.SHARE_RESULTS, Topic.SESSION_RENEWALS);
        assertThat(stage.concurrency()).isEqualTo(256);
    }

    private static Handled heldUp(Kind kind, int attempt) {
        return stage(_ -> {
                    throw new HeldUpException(kind, "held up by the test", WAIT);
                })
                .handle(unit(attempt), null);
    }

    private static RegionScannerStage stage(UnitReaders readers) {
        return new RegionScannerStage(null, SETTINGS, readers);
    }

    private static AccountSessionOpened unit(int attempt) {
        return new AccountSessionOpened(
                new Envelope("sweep-1", Purpose.SHARE, Mode.APPLY, attempt, 0, null, null),
                AccountId.of("123456789012"),
                Region.of("eu-west-1"),
                null,
                null,
                null);
    }
}
