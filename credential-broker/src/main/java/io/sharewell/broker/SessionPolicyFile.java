package io.sharewell.broker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A session policy of the operator's own, as AWS writes policies. */
final class SessionPolicyFile {

    /** AWS takes no more: Policy of AssumeRole, STS API reference. */
    private static final int LONGEST = 2048;

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private SessionPolicyFile() {}

    /**
     * The policy without white space between its tokens.
     *
     * @throws IllegalArgumentException with the cure if AWS would not take it
     */
    static String read(Path file) {
        JsonNode policy = parsed(file);
        if (!policy.path("Version").isTextual() || !policy.path("Statement").isContainerNode()) {
            throw new IllegalArgumentException(
                    file + " is no IAM policy: give a JSON object with Version and Statement");
        }
        String text = policy.toString();
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("%s has %d characters without white space: AWS takes %d at most"
                    .formatted(file, text.length(), LONGEST));
        }
        return text;
    }

    private static JsonNode parsed(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(file + " is no JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read: name a file that this service may read", e);
        }
    }
}
