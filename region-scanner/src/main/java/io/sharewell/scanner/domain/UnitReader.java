package io.sharewell.scanner.domain;

import io.sharewell.events.HeldUpException;
import io.sharewell.events.Invitation;
import java.util.Optional;

/**
 * Reads the Well-Architected Tool of one unit, with the account's session.
 *
 * <p>All methods throw {@link HeldUpException} if there is no answer now.
 */
public interface UnitReader {

    /**
     * A page of ListWorkloads.
     *
     * @param token from the page before; empty for the first
     */
    Answer<Page<ListedWorkload>> workloads(Optional<String> token);

    /**
     * A page of ListShareInvitations.
     *
     * @param token from the page before; empty for the first
     */
    Answer<Page<Invitation>> invitations(Optional<String> token);
}
