package io.sharewell.writer.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewell.events.AccountId;
import io.sharewell.events.Action;
import io.sharewell.events.Envelope;
import io.sharewell.events.HeldUpException;
import io.sharewell.events.Invitation;
import io.sharewell.events.InvitationFound;
import io.sharewell.events.Mode;
import io.sharewell.events.Problem;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.Region;
import io.sharewell.events.ShareResult.InvitationResult;
import io.sharewell.writer.domain.Members.Membership;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvitationAnsweringTest {

    private static final String MEMBER = "123456789012";
    private static final String STRANGER = "210987654321";

    private final AwsInMemory aws = new AwsInMemory();
    private Membership ofOthers = Membership.STRANGER;
    private final InvitationAnswering answering =
            new InvitationAnswering(account -> MEMBER.equals(account) ? Membership.MEMBER : ofOthers, aws);

    @Test
    void acceptsAWorkloadFromAnAccountOfTheOrganization() {
        InvitationResult result = answering.answer(found("WORKLOAD", MEMBER, Mode.APPLY));

        assertThat(result.action()).isEqualTo(Action.ACCEPTED);
        assertThat(result.problem()).isNull();
        assertThat(aws.accepted()).containsExactly("invitation-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LENS", "PROFILE", "TEMPLATE", "SOMETHING_NEW"})
    void leavesWhatIsNoWorkloadAlone(String type) {
        InvitationResult result = answering.answer(found(type, MEMBER, Mode.APPLY));

        assertThat(result.action()).isEqualTo(Action.NONE);
        assertThat(result.problem().reason()).isEqualTo(Reason.NOT_A_WORKLOAD);
        assertThat(aws.calls()).isEmpty();
    }

    @Test
    void leavesAStrangersWorkloadAlone() {
        InvitationResult result = answering.answer(found("WORKLOAD", STRANGER, Mode.APPLY));

        assertThat(result.action()).isEqualTo(Action.NONE);
        assertThat(result.problem().reason()).isEqualTo(Reason.NOT_A_MEMBER);
        assertThat(aws.calls()).isEmpty();
    }

    @Test
    void waitsUntilItKnowsWhoBelongsToTheOrganization() {
        ofOthers = Membership.NOT_KNOWN_YET;

        assertThatThrownBy(() -> answering.answer(found("WORKLOAD", STRANGER, Mode.APPLY)))
                .isInstanceOfSatisfying(
                        HeldUpException.class, e -> assertThat(e.kind()).isEqualTo(HeldUpException.Kind.TROUBLE));
        assertThat(aws.calls()).isEmpty();
    }

    @Test
    void onlySaysThatItWouldAcceptWhenItPlans() {
        InvitationResult result = answering.answer(found("WORKLOAD", MEMBER, Mode.PLAN));

        assertThat(result.action()).isEqualTo(Action.WOULD_ACCEPT);
        assertThat(aws.calls()).isEmpty();
    }

    @Test
    void saysThatAnInvitationCouldNotBeAccepted() {
        aws.refuses("accept", Reason.DENIED);

        InvitationResult result = answering.answer(found("WORKLOAD", MEMBER, Mode.APPLY));

        assertThat(result.action()).isEqualTo(Action.NONE);
        assertThat(result.problem().reason()).isEqualTo(Reason.DENIED);
    }

    @Test
    void acceptsNothingWithABrokenSeal() {
        aws.letsNobodyIn(Problem.of(Reason.SEAL_BROKEN));

        InvitationResult result = answering.answer(found("WORKLOAD", MEMBER, Mode.APPLY));

        assertThat(result.problem().reason()).isEqualTo(Reason.SEAL_BROKEN);
        assertThat(aws.accepted()).isEmpty();
    }

    private static InvitationFound found(String type, String sharedBy, Mode mode) {
        return new InvitationFound(
                Envelope.of("sweep-1", Purpose.ACCEPT, mode),
                AccountId.of("999900001111"),
                Region.of("eu-west-1"),
                new Invitation("invitation-1", sharedBy, "READONLY", type, "Shop", null),
                null,
                null);
    }
}
