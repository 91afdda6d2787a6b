package io.sharewell.writer.domain;

import io.sharewell.events.Action;
import io.sharewell.events.HeldUpException;
import io.sharewell.events.Invitation;
import io.sharewell.events.InvitationFound;
import io.sharewell.events.Problem;
import io.sharewell.events.Reason;
import io.sharewell.events.ShareResult.InvitationResult;

/** Accepts invitations to workloads from accounts of the organization, and nothing else. */
public final class InvitationAnswering {

    private static final String WORKLOAD = "WORKLOAD";

    private final Members members;
    private final WellArchitected wellArchitected;

    public InvitationAnswering(Members members, WellArchitected wellArchitected) {
        this.members = members;
        this.wellArchitected = wellArchitected;
    }

    /** @throws HeldUpException if it cannot be answered now */
    public InvitationResult answer(InvitationFound found) {
        Invitation invitation = found.invitation();
        if (!WORKLOAD.equals(invitation.resourceType())) {
            return left(found, Problem.of(Reason.NOT_A_WORKLOAD, "it is a " + invitation.resourceType()));
        }
        return switch (members.of(invitation.sharedBy())) {
            case MEMBER -> accept(found);
            case STRANGER -> left(found, Problem.of(Reason.NOT_A_MEMBER, "shared by " + invitation.sharedBy()));
            case NOT_KNOWN_YET ->
                throw new HeldUpException(
                        HeldUpException.Kind.TROUBLE, "the accounts of the organization have not been listed yet");
        };
    }

    private InvitationResult accept(InvitationFound found) {
        return switch (found.envelope().mode()) {
            case PLAN -> result(found, Action.WOULD_ACCEPT, null);
            case APPLY ->
                switch (wellArchitected.invitationsOf(found)) {
                    case Answer.Given<ShareInvitations>(ShareInvitations invitations) -> accept(found, invitations);
                    case Answer.Overtaken<ShareInvitations>(Problem problem) -> left(found, problem);
                    case Answer.Refused<ShareInvitations>(Problem problem) -> left(found, problem);
                };
        };
    }

    private static InvitationResult accept(InvitationFound found, ShareInvitations invitations) {
        return switch (invitations.accept(found.invitation())) {
            case Answer.Given<Invitation> _ -> result(found, Action.ACCEPTED, null);
            case Answer.Overtaken<Invitation>(Problem problem) -> left(found, problem);
            case Answer.Refused<Invitation>(Problem problem) -> left(found, problem);
        };
    }

    private static InvitationResult left(InvitationFound found, Problem problem) {
        return result(found, Action.NONE, problem);
    }

    private static InvitationResult result(InvitationFound found, Action action, Problem problem) {
        return new InvitationResult(
                found.envelope().forNextStep(), found.accountId(), found.region(), found.invitation(), action, problem);
    }
}
