package io.sharewell.writer.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.events.AccountId;
import io.sharewell.events.Action;
import io.sharewell.events.Envelope;
import io.sharewell.events.Event;
import io.sharewell.events.HeldUpException;
import io.sharewell.events.HeldUpException.Kind;
import io.sharewell.events.Invitation;
import io.sharewell.events.InvitationFound;
import io.sharewell.events.Mode;
import io.sharewell.events.Permission;
import io.sharewell.events.Principal;
import io.sharewell.events.Problem;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.Region;
import io.sharewell.events.ShareResult.InvitationResult;
import io.sharewell.events.ShareResult.WorkloadResult;
import io.sharewell.events.TargetOutcome;
import io.sharewell.events.Topic;
import io.sharewell.events.WorkRecord;
import io.sharewell.events.Workload;
import io.sharewell.events.WorkloadFound;
import io.sharewell.messaging.Handled;
import io.sharewell.writer.SettingsInMemory;
import io.sharewell.writer.WriterSettings;
import io.sharewell.writer.domain.Answer;
import io.sharewell.writer.domain.ClientRequestToken;
import io.sharewell.writer.domain.Members.Membership;
import io.sharewell.writer.domain.Share;
import io.sharewell.writer.domain.ShareInvitations;
import io.sharewell.writer.domain.Target;
import io.sharewell.writer.domain.WellArchitected;
import io.sharewell.writer.domain.WorkloadShares;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShareWriterStageTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration WAIT = Duration.ofSeconds(3);
    private static final WriterSettings SETTINGS = SettingsInMemory.ofProperties(
                    Map.of("share-writer.targets[0].principal", "999900001111"))
            .getConfigMapping(WriterSettings.class);

    private final FakeTool tool = new FakeTool();
    private final ShareWriterStage stage = new ShareWriterStage(
            null, SETTINGS, tool, _ -> Membership.MEMBER, (_, _) -> false, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void publishesTheResultOfAWorkload() {
        assertThat(done(stage.handle(found(Purpose.SHARE, 0), NOW)))
                .isInstanceOfSatisfying(WorkloadResult.class, result -> assertThat(result.targets())
                        .containsExactly(new TargetOutcome(
                                Principal.of("999900001111"),
                                Permission.READONLY,
                                Action.CREATED,
                                "share-1",
                                "PENDING",
                                null)));
        assertThat(tool.lists).isEqualTo(1);
    }

    @Test
    void confirmsWhatItCreatesForAnOldRecord() {
        stage.handle(found(Purpose.SHARE, 0), NOW.minusSeconds(601));

        assertThat(tool.lists).isEqualTo(2);
    }

    @Test
    void confirmsWhatItCreatesForARecordOfUnknownAge() {
        stage.handle(found(Purpose.SHARE, 0), null);

        assertThat(tool.lists).isEqualTo(2);
    }

    @Test
    void publishesTheResultOfAnInvitation() {
        assertThat(done(stage.handle(invitation(Purpose.ACCEPT), NOW)))
                .isInstanceOfSatisfying(InvitationResult.class, result -> assertThat(result.action())
                        .isEqualTo(Action.ACCEPTED));
    }

    @Test
    void acceptsNothingInASweepThatShares() {
        assertThat(stage.handle(invitation(Purpose.SHARE), NOW)).isInstanceOf(Handled.GiveUp.class);
        assertThat(tool.accepted).isZero();
    }

    @Test
    void sharesNothingInASweepThatAccepts() {
        assertThat(stage.handle(found(Purpose.ACCEPT, 0), NOW)).isInstanceOf(Handled.GiveUp.class);
        assertThat(tool.lists).isZero();
    }

    @Test
    void saysOfARecordThatIsHeldUpWhereItGoes() {
        WorkloadFound found = found(Purpose.SHARE, 0);

        assertThat(heldUp(Kind.TROUBLE, found)).isEqualTo(new Handled.TryAgain(found, "held up by the test"));
        assertThat(heldUp(Kind.SESSION_OVER, found)).isEqualTo(new Handled.Renew(found));
        assertThat(heldUp(Kind.NO_TURN, found)).isEqualTo(new Handled.WaitForTurn(found, WAIT));
        assertThat(heldUp(Kind.SEAL_KEY_UNKNOWN, found)).isEqualTo(new Handled.TryAgain(found, "held up by the test"));
    }

    @Test
    void tellsWhereABugIsAndNotWhatItSays() {
        tool.bug = new IllegalStateException("canary-of-the-text");

        assertThat(stage.handle(found(Purpose.SHARE, 0), NOW))
                .isInstanceOfSatisfying(Handled.TryAgain.class, again -> assertThat(again.cause())
                        .startsWith("java.lang.IllegalStateException\n  at io.sharewell.writer.messaging.")
                        .doesNotContain("canary-of-the-text"));
    }

    @Test
    void saysTheSameOfAnInvitation() {
        InvitationFound found = invitation(Purpose.ACCEPT);

        assertThat(heldUp(Kind.TROUBLE, found)).isEqualTo(new Handled.TryAgain(found, "held up by the test"));
        assertThat(heldUp(Kind.SESSION_OVER, found)).isEqualTo(new Handled.Renew(found));
    }

    @Test
    void saysAtLastThatTheSealKeyIsMissing() {
        WorkloadFound found = found(Purpose.SHARE, 3);

        assertThat(heldUp(Kind.SEAL_KEY_UNKNOWN, found))
                .isEqualTo(new Handled.GiveUp(found, Problem.of(Reason.SEAL_KEY_UNKNOWN, "held up by the test")));
    }

    @Test
    void standsBetweenWorkloadsFoundAndShareResults() {
        assertThat(stage.module()).isEqualTo("share-writer");
        assertThat(stage.source()).isEqualTo(Topic.WORKLOADS_FOUND);
        assertThat(stage.sinks()).containsExactlyInAnyOrder(Topic.SHARE_RESULTS, Topic.SESSION_RENEWALS);
        assertThat(stage.concurrency()).isEqualTo(64);
    }

    private Handled heldUp(Kind kind, WorkRecord record) {
        tool.heldUp = new HeldUpException(kind, "held up by the test", WAIT);
        return stage.handle(record, NOW);
    }

    private static Event done(Handled handled) {
        List<? extends Event> events = ((Handled.Done) handled).events();
        assertThat(events).hasSize(1);
        return events.getFirst();
    }

    private static WorkloadFound found(Purpose purpose, int attempt) {
        return new WorkloadFound(
                new Envelope("sweep-1", purpose, Mode.APPLY, attempt, 0, null, null),
                AccountId.of("123456789012"),
                Region.of("eu-west-1"),
                new Workload("0123456789abcdef0123456789abcdef", "arn", "Shop", null, null, null, null),
                null,
                null);
    }

    private static InvitationFound invitation(Purpose purpose) {
        return new InvitationFound(
                Envelope.of("sweep-1", purpose, Mode.APPLY),
                AccountId.of("999900001111"),
                Region.of("eu-west-1"),
                new Invitation("invitation-1", "123456789012", "READONLY", "WORKLOAD", "Shop", null),
                null,
                null);
    }

    /** Has no share at first, and then the one that was created. */
    private static final class FakeTool implements WellArchitected, WorkloadShares {

        private HeldUpException heldUp;
        private RuntimeException bug;
        private int lists;
        private int accepted;
        private List<Share> shares = List.of();

        @Override
        public Answer<WorkloadShares> sharesOf(WorkloadFound found) {
            return open(this);
        }

        @Override
        public Answer<ShareInvitations> invitationsOf(InvitationFound found) {
            return open(invitation -> {
                accepted++;
                return new Answer.Given<>(invitation);
            });
        }

        private <T> Answer<T> open(T what) {
            if (heldUp != null) {
                throw heldUp;
            }
            return new Answer.Given<>(what);
        }

        @Override
        public Answer<List<Share>> with(Principal principal) {
            if (bug != null) {
                throw bug;
            }
            lists++;
            return new Answer.Given<>(shares);
        }

        @Override
        public Answer<String> create(Target target, ClientRequestToken token) {
            shares = List.of(new Share("share-1", target.permission().name(), "PENDING", null));
            return new Answer.Given<>("share-1");
        }

        @Override
        public Answer<Share> update(Share share, Permission permission) {
            throw new AssertionError("nothing to update");
        }

        @Override
        public int left() {
            return 20;
        }

        @Override
        public Answer<Share> delete(Share share, ClientRequestToken token) {
            throw new AssertionError("nothing to delete");
        }
    }
}
