package io.sharewell.writer.domain;

import io.sharewell.events.HeldUpException;
import io.sharewell.events.Permission;
import io.sharewell.events.Principal;
import java.util.List;

/**
 * The shares of one workload, with the session of its owner.
 *
 * <p>All methods throw {@link HeldUpException} if there is no answer now; what was asked may have happened nevertheless.
 */
public interface WorkloadShares {

    /**
     * All shares with exactly this principal, in whichever of its forms AWS names it.
     *
     * @return overtaken if the workload is gone
     */
    Answer<List<Share>> with(Principal principal);

    /** Creates a share; its id is the answer. */
    Answer<String> create(Target target, ClientRequestToken token);

    /** Gives a share another permission; what it is then is the answer. */
    Answer<Share> update(Share share, Permission permission);

    /** Deletes a share; what it was is the answer. */
    Answer<Share> delete(Share share, ClientRequestToken token);

    /** How many more shares AWS allows the workload, as far as is known from what was listed and done since. */
    int left();
}
