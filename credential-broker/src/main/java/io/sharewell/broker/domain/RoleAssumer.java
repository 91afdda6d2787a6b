package io.sharewell.broker.domain;

import io.sharewell.events.HeldUpException;

/** AWS STS: assumes the role in an account, with no more than the purpose and mode need. */
@FunctionalInterface
public interface RoleAssumer {

    /**
     * @return never null; of which account the credentials are is for the caller to check
     * @throws HeldUpException if AWS cannot be asked, or does not answer
     */
    Assumption assume(SessionRequest request);
}
