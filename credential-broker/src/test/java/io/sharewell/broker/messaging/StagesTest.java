package io.sharewell.broker.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.broker.domain.Broker;
import io.sharewell.events.AccountDiscovered;
import io.sharewell.events.Envelope;
import io.sharewell.events.HeldUpException;
import io.sharewell.events.HeldUpException.Kind;
import io.sharewell.events.Mode;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.SessionExpired;
import io.sharewell.events.ShareResult.AccountBlocked;
import io.sharewell.events.ShareResult.RegionFailed;
import io.sharewell.messaging.Handled;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagesTest {

    private static final HeldUpException NO_TURN = new HeldUpException(Kind.NO_TURN, "no turn", Duration.ofSeconds(3));

    @TempDir
    Path folder;

    private final AccountDiscovered account = Broker.account();
    private SessionExpired expired;
    private Broker broker;
    private AccountsStage accounts;
    private RenewalsStage renewals;

    @BeforeEach
    void stages() {
        broker = new Broker(folder);
        expired = SessionExpired.of(broker.unit());
        broker = new Broker(folder.resolve("another"));
        StageSettings settings = new StageSettings(EnumSet.of(Purpose.SHARE), 2, 1);
        accounts = new AccountsStage(broker.opener(), new AccountLog(), settings, null);
        renewals = new RenewalsStage(broker.renewer, settings, null);
    }

    @Test
    void anOpenedAccountIsDone() {
        assertThat(accounts.handle(account, null))
                .isInstanceOfSatisfying(
                        Handled.Done.class, done -> assertThat(done.events()).hasSize(4));
    }

    @Test
    void anAccountForAnotherPurposeIsPassedOver() {
        AccountDiscovered other = account.withEnvelope(Envelope.of("sweep-2", Purpose.UNSHARE, Mode.APPLY));

        assertThat(accounts.handle(other, null)).isEqualTo(new Handled.Done(List.of()));
        assertThat(broker.roles.asked()).isEmpty();
    }

    @Test
    void aBlockedAccountIsDone() {
        broker.roles.refuse(Reason.ROLE_SETTINGS_REJECTED);

        assertThat(accounts.handle(account, null))
                .isInstanceOfSatisfying(Handled.Done.class, done -> assertThat(done.events())
                        .hasExactlyElementsOfTypes(AccountBlocked.class));
    }

    @Test
    void aRefusalThatIsNotYetBelievedIsTriedAgain() {
        broker.roles.refuse(Reason.ROLE_NOT_ASSUMABLE);

        assertThat(accounts.handle(account, null)).isInstanceOf(Handled.TryAgain.class);
    }

    @Test
    void troubleIsTriedAgain() {
        broker.roles.failWith(new HeldUpException(Kind.TROUBLE, "throttled"));

        assertThat(accounts.handle(account, null)).isEqualTo(new Handled.TryAgain(account, "throttled"));
    }

    @Test
    void whoHasNoTurnWaits() {
        broker.roles.failWith(NO_TURN);

        assertThat(accounts.handle(account, null)).isEqualTo(new Handled.WaitForTurn(account, NO_TURN.untilTurn()));
    }

    @Test
    void aRenewalWithoutAValidGrantIsGivenUp() {
        // Its grant was made with another broker's keys
        assertThat(renewals.handle(expired, null)).isInstanceOfSatisfying(Handled.GiveUp.class, givenUp -> {
            assertThat(givenUp.record()).isEqualTo(expired);
            assertThat(givenUp.problem().reason()).isEqualTo(Reason.GRANT_REFUSED);
        });
    }

    @Test
    void aRenewedRecordIsDone() {
        SessionExpired own = SessionExpired.of(broker.unit());

        assertThat(renewals.handle(own, null))
                .isInstanceOfSatisfying(Handled.Done.class, done -> assertThat(done.events())
                        .hasExactlyElementsOfTypes(own.record().getClass()));
    }

    @Test
    void aRecordWhoseRoleIsGoneIsDoneWithItsOutcome() {
        SessionExpired own = SessionExpired.of(broker.unit());
        broker.roles.refuse(Reason.ROLE_NOT_ASSUMABLE);

        assertThat(renewals.handle(own, null))
                .isInstanceOfSatisfying(Handled.Done.class, done -> assertThat(done.events())
                        .hasExactlyElementsOfTypes(RegionFailed.class));
    }

    @Test
    void renewalsClimbTheLadderAndWaitTheirTurnToo() {
        SessionExpired own = SessionExpired.of(broker.unit());
        broker.roles.failWith(new HeldUpException(Kind.TROUBLE, "throttled"));
        assertThat(renewals.handle(own, null)).isEqualTo(new Handled.TryAgain(own, "throttled"));

        broker.roles.failWith(NO_TURN);
        assertThat(renewals.handle(own, null)).isEqualTo(new Handled.WaitForTurn(own, NO_TURN.untilTurn()));

        broker.roles.refuse(Reason.CREDENTIALS_REJECTED);
        assertThat(renewals.handle(own, null)).isInstanceOf(Handled.TryAgain.class);
    }
}
