package io.sharewell.broker.domain;

/** AWS STS: assumes the role in an account, with no more than the purpose and mode need. */
@FunctionalInterface
public interface RoleAssumer {

    /**
     * @return never null; of which account the credentials are is for the caller to check
     * @throws AwsTroubleException if AWS did not answer, or not now
     */
    Assumption assume(SessionRequest request);
}
