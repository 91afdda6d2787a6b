package io.sharewell.seal;

import io.sharewell.events.AccountId;
import java.util.Objects;

/**
 * What AWS gives for an assumed role.
 *
 * @param accountId the account the role is in
 * @param accessKeyId half of the key; not a secret to AWS, but of no use in a log either
 * @param secretAccessKey the other half
 * @param sessionToken goes with every request of the session
 */
public record SessionCredentials(AccountId accountId, String accessKeyId, Secret secretAccessKey, Secret sessionToken) {

    public SessionCredentials {
        Objects.requireNonNull(accountId, "accountId");
        Objects.requireNonNull(accessKeyId, "accessKeyId");
        Objects.requireNonNull(secretAccessKey, "secretAccessKey");
        Objects.requireNonNull(sessionToken, "sessionToken");
    }

    @Override
    public String toString() {
        return "SessionCredentials[" + accountId + ", ***]";
    }
}
