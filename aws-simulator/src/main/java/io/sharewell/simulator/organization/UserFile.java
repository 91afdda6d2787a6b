package io.sharewell.simulator.organization;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * An IAM user with an access key.
 *
 * @param actions what he may do, on everything; null: everything
 * @param policies further policies; null: none
 */
public record UserFile(
        String accountId,
        String name,
        String accessKeyId,
        String secretAccessKey,
        List<String> actions,
        List<JsonNode> policies) {

    @Override
    public String toString() {
        return "UserFile[" + accountId + "/" + name + ", " + accessKeyId + ", secret redacted]";
    }
}
