package io.sharewell.simulator.organization;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/**
 * An IAM role, or, written as a mere text, the name of one of the file's {@code roles}.
 *
 * @param path null: /
 * @param trustedPrincipals account ids or ARNs that may assume it; null: the automation account
 * @param externalId the external id that must be given; null: none
 * @param trustPolicy the whole trust policy instead of the two above; null: made of them
 * @param actions what it may do, on everything; null: none
 * @param policies further permission policies; null: none
 * @param permissionsBoundary null: none
 * @param maxSessionDuration in seconds; null: 3600
 * @param createdAt null: long ago
 */
public record RoleFile(
        String name,
        String path,
        List<String> trustedPrincipals,
        String externalId,
        JsonNode trustPolicy,
        List<String> actions,
        List<JsonNode> policies,
        JsonNode permissionsBoundary,
        Integer maxSessionDuration,
        Instant createdAt) {

    /** A reference to a role defined elsewhere in the file. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static RoleFile named(String name) {
        return allowing(name, null);
    }

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public RoleFile {}

    /** A role that has been there for long. */
    public RoleFile(
            String name,
            String path,
            List<String> trustedPrincipals,
            String externalId,
            JsonNode trustPolicy,
            List<String> actions,
            List<JsonNode> policies,
            JsonNode permissionsBoundary,
            Integer maxSessionDuration) {
        this(
                name,
                path,
                trustedPrincipals,
                externalId,
                trustPolicy,
                actions,
                policies,
                permissionsBoundary,
                maxSessionDuration,
                null);
    }

    /** A role that trusts the automation account and may do these actions. */
    public static RoleFile allowing(String name, List<String> actions) {
        return new RoleFile(name, null, null, null, null, actions, null, null, null, null);
    }

    public RoleFile withExternalId(String value) {
        return new RoleFile(
                name,
                path,
                trustedPrincipals,
                value,
                trustPolicy,
                actions,
                policies,
                permissionsBoundary,
                maxSessionDuration,
                createdAt);
    }

    public RoleFile withTrustPolicy(JsonNode value) {
        return new RoleFile(
                name,
                path,
                trustedPrincipals,
                externalId,
                value,
                actions,
                policies,
                permissionsBoundary,
                maxSessionDuration,
                createdAt);
    }

    public RoleFile withName(String value) {
        return new RoleFile(
                value,
                path,
                trustedPrincipals,
                externalId,
                trustPolicy,
                actions,
                policies,
                permissionsBoundary,
                maxSessionDuration,
                createdAt);
    }

    public RoleFile withCreatedAt(Instant value) {
        return new RoleFile(
                name,
                path,
                trustedPrincipals,
                externalId,
                trustPolicy,
                actions,
                policies,
                permissionsBoundary,
                maxSessionDuration,
                value);
    }

    /** Whether only the name is given. */
    @JsonIgnore
    public boolean isReference() {
        return equals(named(name));
    }
}
