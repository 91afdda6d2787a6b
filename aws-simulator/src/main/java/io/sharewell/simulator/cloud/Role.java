package io.sharewell.simulator.cloud;

import io.sharewell.simulator.iam.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * An IAM role. Roles that are alike in many accounts share their parsed policies.
 *
 * @param path with a slash at either end
 * @param boundary null if there is none
 * @param createdAt null: long ago
 */
public record Role(
        String name,
        String path,
        Policy trust,
        List<Policy> permissions,
        Policy boundary,
        Duration maxSessionDuration,
        Instant createdAt) {

    public String arn(String accountId) {
        return "arn:aws:iam::" + accountId + ":role" + path + name;
    }
}
