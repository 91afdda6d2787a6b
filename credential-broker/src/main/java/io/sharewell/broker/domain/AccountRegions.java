package io.sharewell.broker.domain;

import io.sharewell.seal.SessionCredentials;

/** AWS Account Management: which Regions an account has. */
@FunctionalInterface
public interface AccountRegions {

    /**
     * Asks with a session of the account itself. Never throws for what AWS says or fails to say: the answer only saves
     * work.
     *
     * @param partition the account's
     */
    RegionKnowledge of(SessionCredentials session, String partition);
}
