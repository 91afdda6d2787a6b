package io.sharewell.writer.domain;

import io.sharewell.events.HeldUpException;
import io.sharewell.events.Invitation;

/**
 * The share invitations that wait in one account and Region, with the session of that account.
 *
 * <p>Throws {@link HeldUpException} if there is no answer now.
 */
@FunctionalInterface
public interface ShareInvitations {

    /** Accepts an invitation, which is then the answer. */
    Answer<Invitation> accept(Invitation invitation);
}
