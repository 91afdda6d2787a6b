package io.sharewell.writer.domain;

import io.sharewell.events.HeldUpException;
import io.sharewell.events.InvitationFound;
import io.sharewell.events.WorkloadFound;

/**
 * The Well-Architected Tool, as a record's session reaches it and within the record's time.
 *
 * <p>Both methods refuse a session whose seal is broken, and throw {@link HeldUpException} if there is no session, or it
 * is over, or its seal cannot be opened yet.
 */
public interface WellArchitected {

    Answer<WorkloadShares> sharesOf(WorkloadFound found);

    Answer<ShareInvitations> invitationsOf(InvitationFound found);
}
